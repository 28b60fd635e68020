"""Candidates: find them, tune and learn the recipe."""
