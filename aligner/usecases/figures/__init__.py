"""Figures for managers: measured, looked back on, planned ahead."""
