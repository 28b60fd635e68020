"""The window: asks, shows, computes nothing."""
