"""Every figure with its numerator, denominator and the rows behind it."""
