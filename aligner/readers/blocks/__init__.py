"""The blocks of a page: where tables lie on a sheet, and which of them are one list."""
