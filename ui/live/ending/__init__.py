"""The end of a lesson: where everyone was, who was seen, what is carried over."""
