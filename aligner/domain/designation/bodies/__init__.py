"""The grammars of the bodies whose numbers are read."""
