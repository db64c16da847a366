"""The demo class is the one of the pictures, and grows to any size."""

from collections import Counter
from datetime import date, timedelta

import pytest

from app.classroom import Classroom, furnish
from app.demo.build import DemoBuilder, DemoSize
from app.demo.class_4b import STUDENTS
from app.demo.history import DAY, read_cells
from app.demo.voices import EXITS, RATINGS
from app.domain.classes import Student
from app.domain.clock import ROUND
from app.domain.ids import ClassId
from app.domain.observations import Observation
from app.domain.pull_outs import PullOut
from app.domain.session import Visit
from app.domain.skills import Skill
from app.domain.voice import Reflection
from app.services.choices_kept import choices_kept
from app.services.lesson_end import LessonEndReader
from app.services.lessons import LessonService
from app.services.live import LiveService
from app.services.owed import OwedReader
from tests.fakes import FakeClock, FakeEvidence, FakeStore, ids


def build(size: DemoSize, seed: int = 1) -> tuple[FakeStore, ClassId, FakeClock, Classroom]:
    store, clock = FakeStore(), FakeClock()
    room = furnish(store, FakeEvidence(store), clock, ids())
    made = DemoBuilder(room.workspace, ids(10_000), clock, seed).build(size)
    return store, made, clock, room


@pytest.fixture(scope="module")
def demo() -> tuple[FakeStore, ClassId, FakeClock, Classroom]:
    return build(DemoSize())


Demo = tuple[FakeStore, ClassId, FakeClock, Classroom]


def test_a_lesson_is_in_round_2_with_everyone_where_the_picture_has_them(demo: Demo) -> None:
    _, class_id, _, room = demo
    scene = LiveService(room).scene(class_id)
    assert scene is not None
    assert (scene.reading.phase, scene.reading.round) == (ROUND, 2)
    assert scene.reading.remaining_ms == 521_000
    seats = {s.name: [scene.names[x] for x in scene.seating.at[s.id]] for s in scene.stations}
    assert seats["Teacher table"] == ["Amara", "Daniyar", "Fatima", "Maya L.", "Yusuf"]
    assert seats["Choice & create"] == ["Finn", "Kofi", "Lucía", "Zuzanna"]
    assert len(scene.seating.out) == 3


def test_one_is_at_speech_therapy_and_another_has_been_to_violin(demo: Demo) -> None:
    store, class_id, _, room = demo
    scene = LiveService(room).scene(class_id)
    assert scene is not None
    assert {scene.names[p.student_id]: p.reason for p in store.find(PullOut)} == {
        "Tane": "Speech therapy",
        "Yusuf": "Violin",
    }
    words = {scene.names[s]: word.reason for s, word in scene.seating.out.items()}
    assert words == {"Quang": "", "Sofia": "", "Tane": "Speech therapy"}
    lessons = LessonService(room)
    picture = lessons.picture(scene.lesson.id)
    out = [[scene.names[s] for s in picture.out_in(number)] for number in range(1, 5)]
    assert out == [["Yusuf"], ["Tane"], ["Tane"], []]


def test_one_visit_to_the_teacher_is_owed_and_says_why(demo: Demo) -> None:
    store, class_id, clock, _ = demo
    ((debt,),) = OwedReader(store, clock).owed(class_id).values()
    assert (debt.day, debt.why, debt.reason) == ("2026-05-13", "away", "Dentist")


def test_the_evidence_leads_to_the_levels_that_were_asked_for(demo: Demo) -> None:
    store, class_id, clock, _ = demo
    students = {s.given + s.family: s.id for s in store.find(Student, class_id=class_id)}
    skills = [s.id for s in store.find(Skill) if s.parent_id is not None]
    month = clock.now_ms() - 30 * DAY
    latest = FakeEvidence(store).latest(list(students.values()), skills, month)
    found = {(one.student_id, one.skill_id): one for one in latest}
    for wanted in STUDENTS:
        for skill, cell in zip(skills, read_cells(wanted.levels), strict=True):
            one = found.get((students[wanted.given + wanted.family], skill))
            assert (one.level if one else None) == (cell.level if cell else None)
            if one and cell:
                earlier = one.earlier_level or one.level
                assert (one.level > earlier) - (one.level < earlier) == cell.trend


def test_everyone_was_last_seen_when_the_picture_says(demo: Demo) -> None:
    store, class_id, clock, _ = demo
    students = store.find(Student, class_id=class_id)
    seen = FakeEvidence(store).last_seen([s.id for s in students])
    today = clock.local(clock.now_ms()).date()
    days = {s.given + s.family: (today - clock.local(seen[s.id]).date()).days for s in students}
    assert days == {s.given + s.family: school_day(today, s.seen) for s in STUDENTS}


def school_day(today: date, days: int) -> int:
    """Days back to the last school day that was at least `days` ago."""
    weekday = (today - timedelta(days=days)).weekday()
    return days + max(0, weekday - 4)


def test_students_had_chosen_for_the_last_lessons_and_most_came_where_they_wished(
    demo: Demo,
) -> None:
    store, class_id, clock, room = demo
    kept = choices_kept(store, room.evidence, class_id, clock.now_ms() - 14 * DAY)
    assert len(kept) == len(STUDENTS)
    assert {asked for asked, _ in kept.values()} == {4}
    assert all(first >= 2 for _, first in kept.values())


def test_the_same_seed_makes_the_same_class() -> None:
    size = DemoSize(students=6, days=20)
    assert build(size)[0].rows == build(size)[0].rows
    assert build(size, seed=2)[0].rows != build(size)[0].rows


def test_it_grows_to_sixty_students_and_forty_skills() -> None:
    store, class_id, _, room = build(DemoSize(60, 40, 20, daily=2))
    assert len(store.find(Student, class_id=class_id)) == 60
    assert len([s for s in store.find(Skill) if s.parent_id]) == 40
    per_student = Counter(o.student_id for o in store.find(Observation))
    assert min(per_student.values()) >= 28
    assert store.find(Visit)
    assert room.workspace.next_undo is None


def test_the_last_lesson_and_some_skills_have_what_students_said(demo: Demo) -> None:
    store, class_id, clock, room = demo
    reader = LessonEndReader(store, room.evidence, LiveService(room), clock)
    last = reader.last(class_id)
    assert last is not None
    exits = reader.said(last)
    names = {student.id: student.given for student in store.find(Student)}
    assert {names[one.student_id]: (one.face, one.words) for one in exits} == dict(EXITS)
    rated = [one for one in store.find(Reflection) if one.skill_id is not None]
    skills = {skill.id: skill.statement for skill in store.find(Skill)}
    assert [(names[r.student_id], skills[r.skill_id], r.level, r.words) for r in rated] == [
        *RATINGS
    ]


def test_a_class_of_others_has_nobody_who_spoke() -> None:
    store, *_ = build(DemoSize(students=0, days=5))
    assert store.find(Reflection) == ()
