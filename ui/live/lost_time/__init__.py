"""After an interruption: the ways on, and what each costs whom."""
