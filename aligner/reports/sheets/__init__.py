"""One sheet of the report a file."""
