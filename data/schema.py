"""Which schema this Rondo writes: the names of its migrations, in order."""

MIGRATIONS = (
    "0001_the_house",
    "0002_seals",
    "0003_the_school_day",
    "0004_seals_everywhere",
    "0005_photos",
    "0006_plans_with_reasons",
    "0007_finding",
    "0008_mastery",
    "0009_skills_found",
    "0010_attachments",
    "0011_drafts",
    "0012_own_voice",
    "0013_guests",
    "0014_drafts_of_a_place",
    "0015_tallies",
)
"""Each is a function in data/migrations.py; a file that names another one is a newer Rondo's."""

SCHEMA = len(MIGRATIONS)
"""Kept as the file's user_version."""
