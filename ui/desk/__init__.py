"""One profile's window: the rail, its pages and what each needs, undo and the toast."""
