"""Computed figures, the rules by which they are counted, and states from which they can be computed again."""
