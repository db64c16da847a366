"""Frameworks and their skills: typed or from a file, how they count, their tree."""
