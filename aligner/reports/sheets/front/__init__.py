"""The cover and the summary."""
