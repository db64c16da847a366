"""A lock of the computer's on an open file: it goes when the process goes, however that ends."""

import sys
from contextlib import suppress

if sys.platform == "win32":
    import msvcrt
    import os

    _FAR = 1 << 30
    """The locked byte; nobody reads there, and the words at the beginning stay readable."""

    def try_lock(descriptor: int) -> bool:
        """Take it if it is free. Raises OSError when there are no locks here."""
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

    def wait_for_lock(descriptor: int) -> None:
        """Take it once it is free; where there are no locks nobody waits."""
        with suppress(OSError):
            os.lseek(descriptor, _FAR, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)

else:
    import fcntl

    def try_lock(descriptor: int) -> bool:
        """Take it if it is free. Raises OSError when there are no locks here."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def wait_for_lock(descriptor: int) -> None:
        """Take it once it is free; where there are no locks nobody waits."""
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX)
