"""Projects of a team, in a PostgreSQL database; needs the optional extra `team`."""
