"""How good candidates are, and weights fitted to known pairs."""
