"""Who is not at a station, and why, as values to draw."""

from typing import NamedTuple

from app.domain import session as did
from app.domain.classes import Student
from app.domain.ids import StudentId
from app.domain.live import LiveScene
from app.domain.session import Attendance
from app.ports import Clock
from ui.format import clock_time
from ui.live.words import tr
from ui.widgets.avatar import initials, shape_of


class ChipView(NamedTuple):
    """A student in the tray; `placeless` is in the room and has no station yet."""

    student: StudentId
    name: str
    initials: str
    shape: str
    reason: str
    placeless: bool = False


def tray_views(scene: LiveScene, clock: Clock) -> tuple[ChipView, ...]:
    """Those without a place first, then those who are not in the room."""
    by_id = {student.id: student for student in scene.students}
    placeless = [
        _chip(by_id[s], scene.names[s], tr("No place yet"), placeless=True)
        for s in scene.seating.unplaced
    ]
    out = [
        _chip(by_id[student], scene.names[student], reason(scene, word, clock))
        for student, word in scene.seating.out.items()
    ]
    return (*placeless, *out)


def _chip(student: Student, name: str, why: str, placeless: bool = False) -> ChipView:
    letters = initials(student.name.first, student.family)
    return ChipView(student.id, name, letters, shape_of(student.id), why, placeless)


def reason(scene: LiveScene, word: Attendance, clock: Clock) -> str:
    """Why a student is out, until when, and the round to expect the student back in."""
    if word.state == did.ABSENT:
        return tr("Absent")
    if word.state == did.LATE:
        return tr("Late")
    if word.until is None:
        return word.reason or tr("Away")
    return _away(scene, word.reason, word.until, clock)


def _away(scene: LiveScene, why: str, until: int, clock: Clock) -> str:
    at = clock_time(clock.local(until))
    if until <= clock.now_ms():
        return tr("Due back {time}", time=at)
    number = back_in_round(scene, until)
    facts: dict[str, object] = {"reason": why or tr("Away"), "time": at, "round": number}
    if number is None or number <= scene.reading.round:
        return tr("{reason} until {time}", **facts)
    return tr("{reason} until {time} · back for round {round}", **facts)


def back_in_round(scene: LiveScene, until: int) -> int | None:
    """The round that runs at that time by the clock as it stands, None after the last one."""
    starts = scene.round_starts
    if not starts or until >= starts[-1] + scene.reading.round_ms:
        return None
    return max((n for n, start in enumerate(starts, 1) if start <= until), default=1)
