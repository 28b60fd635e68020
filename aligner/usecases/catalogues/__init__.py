"""Catalogues: load them, look into them, find a standard in them."""
