"""The command line: asks and shows, nothing else."""
