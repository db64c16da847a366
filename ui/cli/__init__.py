"""The same abilities without a window."""
