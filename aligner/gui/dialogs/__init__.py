"""Windows that ask something, or show something for a moment."""
