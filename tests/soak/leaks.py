"""What is left behind: threads, windows, timers and everything else of Qt's."""

import gc
import threading
from collections import Counter

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

FEW = 2
A_CLASS = 30
"""So many may be more than before: a page keeps its last box, and cards come and go."""
AT_MOST = {"threads": FEW, "windows": FEW, "timers": 10}
"""So many more there may ever be: a part that is made late brings a timer or two of its own."""
CONTENT = ("PlanChip",)
"""As many as students times rounds: a larger class has more."""


def counted() -> Counter[str]:
    """How many there are of each kind that is alive in Qt, and of threads, timers and windows."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    alive = [w for w in shiboken6.getAllValidWrappers() if isinstance(w, QObject)]
    found = Counter(type(one).__name__ for one in alive)
    found["threads"] = threading.active_count()
    found["windows"] = len(QApplication.topLevelWidgets())
    found["timers"] = sum(isinstance(one, QTimer) for one in alive)
    return found


def grown(before: Counter[str], after: Counter[str], most: int) -> dict[str, tuple[int, int]]:
    """The kinds of which there are by half and so many more than before, with both numbers."""
    return {
        kind: (before[kind], count)
        for kind, count in sorted(after.items())
        if kind not in CONTENT
        and count > before[kind] + AT_MOST.get(kind, before[kind] // 2 + most)
    }
