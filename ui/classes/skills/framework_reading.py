"""Taking a framework from a file: it is read beside the windows, looked at, and taken or not."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.changes import Step
from app.domain.framework_file import FileFramework
from app.domain.framework_packing import Packed, unpacked
from app.domain.ids import ClassId, FrameworkId
from app.domain.skills import Framework
from app.errors import ClassroomError
from app.services.framework_files import FrameworkFileService, Taking
from app.services.frameworks import FrameworkService
from ui.child.job import Ended, Job
from ui.dialogs import Dialogs
from ui.problems import problem
from ui.tasks import Tasks

TELL_MS = 100
"""How often it is shown how far the reading is."""


class Worker(Protocol):
    """Does one job elsewhere; `ui.child.process.Child` is one."""

    def run(self, job: Job, hear: Callable[[object], None]) -> object: ...
    def end(self) -> None: ...


class FrameworkReading(QObject):
    """One file at a time. `changed` says that there is something else to show.

    `begun` gives the framework that is written, `taken` the one that came of a file; `refused` says
    why none did. `apart` writes a large step in a worker; without it the window does.
    """

    changed = Signal()
    begun = Signal(object)
    taken = Signal(object)
    refused = Signal(str)

    def __init__(
        self,
        service: FrameworkFileService,
        frameworks: FrameworkService,
        tasks: Tasks,
        dialogs: Dialogs,
        make_worker: Callable[[], Worker],
        make_job: Callable[[Path], Job],
        said: Callable[[object], str],
        apart: Callable[[Step], None] | None = None,
    ) -> None:
        super().__init__()
        self._apart = apart
        self.is_writing = False
        self._service = service
        self._frameworks = frameworks
        self._tasks = tasks
        self._dialogs = dialogs
        self._make_worker = make_worker
        self._make_job = make_job
        self._said = said
        self._class_id: ClassId | None = None
        self._worker: Worker | None = None
        self._done: object = 0
        self.file = ""
        self.read: FileFramework | None = None
        self.taking: Taking | None = None
        self._telling = QTimer(self, interval=TELL_MS)
        self._telling.timeout.connect(self.changed)

    @property
    def is_reading(self) -> bool:
        """Whether a file is being read now."""
        return self._worker is not None or (self.read is not None and self.taking is None)

    @property
    def done(self) -> int:
        """How many entries were read."""
        return self._done if isinstance(self._done, int) else 0

    def frameworks(self) -> tuple[Framework, ...]:
        """Those whose place it could take."""
        return () if self._class_id is None else self._frameworks.frameworks(self._class_id)

    def choose(self, class_id: ClassId) -> None:
        """Let the teacher choose a file, and read it."""
        self._tasks.spawn(self._choose(class_id))

    def put_in_place_of(self, framework_id: FrameworkId | None) -> None:
        """What would come of it there; None for a new framework."""
        self._tasks.spawn(self._fit(framework_id))

    def take(self) -> None:
        """Do it: one step to undo. What is begun is not stopped any more: it is all or nothing."""
        if self.taking is not None and not self.is_writing:
            self.is_writing = True
            self.changed.emit()
            self.begun.emit(self.taking.after.id)
            self._tasks.spawn(self._take(self.taking))

    def leave(self) -> None:
        """Forget the file; nothing of it is kept. While it is written down it stays."""
        if not self.is_writing:
            self._forget()

    def _forget(self) -> None:
        if self._worker is not None:
            self._worker.end()
        self._worker = self.read = self.taking = None
        self.file = ""
        self._telling.stop()
        self.changed.emit()

    async def _take(self, taking: Taking) -> None:
        try:
            await self._written(taking)
        except ClassroomError as error:
            self.is_writing = False
            self.changed.emit()
            self.refused.emit(problem(error))
        else:
            self.is_writing = False
            self._forget()
            self.taken.emit(taking.after.id)

    async def _written(self, taking: Taking) -> None:
        if self._apart is None:
            self._service.take(taking)
        else:
            await self._service.take_apart(taking, partial(self._tasks.off_thread, self._apart))

    async def _choose(self, class_id: ClassId) -> None:
        title = self.tr("Choose a framework")
        kinds = self.tr("Frameworks (*.json *.csv *.txt *.tsv);;All files (*)")
        path = await self._dialogs.open_file(title, kinds)
        if path is None or self.is_writing:
            return
        self._forget()
        self._class_id, self.file, self._done = class_id, path.name, 0
        worker = self._worker = self._make_worker()
        self._telling.start()
        self.changed.emit()
        try:
            answer = await self._tasks.off_thread(self._read, worker, self._make_job(path))
        except Ended:
            answer = None
        if self._worker is worker:  # nobody left meanwhile
            self._worker = None
            self._telling.stop()
            self._show(answer)

    def _read(self, worker: Worker, job: Job) -> object:
        """In a worker."""
        answer = worker.run(job, self._hear)
        return unpacked(answer) if isinstance(answer, Packed) else answer

    async def _fit(self, framework_id: FrameworkId | None) -> None:
        read = self.read
        if self._class_id is None or read is None:
            return
        ground = self._service.ground(self._class_id, read, framework_id)
        taking = await self._tasks.off_thread(self._service.fit, read, ground)
        if self.read is read:  # nobody left meanwhile
            self.taking = taking
            self.changed.emit()

    def _hear(self, done: object) -> None:
        """From the worker: it is shown by the clock."""
        self._done = done

    def _show(self, answer: object) -> None:
        if not isinstance(answer, FileFramework):
            self.leave()
            self.refused.emit(self._said(answer))
            return
        self.read = answer
        assert self._class_id is not None
        same = self._service.same_as(self._class_id, answer)
        self.put_in_place_of(same.id if same else None)
