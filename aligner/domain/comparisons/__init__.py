"""Key technical indicators of both sides, and the products that have them."""
