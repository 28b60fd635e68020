"""Painted figures."""
