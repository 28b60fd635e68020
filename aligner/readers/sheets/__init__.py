"""From files of every format to cells in rows."""
