"""The page of the school year's end: what is kept of classes that are over."""
