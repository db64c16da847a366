"""A lesson joined with all that goes with it: board, capture, adults, plan, the door."""
