"""The look at all that is kept: what it found, in words and on the screen."""
