"""Profiles, snapshots and the report."""
