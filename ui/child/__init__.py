"""Heavy work in a process of its own: a thread of Python would stop the windows again and again."""
