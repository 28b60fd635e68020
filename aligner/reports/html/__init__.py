"""The report as one page for a browser, for those who have neither the program nor a spreadsheet."""
