"""Which processes live, told so that a number that was given again is not taken for the first."""

import os
import sys
from pathlib import Path

from app.domain.opening.holder import Holder


def born(pid: int) -> str:
    """What tells this process from any other that ever has its number; "" when nobody knows.

    On Linux the boot and the ticks since then (proc(5): field 22 of stat, counted after the name,
    which may hold blanks).
    """
    try:
        stat = Path(f"/proc/{pid}/stat").read_text("utf-8", errors="replace")
        boot = Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    except OSError:
        return ""
    return f"{boot} {stat.rpartition(')')[2].split()[19]}"


def lives(holder: Holder) -> bool:
    """Whether that very process of this computer is still there; in doubt it is."""
    there = born(holder.pid)
    if there and holder.born:
        return there == holder.born
    return has_pid(holder.pid)


if sys.platform == "win32":
    import ctypes

    _ASK_ONLY = 0x1000  # PROCESS_QUERY_LIMITED_INFORMATION
    _STILL_ACTIVE = 259

    def has_pid(pid: int) -> bool:
        """Whether some process of this computer has that number now; in doubt one has."""
        kernel = ctypes.windll.kernel32
        handle = kernel.OpenProcess(_ASK_ONLY, False, pid)
        if not handle:
            return bool(kernel.GetLastError() == 5)  # there, but another user's
        code = ctypes.c_ulong()
        kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        kernel.CloseHandle(handle)
        return code.value == _STILL_ACTIVE

else:

    def has_pid(pid: int) -> bool:
        """Whether some process of this computer has that number now; in doubt one has."""
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        except (OSError, OverflowError):
            return True
        return True
