"""What a standard requires of a product: read, printed, held against another requirement."""
