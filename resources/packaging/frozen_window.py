"""Where the frozen window begins: as `aligner gui`, without a console behind it."""

import sys

from aligner.readers.process.frozen import IS_READER

if sys.argv[1:] == [IS_READER]:
    from aligner.readers.process.worker import main
else:
    from aligner.__main__ import main

    sys.argv[1:1] = ["gui"]

main()
