"""The verbs of the program: one transaction each."""
