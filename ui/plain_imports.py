"""Python's own import, put back after Qt's binding has put its own in its place."""

import builtins
from importlib import import_module


def keep_imports_plain() -> None:
    """Load Qt's binding without its search for `__feature__`, which Rondo nowhere imports.

    For that search it reads the source of every module that is imported after it, ours and
    Python's: 25 ms of the start, and all those lines stay in memory. It leaves Python's own
    import beside it under this name; a version that does not is taken as it comes.
    """
    import_module("PySide6.QtCore")
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
