"""The page of the figures."""
