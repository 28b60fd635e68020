"""From two catalogues to candidates with their reasons."""
