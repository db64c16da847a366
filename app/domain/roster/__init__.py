"""A class list: from cells to names, with the teacher's decisions."""
