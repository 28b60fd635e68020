"""From figures and pairs to files people hand in."""
