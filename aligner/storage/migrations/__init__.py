"""How a project file of any earlier schema becomes one of the newest."""
