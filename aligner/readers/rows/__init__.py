"""From the rows of a sheet to a table of standards."""
