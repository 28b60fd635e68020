"""Compare a country's standards with the international ones."""
