"""The page of a term: growth, who was seen when, who had how much of the teacher's time."""
