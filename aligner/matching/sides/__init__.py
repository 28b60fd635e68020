"""The two sides of a matching run, made ready for comparison."""
