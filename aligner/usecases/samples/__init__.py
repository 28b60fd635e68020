"""The sample project, and the whole job on it."""
