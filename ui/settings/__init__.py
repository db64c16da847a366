"""The page of settings, section by section."""
