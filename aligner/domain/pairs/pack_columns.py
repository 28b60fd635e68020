"""What a review pack is made of, for who writes it and who reads it back."""

from typing import Final

MANIFEST_SHEET: Final = "manifest"
"""The hidden sheet: what was sent, to whom, and the fingerprint of what was shown."""

SHOWN: Final = ("national", "title", "candidates")
"""The locked columns: what the reviewer was shown."""

ASKED: Final = ("international", "verdict", "degree", "coverage", "edition", "reason", "note")
"""The columns to fill in."""
