"""The page of all students and all skills: the heat map, its filters, small groups."""
