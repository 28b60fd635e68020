"""What stays the same when a standard is revised, amended or renumbered."""
