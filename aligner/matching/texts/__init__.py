"""Titles as words, vectors and translations."""
