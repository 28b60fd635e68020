"""The figures, each from the same counting."""
