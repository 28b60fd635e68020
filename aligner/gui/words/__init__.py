"""How values are called and marked in the window."""
