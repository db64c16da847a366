"""The page of the lesson to come: who goes where in which round, and why."""
