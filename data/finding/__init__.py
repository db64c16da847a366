"""Finding notes again by their words."""
