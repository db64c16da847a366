"""The page of a class: students, stations, skills, rules, adults and tags."""
