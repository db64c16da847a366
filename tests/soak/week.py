"""A school week: lessons of random deeds, each looked at when it is done."""

import random
from collections import Counter, deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.conftest import LogLines
from tests.journey.teacher import CTRL, CTRL_SHIFT, MINUTE, Teacher
from tests.soak.around import Around
from tests.soak.clocking import Clocking
from tests.soak.hand import Deed, Hand, NotNow
from tests.soak.lessons import Lessons
from tests.soak.moving import Moving
from tests.soak.noticing import Noticing
from tests.soak.truths import IN_A_LESSON, Picture, picture

LAST = 12
"""So many deeds are told of when something is wrong."""
SAMPLE = 0.25
DAYS_AHEAD = (1, 1, 1, 1, 3)


class Week:
    """Lived through by one teacher. `said` hears of warnings."""

    def __init__(self, teacher: Teacher, seed: int, log: LogLines) -> None:
        self.teacher = teacher
        self.seed = seed
        self.done: Counter[str] = Counter()
        self._log = log
        self._chance = random.Random(seed)
        self._last: deque[str] = deque(maxlen=LAST)
        self._hand = Hand(teacher, self._chance)
        self._around = Around(teacher, self._chance)
        self.lessons = Lessons(teacher, self._chance)
        moving, seeing = Moving(teacher, self._chance), Noticing(teacher, self._chance)
        clock = Clocking(teacher, self._chance)
        self._kinds = (
            *((moving.deeds(), 5), (seeing.deeds(), 4), (clock.deeds(), 2)),
            (self._around.deeds(), 2),
        )

    def day(self, lessons: int, turns: Callable[[], Iterator[int]]) -> None:
        """Some lessons, and home; the app is closed for the night."""
        for number in range(lessons):
            with self.told():
                self._last.append(f"lesson {number + 1} begins")
                self.lessons.begin()
            for _turn in turns():
                if not self._hand.teaches:
                    with self.told():
                        self.lessons.begin()
                self.step()
            with self.told():
                self._last.append("the lesson ends")
                self.lessons.end()
                self._look()
            self.teacher.computer.clock.advance(self._chance.randint(5, 20) * MINUTE)

    def night(self, number: int) -> None:
        """The computer is shut; the next school day begins at the same hour."""
        self.teacher.computer.stop()
        days = DAYS_AHEAD[number % len(DAYS_AHEAD)]
        self.teacher.computer.clock.advance(days * 24 * 60 * MINUTE)
        self.teacher.computer.start()

    def step(self) -> None:
        """One deed, and everything that must be so after it."""
        deed = self._choose()
        sampled = deed.timeless and self._chance.random() < SAMPLE
        room, before = self.teacher.desk.room, None
        with self.told():
            newest, steps = room.workspace.newest, room.store.count_steps()
            before = picture(self.teacher) if sampled else None
            self._last.append(deed.name)
            try:
                deed.do()
            except NotNow:
                self._last[-1] += " (not now)"
                self.done["not now"] += 1
            else:
                self.done[deed.name] += 1
            self._hand.rest()
            self._hand.calm()
            self._around.home()
            self._look()
            if before is not None:
                self._turn_round(before, newest, room.store.count_steps() - steps)

    @contextmanager
    def told(self) -> Iterator[None]:
        """A failure says how to come to it again."""
        try:
            yield
        except BaseException as error:
            error.add_note(f"seed {self.seed}; the last: {', '.join(self._last)}")
            error.add_note(f"the keyboard is with {QApplication.focusWidget()}")
            tops = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
            error.add_note(f"windows: {tops}")
            error.add_note(f"so far: {dict(self.done)}")
            raise

    def _choose(self) -> Deed:
        deeds, _weight = self._chance.choices(self._kinds, [weight for _, weight in self._kinds])[0]
        scene = self.teacher.desk.live.page.scene
        started = scene is not None and scene.reading.phase != "ready"
        return self._chance.choice([deed for deed in deeds if started or not deed.running])

    def _look(self) -> None:
        assert self._log.surprises() == []
        assert self.teacher.computer.bugs() == []
        if self._hand.teaches and self.teacher.desk.window.current == "live":
            for holds in IN_A_LESSON:
                holds(self.teacher)

    def _turn_round(self, before: Picture, newest: object, most: int) -> None:
        """Undo of what was just done gives the picture before, and redo the one after."""
        after, room, count = picture(self.teacher), self.teacher.desk.room, 0
        while room.workspace.newest != newest and count < most:
            self.teacher.press(Qt.Key.Key_Z, CTRL)
            count += 1
        if not count:
            return
        self._last.append(f"undone {count}")
        self._same(picture(self.teacher), before)
        for _time in range(count):
            self.teacher.press(Qt.Key.Key_Z, CTRL_SHIFT)
        self._last.append("done again")
        self._same(picture(self.teacher), after)
        self._look()

    @staticmethod
    def _same(found: Picture, wanted: Picture) -> None:
        for field, one, other in zip(Picture._fields, found, wanted, strict=True):
            if field == "kept":
                differs = [
                    table for table in wanted.kept if found.kept[table] != wanted.kept[table]
                ]
                assert differs == [], {t: _apart(found.kept[t], wanted.kept[t]) for t in differs}
            else:
                assert one == other, f"{field}: {one} and not {other}"


def _apart(found: list[tuple[object, ...]], wanted: list[tuple[object, ...]]) -> object:
    return set(found) ^ set(wanted)
