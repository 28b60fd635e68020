"""The edges of reading: where bytes of others go through a library, and what that library raises.

| Edge | Library | Raises |
|---|---|---|
| `preflight`: names and first bytes of the parts, in the parent, too | zipfile, zlib, bz2, lzma | `BROKEN_ZIP` |
| `preflight`: the directory of a compound file | struct | `struct.error`, OSError |
| `excel`: cells of xlsx, xlsb, xls, ods | python_calamine | its errors, ValueError, OSError; panics (`ChildDied`) |
| `sparse`: cells far out; `number_formats` | openpyxl | nearly anything, so everything is caught there |
| `hidden`, `layout_ods`, `layout_xlsb`: what a sheet hides | zipfile, expat, struct | `BROKEN_ZIP`, ExpatError |
| `encodings`: bytes as text | codecs | LookupError, UnicodeError |
| `delimited`: rows | csv | csv.Error |
| `json_records`: the document, a line | json | ValueError, RecursionError |
| `html_tables`: tables | html.parser | AssertionError, ValueError |
| mappings, recipes, profiles, product groups, settings | tomllib, through `domain.toml` | TOMLDecodeError alone |
| every name of a file | os | OSError; ValueError for NUL and halves of characters |

Each turns that into one sentence, or goes without what it would have told.
"""

import lzma
import struct
import zipfile
import zlib
from typing import Final

BROKEN_ZIP: Final = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    OSError,
    EOFError,
    LookupError,
    ValueError,
    OverflowError,
    RuntimeError,  # a part with a password, and NotImplementedError: a way of packing that is not known
)
"""What `zipfile` raises for archives that are damaged or odd, when they are opened and when their parts are read."""
