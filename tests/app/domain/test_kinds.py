"""Every kind of thing that is kept, and how it lies in the database."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.adults import Adult
from app.domain.changes import Entity, label, made
from app.domain.choices import Choice
from app.domain.classes import CLOSED, VISIT, Rule, SchoolClass, Student
from app.domain.ids import (
    AdultId,
    AttachmentId,
    ChoiceId,
    ClassId,
    DraftId,
    ExtraId,
    FinishId,
    FrameworkId,
    JudgementId,
    LessonId,
    NeedId,
    ObservationId,
    PathId,
    PeriodId,
    PhotoId,
    PullOutDayId,
    PullOutId,
    ReflectionId,
    RuleId,
    SessionId,
    SkillId,
    SlotId,
    SpecialDayId,
    StationId,
    StudentId,
    TimetableId,
    VisitId,
)
from app.domain.lessons import OWN_PATHS, Lesson
from app.domain.lessons import Path as LessonPath
from app.domain.observations import Attachment, Draft, Observation
from app.domain.photos import Photo
from app.domain.pull_outs import PullOut, PullOutDay
from app.domain.session import Extra, Finish, Session, Visit
from app.domain.skills import Framework, Judgement, Skill
from app.domain.stations import Station
from app.domain.timetable import BY_DAY, SHORT, Period, Slot, SpecialDay, Timetable
from app.domain.voice import EASY, HEALTH, Need, Reflection
from app.workspace import Workspace
from data.mapping import TABLES
from data.store import SqliteStore
from tests.fakes import FakeClock, ids
from tests.fresh import fresh

CLASS, CHILD, STATION, SESSION = ClassId(1), StudentId(2), StationId(4), SessionId(6)
DAY: tuple[Entity, ...] = (
    SchoolClass(CLASS, "4B", "Maths", 0, language="es"),
    Student(CHILD, CLASS, "", "Maya", "Lindqvist", pictures=True),
    Photo(PhotoId(16), CHILD, "QUJD", True),
    Observation(ObservationId(21), CLASS, CHILD, 5, note="a bar"),
    Draft(DraftId(23), CLASS, "explains own strategy", 6, None, STATION, None, 3, "Ms Bell"),
    Attachment(AttachmentId(22), ObservationId(21), CHILD, "picture", "bar.jpg", "QUJD"),
    Framework(
        FrameworkId(17), CLASS, "Maths", ("Not yet", "Yes"), "highest", 70, 4, "f-1", "CC BY"
    ),
    Skill(
        SkillId(18), FrameworkId(17), None, "Compare", "", "N.1", 0, False, (SkillId(19),), "s-1"
    ),
    Judgement(JudgementId(19), CHILD, SkillId(18), 2, "Told me at the door", 12, "Mr Brook"),
    Adult(AdultId(3), CLASS, "Mr Brook", 1),
    Station(
        STATION, CLASS, "Tablets", "online", "green", "device-tablet", 1, 6, 6, None, 0, False,
        AdultId(3), True, "Read on", 250, 750,
    ),
    Lesson(LessonId(5), CLASS, "2026-05-14", "", "", "", (4,), 1, 600, 0, 60, (3,), 570,
        OWN_PATHS, ("owed",), "lab", 5, None, (24,)),
    LessonPath(PathId(17), LessonId(5), CHILD, 0, (4,), (1,)),
    Rule(RuleId(18), CLASS, VISIT, (2,), (4,), 2, 1, LessonId(5)),
    Rule(RuleId(25), CLASS, CLOSED, (), (4,), lesson_id=LessonId(5), rounds=(2, 3)),
    Choice(ChoiceId(19), CLASS, CHILD, (4,), LessonId(5)),
    Session(SESSION, CLASS, LessonId(5), 10),
    Reflection(ReflectionId(24), CHILD, 11, EASY, SkillId(18), 2, "I drew it", SESSION, 1),
    Need(NeedId(25), CHILD, HEALTH, "Carries an inhaler", 12),
    Visit(VisitId(7), CLASS, SESSION, CHILD, STATION, 1, 10, 20, "Mr Brook"),
    Finish(FinishId(8), SESSION, CHILD, 1, 15),
    Extra(ExtraId(9), SESSION, STATION, 1, 120_000, 16),
    PullOut(PullOutId(10), CLASS, CHILD, "Speech", "Room 3", 580, 600, (2, 4), "A"),
    PullOutDay(PullOutDayId(11), PullOutId(10), "2026-05-14"),
    Timetable(TimetableId(12), ("A", "B"), BY_DAY, "2026-05-11", (7, 1, 2, 3, 4)),
    Period(PeriodId(13), "Period 1", 540, 600, (1, 2, 3)),
    Slot(SlotId(14), CLASS, PeriodId(13), 4, "B", "Maths", "2026-01-01", "2026-07-01"),
    SpecialDay(SpecialDayId(15), "2026-05-15", "2026-05-15", SHORT, "Sports", "", (13, 540, 570)),
)  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    connection = fresh(tmp_path / "rondo.db")
    yield SqliteStore(connection)
    connection.close()


@pytest.mark.parametrize("thing", DAY, ids=lambda thing: TABLES[type(thing)])
def test_a_thing_of_the_school_day_is_read_back_as_it_was_written(
    store: SqliteStore, thing: Entity
) -> None:
    workspace = Workspace(store, ids(100), FakeClock())
    workspace.edit(label("added"), *map(made, DAY))
    assert store.get(type(thing), thing.id) == thing
    step = workspace.undo()
    assert [change.before for change in reversed(step.changes)] == list(DAY)
    assert store.find(type(thing)) == ()
