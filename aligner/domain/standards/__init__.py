"""Lists of published documents as columns."""
