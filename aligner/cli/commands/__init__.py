"""One file for each group of commands; `cli.main.COMMANDS` lists them."""
