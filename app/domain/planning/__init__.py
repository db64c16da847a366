"""A plan and what is to be said of it: rules and their states, quality, changes and why."""
