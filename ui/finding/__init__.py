"""Finding notes again, on any page, and the lesson at the minute of a note."""
