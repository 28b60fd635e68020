"""What shows a pair and what is decided on it."""
