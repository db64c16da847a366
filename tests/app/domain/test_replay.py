"""Who was where at any minute of a lesson that is over."""

from hypothesis import given
from hypothesis import strategies as st

from app.domain.changes import label, made
from app.domain.clock import FINISHED, READY, ROUND, TRANSITION
from app.domain.ids import AttendanceId
from app.domain.live import LiveScene
from app.domain.replay import as_of
from app.domain.session import AWAY, Attendance
from tests.builders import MINUTE, TaughtClass


def taught() -> tuple[TaughtClass, LiveScene, dict[int, dict[str, list[str]]]]:
    """A lesson with a move, a word and an early end, and where everyone was each minute of it."""
    lesson = TaughtClass()
    session = lesson.start()
    seen = {}
    for minute in range(25):
        if minute == 3:
            scene, amara = lesson.scene(), lesson.student("Amara")
            lesson.moves.move(scene, amara, lesson.stations["Games"])
        if minute == 5:
            own = AttendanceId(lesson.room.ids())
            word = Attendance(own, session.id, lesson.student("Ben"), AWAY, lesson.clock.ms)
            lesson.room.workspace.edit(label("marked away", student="Ben"), made(word))
        seen[lesson.clock.ms] = lesson.where()
        lesson.clock.ms += MINUTE
    scene = lesson.scene()
    lesson.live.end(session)
    return lesson, lesson.live.scene_of(scene.session), seen


def where(lesson: TaughtClass, scene: LiveScene) -> dict[str, list[str]]:
    names = {s.id: name for name, s in lesson.students.items()}
    return {
        station.name: [names[s] for s in scene.seating.at[station.id]] for station in scene.stations
    }


def test_every_minute_is_as_it_was_seen_then() -> None:
    lesson, scene, seen = taught()
    for at, places in seen.items():
        assert where(lesson, as_of(scene, at)) == places


def test_the_clock_says_what_it_said() -> None:
    _lesson, scene, seen = taught()
    first, *_rest, last = seen
    phases = [as_of(scene, first + n * MINUTE).reading.phase for n in (-1, 0, 11, 12)]
    assert phases == [READY, ROUND, TRANSITION, ROUND]
    assert as_of(scene, last).reading.phase != FINISHED


@given(st.integers(0, 24 * 60_000), st.integers(0, 24 * 60_000))
def test_looking_again_changes_nothing(one: int, other: int) -> None:
    _lesson, scene, seen = LESSON
    first = min(seen)
    before = as_of(scene, first + one)
    as_of(scene, first + other)
    assert as_of(scene, first + one) == before
    placed = [s for students in before.seating.at.values() for s in students]
    everyone = [*placed, *before.seating.out, *before.seating.unplaced]
    assert sorted(everyone) == sorted(s.id for s in scene.students)


LESSON = taught()
