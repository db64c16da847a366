"""The timeline with all that happened in it."""

from app.domain.happenings import GOAL, LESSON, OUT, STEP, Happening
from app.domain.ids import AttendanceId
from app.domain.session import ABSENT, AWAY, Attendance
from ui.student.event_words import event_words

AMARA = "Amara Okafor"


def in_order(drawer) -> list[str]:
    part = drawer.timeline
    lines = [line for line in (*part.lines, *part.events) if not line.isHidden()]
    return [line.accessibleName() for line in sorted(lines, key=lambda line: line.y())]


def open_student(drawer, room) -> None:
    drawer.show_student(room.students[AMARA])
    drawer.open_from()


def fill(room) -> None:
    room.see(AMARA, "Round", 3, days=1)
    room.see(AMARA, "Round", 2, days=5)
    room.visit(AMARA, room.table_station, 3, 12)
    room.set_goal(AMARA, "Explain", done=(True,))  # set ten days ago, its step done today
    away = next(iter(room.sessions.values())).id
    at = room.days_ago(2)
    room.keep(Attendance(AttendanceId(room.ids()), away, room.students[AMARA], ABSENT, at))


def test_lessons_absences_and_goals_come_among_the_looks_when_asked_for(
    drawer, room, qtbot
) -> None:
    fill(room)
    open_student(drawer, room)
    assert drawer.timeline.events == []
    drawer.timeline.others.click()
    wanted = [
        "Step done: Step 1 (Explain)",
        "3, Secure, Round",
        "Absent",
        "Lesson, 12 min: Teacher table",
        "2, Developing, Round",
        "New goal: Explain",
    ]
    qtbot.waitUntil(lambda: [s.split(" · ")[0] for s in in_order(drawer)] == wanted)
    drawer.timeline.others.click()
    assert len(in_order(drawer)) == 2


def test_of_one_skill_there_are_only_looks(drawer, room) -> None:
    fill(room)
    open_student(drawer, room)
    drawer.timeline.others.click()
    drawer.skills.lines[1].click()
    assert len(in_order(drawer)) == 2
    assert drawer.timeline.others.isHidden()


def test_what_is_older_than_the_looks_shown_waits_with_them(room) -> None:
    fill(room)
    timeline = room.progress.timeline(room.students[AMARA], limit=1)
    assert timeline.more
    assert [other.kind for other in timeline.others] == [STEP]


def test_every_kind_has_its_words() -> None:
    assert event_words(Happening(0, LESSON, ("A", "B"), 20)) == "Lesson, 20 min: A, B"
    assert event_words(Happening(0, GOAL, ("Explain",))) == "New goal: Explain"
    assert event_words(Happening(0, STEP, ("Draw", "Explain"))) == "Step done: Draw (Explain)"
    assert event_words(Happening(0, OUT, (AWAY, "Speech"))) == "Out of the room: Speech"
    assert event_words(Happening(0, OUT, (ABSENT, ""))) == "Absent"
