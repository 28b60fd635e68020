"""One file for each page; `registry` lists them."""
