"""How candidates are found."""
