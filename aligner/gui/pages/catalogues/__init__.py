"""The page of the loaded catalogues."""
