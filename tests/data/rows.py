"""Rows that tests write past the store."""

NEW_CLASS = "INSERT INTO class (id, name, subject, created_at, archived) VALUES (?, ?, '', 0, 0)"
"""Takes an id and a name."""
