"""Everything about one student, as a page to read."""
