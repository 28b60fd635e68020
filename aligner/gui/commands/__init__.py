"""Everything a user can do, and what the commands do."""
