"""Everything people see. Imported before any of it, so that None is safe by then."""

import sys

# PySide6 6.12 drops a reference to None too many with every call that returns nothing (measured:
# one per QPainter.setPen or QWidget.update). From Python 3.12 on None cannot die; before that the
# program ends after some thousand calls with "none_dealloc". So None gets more references here
# than a lifetime of calls can drop. In CPython the count is the first field of an object.
if sys.version_info < (3, 12) and sys.maxsize > 2**32:
    import ctypes

    ctypes.c_ssize_t.from_address(id(None)).value += 1 << 60
