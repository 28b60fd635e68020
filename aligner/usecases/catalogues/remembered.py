"""The columns that the user corrected once: the next file with the same headings follows them."""

from typing import Final

REMEMBERED: Final = "mappings"
"""The project remembers corrected mappings under this name: header signature -> field -> heading."""


def mappings_in(kept: object) -> dict[str, dict[str, str]]:
    """The mappings in the setting, without what is none; their fields may be those of another version."""
    mappings = kept.items() if isinstance(kept, dict) else ()
    return {
        signature: {name: heading for name, heading in mapping.items() if isinstance(heading, str)}
        for signature, mapping in mappings
        if isinstance(mapping, dict)
    }
