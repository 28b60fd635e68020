"""The text of a TOML file as its table; a text nested too deep or with an endless number is no TOML either."""

import tomllib
from typing import Any


def parse_toml(text: str) -> dict[str, Any]:
    """The table in this text. Raises only `tomllib.TOMLDecodeError`, whatever the text is."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise
    except RecursionError:
        raise tomllib.TOMLDecodeError("nested too deep") from None
    except ValueError as error:  # a number of more digits than Python reads
        raise tomllib.TOMLDecodeError(str(error)) from error
