"""Tables, and what stands around them: search, facets, views."""
