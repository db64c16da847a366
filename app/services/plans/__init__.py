"""Planning who goes where: what is asked of the planner, what it answers, and why."""
