"""The methods of `aligner.api.Project`, a file for each part of the work."""
