"""The stations of a class, how they look, and where they stand in the room."""
