"""The computer's lock on macOS: the notification that the login window posts to everybody."""

import ctypes
import ctypes.util
import sys
from collections.abc import Callable

_NAME = b"com.apple.screenIsLocked"
_UTF8 = 0x08000100
_DELIVER_AT_ONCE = 4
_Callback = ctypes.CFUNCTYPE(
    None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p
)


class MacLock:
    """Listens at Core Foundation's distributed centre, which Qt's own event loop serves."""

    def __init__(self) -> None:
        self._heard: Callable[[], None] | None = None
        self._callback = _Callback(self._told)  # kept: the centre does not keep it
        self._listens = False

    def listen(self, heard: Callable[[], None]) -> None:
        self._heard = heard
        if not self._listens and sys.platform == "darwin":
            self._listens = _observe(self._callback)

    def stop(self) -> None:
        self._heard = None

    def _told(self, *_facts: object) -> None:
        if self._heard is not None:
            self._heard()


def _observe(callback: object) -> bool:
    found = ctypes.util.find_library("CoreFoundation")
    if found is None:
        return False
    core = ctypes.CDLL(found)
    pointer = ctypes.c_void_p
    core.CFNotificationCenterGetDistributedCenter.restype = pointer
    core.CFStringCreateWithCString.restype = pointer
    core.CFStringCreateWithCString.argtypes = [pointer, ctypes.c_char_p, ctypes.c_uint32]
    core.CFNotificationCenterAddObserver.argtypes = [
        *(pointer, pointer, _Callback, pointer, pointer, ctypes.c_long)
    ]
    core.CFNotificationCenterAddObserver.restype = None
    centre = core.CFNotificationCenterGetDistributedCenter()
    name = core.CFStringCreateWithCString(None, _NAME, _UTF8)
    core.CFNotificationCenterAddObserver(centre, None, callback, name, None, _DELIVER_AT_ONCE)
    return True
