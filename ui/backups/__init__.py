"""Backups by themselves, what the teacher is told of them, and the way back after a restore."""
