"""Everything people see. Imported before any of it, so that None and True are safe by then."""

import sys

# PySide6 6.12 drops a reference to None too many with every call that returns nothing (measured:
# one per QPainter.setPen or QWidget.update), and one to True with every Signal.emit. From Python
# 3.12 on they cannot die; before that the program ends after some hundred signals or thousand
# calls with "bool_dealloc" or "none_dealloc". So they get more references here than a lifetime of
# calls can drop. In CPython the count is the first field of an object.
if sys.version_info < (3, 12) and sys.maxsize > 2**32:
    import ctypes

    for lasting in (None, True, False):
        ctypes.c_ssize_t.from_address(id(lasting)).value += 1 << 60
