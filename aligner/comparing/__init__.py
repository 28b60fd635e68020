"""Understands requirements and judges them side by side: units, limits, strictness."""
