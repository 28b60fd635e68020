"""Where the frozen command line begins: the program, or the child that reads a file when it was started as that."""

import sys

from aligner.readers.process.frozen import IS_READER

if sys.argv[1:] == [IS_READER]:
    from aligner.readers.process.worker import main
else:
    from aligner.__main__ import main

main()
