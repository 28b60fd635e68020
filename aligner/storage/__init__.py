"""The project file: catalogues, candidates and the journal of decisions."""
