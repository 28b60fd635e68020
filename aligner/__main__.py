"""`python -m aligner` is the command line."""

from aligner.cli.main import main

if __name__ == "__main__":
    main()
