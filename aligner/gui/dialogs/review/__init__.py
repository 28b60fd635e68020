"""Dialogs of the review."""
