"""From pairs in question to candidates with score, band and reasons."""
