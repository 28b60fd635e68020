"""The child process that reads, and the look at a file before it does."""
