"""Planning beside the windows: one search at a time, how far it is, and what was found."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.ids import LessonId
from app.domain.planning.values import Answer, Conflict, PlanProgress, Proposal
from ui.child.job import Ended, Job
from ui.tasks import Tasks

TELL_MS = 100
"""How often it is shown how far the search is."""
LONGEST_MS = 4000
"""What is found by then is taken: on a slow computer the same search would go on for long."""


class Worker(Protocol):
    """Does one job elsewhere; `ui.child.process.Child` is one."""

    def run(self, job: Job, hear: Callable[[object], None]) -> object: ...
    def stop(self) -> None: ...
    def end(self) -> None: ...


class Asked(Protocol):
    """Who knows what a search needs to know."""

    def ask(self, lesson_id: LessonId, way: str, seed: int) -> Job: ...


class Planner(QObject):
    """Searches by a way ("mix", "moves", "level", "repair") and keeps what each way found.

    `changed` says that there is something else to show: a search began, went on or ended.
    """

    changed = Signal()
    found = Signal(object)

    def __init__(
        self,
        service: Asked,
        tasks: Tasks,
        make_worker: Callable[[], Worker],
        parent: QObject | None = None,
        longest_ms: int = LONGEST_MS,
    ) -> None:
        super().__init__(parent)
        self._service = service
        self._tasks = tasks
        self._make_worker = make_worker
        self._worker: Worker | None = None
        self._seeds: dict[str, int] = {}
        self._answers: dict[str, Answer] = {}
        self._progress = PlanProgress(0.0, 0)
        self._way = ""
        self._failed = False
        self._telling = QTimer(self, interval=TELL_MS)
        self._telling.timeout.connect(self.changed)
        self._enough = QTimer(self, singleShot=True, interval=longest_ms)
        self._enough.timeout.connect(self.stop)

    @property
    def way(self) -> str:
        """The way that is searched by just now, "" for none."""
        return self._way

    @property
    def progress(self) -> PlanProgress:
        """How far the search is."""
        return self._progress

    @property
    def failed(self) -> bool:
        """Whether the last search ended without any answer."""
        return self._failed

    def answer(self, way: str) -> Answer | None:
        """What a way found for the lesson as it is."""
        return self._answers.get(way)

    def proposal(self, way: str) -> Proposal | None:
        """The plan a way found, if it found one."""
        answer = self.answer(way)
        return answer if isinstance(answer, Proposal) else None

    def conflict(self, way: str) -> Conflict | None:
        """The rules that clash, if they do."""
        answer = self.answer(way)
        return answer if isinstance(answer, Conflict) else None

    def plan(self, lesson_id: LessonId, way: str) -> None:
        """Search by a way; when it has found something already, for another plan.

        A search by another way is given up for it.
        """
        if self._way == way:
            return
        self._give_up()
        seed = self._seeds.get(way, 0) + (1 if way in self._answers else 0)
        self._seeds[way] = seed
        job = self._service.ask(lesson_id, way, seed)
        self._way, self._failed = way, False
        self._progress = PlanProgress(0.0, 0)
        self._worker = self._make_worker()
        self._telling.start()
        self._enough.start()
        self._tasks.spawn(self._search(job, way, self._worker))
        self.changed.emit()

    def stop(self) -> None:
        """Take the best plan so far."""
        if self._worker is not None:
            self._worker.stop()

    def forget(self) -> None:
        """The lesson is another one now: what was found, and is being looked for, is no use."""
        self._answers.clear()
        self._failed = False
        self._give_up()

    def _give_up(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.end()
            self._rest()

    async def _search(self, job: Job, way: str, worker: Worker) -> None:
        answer: object = None
        try:
            answer = await self._tasks.off_thread(worker.run, job, self._hear)
        except Ended:
            answer = None
        if self._worker is not worker:
            return  # meanwhile the lesson has changed
        self._worker = None
        self._failed = not isinstance(answer, Proposal | Conflict)
        if isinstance(answer, Proposal | Conflict):
            self._answers[way] = answer
        self._rest()
        self.found.emit(way)

    def _rest(self) -> None:
        self._way = ""
        self._telling.stop()
        self._enough.stop()
        self.changed.emit()

    def _hear(self, progress: object) -> None:
        """In the worker: only kept, and shown by the timer."""
        if isinstance(progress, PlanProgress):
            self._progress = progress
