"""Tables that people hand in: decisions, applicability, comparisons."""
