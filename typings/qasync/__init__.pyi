# The names Rondo uses; the package itself carries no types.
from asyncio import BaseEventLoop
from concurrent.futures import Executor
from types import TracebackType
from typing import Self

from PySide6.QtCore import QCoreApplication

class QThreadExecutor(Executor):
    def __init__(self, max_workers: int = 10, stack_size: int | None = None) -> None: ...

class QEventLoop(BaseEventLoop):
    def __init__(
        self,
        app: QCoreApplication | None = None,
        set_running_loop: bool = False,
        already_running: bool = False,
    ) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...

