"""What all figures share: which works and nationals count on a day, and how they are linked."""
