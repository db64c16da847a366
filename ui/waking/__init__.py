"""Keeping the computer awake while a lesson runs."""
