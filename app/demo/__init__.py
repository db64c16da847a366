"""A class that never was, for trying Rondo and for measuring it."""
