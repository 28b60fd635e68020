"""Small widgets of every page."""
