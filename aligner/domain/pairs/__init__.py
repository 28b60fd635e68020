"""A national and an international standard that belong together: proposed, stated, decided."""
