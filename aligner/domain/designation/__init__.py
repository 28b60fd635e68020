"""The number of a standard: read from dirty text, compared, printed."""
