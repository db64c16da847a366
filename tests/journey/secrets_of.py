"""A class in which every text that is not for the board says the same thing.

Which texts are for the board is written down here, so a field that is added later is a secret
until somebody says otherwise.
"""

from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import get_origin, get_type_hints

from app.classroom import Classroom
from app.domain.adults import Adult
from app.domain.changes import Change, Entity, label
from app.domain.classes import Student
from app.domain.ids import (
    AdultId,
    AttachmentId,
    DraftId,
    JudgementId,
    NeedId,
    PeriodId,
    PhotoId,
    PullOutId,
    ReflectionId,
    SlotId,
    SpecialDayId,
)
from app.domain.lessons import Lesson
from app.domain.observations import Attachment, Draft, Observation
from app.domain.photos import Photo
from app.domain.pull_outs import PullOut
from app.domain.session import AWAY
from app.domain.skills import Judgement, Skill
from app.domain.timetable import Period, Slot, SpecialDay
from app.domain.voice import HEALTH, OK, Need, Reflection
from app.services.live import LiveService
from app.services.moves import MoveService
from data.mapping import TABLES
from tests.fakes import FakeClock
from ui.bootstrap import build_demo, open_profile, profile_at

PUBLIC = {
    "Student.preferred",
    "Station.name",
    "Station.icon",
    "Station.colour",
    "Lesson.subject",
    "Lesson.topic",
    "Lesson.message",
}
# Words of the program, not of the teacher: another one in their place would mean nothing.
CODES = {
    "Rule.kind",
    "Attachment.kind",
    "Need.kind",
    "Station.kind",
    "Lesson.day",
    "Lesson.mode",
    "Lesson.wishes",
    "Lesson.template",
    "ClockEvent.kind",
    "Attendance.state",
    "Tag.tone",
    "Framework.levels",
    "Framework.method",
    "SchoolClass.language",
    "PullOut.day",
    "PullOut.letter",
    "PullOutDay.day",
    "Timetable.letters",
    "Timetable.turn",
    "Timetable.anchor",
    "Slot.letter",
    "Slot.since",
    "Slot.until",
    "SpecialDay.day",
    "SpecialDay.until",
    "SpecialDay.kind",
    "SpecialDay.letter",
}
DAY = 24 * 60


def secret_fields(kind: type[Entity]) -> list[str]:
    """The fields of a kind that hold private words."""
    hints = get_type_hints(kind)
    return [
        field.name
        for field in fields(kind)
        if f"{kind.__name__}.{field.name}" not in PUBLIC | CODES
        and (hints[field.name] is str or hints[field.name] == tuple[str, ...])
    ]


def with_secrets(thing: Entity, secret: str) -> Entity:
    """The same thing with every private word another; a family name keeps its first letter."""
    changes: dict[str, object] = {}
    for name in secret_fields(type(thing)):
        before = getattr(thing, name)
        if get_origin(get_type_hints(type(thing))[name]) is tuple:
            changes[name] = tuple(f"{secret} {at}" for at, _text in enumerate(before))
        else:
            changes[name] = f"{before[:1]}{secret}" if name == "family" else secret
    if isinstance(thing, Observation):
        changes["private"] = True
    if isinstance(thing, Student):
        changes["preferred"] = thing.name.first
    return replace(thing, **changes) if changes else thing


def kept(room: Classroom) -> Sequence[Entity]:
    return [thing for kind in TABLES for thing in room.store.find(kind)]


def what_the_demo_lacks(room: Classroom) -> Sequence[Entity]:
    """One of every other kind that holds words; a student is out for the whole of each day."""
    (school_class,) = room.classes()
    student = room.store.find(Student)[2]
    skill = next(s for s in room.store.find(Skill) if s.parent_id is not None)
    ids = [room.ids() for _ in range(12)]
    return [
        Adult(AdultId(ids[0]), school_class.id, "Ms Adeyemi"),
        PullOut(
            PullOutId(ids[1]),
            school_class.id,
            student.id,
            "speech",
            "room 3",
            0,
            DAY,
            weekdays=(1, 2, 3, 4, 5, 6, 7),
        ),
        Photo(PhotoId(ids[6]), student.id, "not to be shown", consent=False),
        Judgement(JudgementId(ids[7]), student.id, skill.id, 3, "told me", 1, "Ms Adeyemi"),
        _attachment(room, AttachmentId(ids[8])),
        Draft(DraftId(ids[9]), school_class.id, "explains own strategy", 1),
        Reflection(ReflectionId(ids[10]), student.id, 1, OK, skill.id, 3, "I guessed"),
        Need(NeedId(ids[11]), student.id, HEALTH, "carries an inhaler", 1),
        Period(PeriodId(ids[2]), "Period 1", 0, DAY),
        Slot(SlotId(ids[3]), school_class.id, PeriodId(ids[2]), 0, subject="Maths"),
        Photo(PhotoId(ids[5]), student.id, "QUJD"),
        SpecialDay(SpecialDayId(ids[4]), "2020-01-01", "2020-01-01", "off", "holiday"),
    ]


def _attachment(room: Classroom, own: AttachmentId) -> Attachment:
    seen = room.store.find(Observation)[0]
    return Attachment(own, seen.id, seen.student_id, "picture", "work.jpg", "not to be shown")


def write_class(folder: Path, clock: FakeClock, secret: str) -> None:
    """The demo class with secrets everywhere; a lesson is ready, and two students are not here."""
    build_demo(profile_at(folder), clock)
    opened = open_profile(profile_at(folder), clock)
    try:
        room = opened.classroom
        changed = [Change(thing, with_secrets(thing, secret)) for thing in kept(room)]
        more = [Change(None, with_secrets(thing, secret)) for thing in what_the_demo_lacks(room)]
        room.workspace.edit(label("class renamed", name=secret), *changed, *more)
        lesson = room.store.find(Lesson)[-1]
        session = LiveService(room).open(lesson.id)
        scene = LiveService(room).scene_of(session)
        for student in scene.students[:2]:
            MoveService(room).mark(scene, student.id, AWAY, secret, clock.now_ms() + 20 * 60_000)
    finally:
        opened.close()


def holders(folder: Path, clock: FakeClock, secret: str) -> set[str]:
    """The kinds and fields in which the secret really is."""
    opened = open_profile(profile_at(folder), clock)
    try:
        return {
            f"{type(thing).__name__}.{field.name}"
            for thing in kept(opened.classroom)
            for field in fields(thing)
            if secret in str(getattr(thing, field.name))
        }
    finally:
        opened.close()


def every_secret_field() -> set[str]:
    return {f"{kind.__name__}.{name}" for kind in TABLES for name in secret_fields(kind)}
