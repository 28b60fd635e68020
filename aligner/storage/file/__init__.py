"""The project file: found, trusted, opened, backed up."""
