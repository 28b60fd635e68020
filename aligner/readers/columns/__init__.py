"""Which rows are headings, and which column holds which field."""
