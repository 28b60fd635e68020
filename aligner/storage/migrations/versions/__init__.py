"""One module for each schema number; what is written here is never changed again."""
