"""Passphrases and recovery codes: what can be said of them without any file."""
