"""The table of key technical indicators."""
