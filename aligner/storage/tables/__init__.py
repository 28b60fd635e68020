"""What the tables of a project hold."""
