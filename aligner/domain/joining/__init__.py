"""Two copies of one project become one again: which steps only the other has, and what both come to together."""
