"""Workbooks: the report and plain ones."""
