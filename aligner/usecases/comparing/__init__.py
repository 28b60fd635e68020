"""Key technical indicators of pairs: entered, judged, kept."""
