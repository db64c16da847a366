"""Whatever is done to the clock or to a table's time: undo gives the lesson that was before."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.session import Visit
from tests.fakes.lesson import STATIONS, LessonRoom

MINUTE = 60_000
verbs = st.one_of(
    st.tuples(st.sampled_from(["pause", "resume", "next", "back", "repeat"]), st.just(0)),
    st.tuples(st.just("extend"), st.integers(-3, 5)),
    st.tuples(st.sampled_from(["more", "stop"]), st.integers(0, 2)),
    st.tuples(st.just("move"), st.integers(0, 17)),
)


def do(room: LessonRoom, verb: str, which: int) -> None:
    scene = room.scene
    if scene is None:
        return
    if verb == "more":
        room.staying.more(scene, STATIONS[which], 1 + which)
    elif verb == "stop":
        room.staying.stop(scene, STATIONS[which])
    elif verb == "move":
        room.moves.move(scene, scene.students[which % 6].id, STATIONS[which // 6])
    elif verb == "extend":
        room.live.extend(scene.session, which)
    else:
        getattr(room.live, verb)(scene.session)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(verbs, st.integers(0, 9 * MINUTE)), max_size=12))
def test_every_step_can_be_taken_back_and_nobody_is_lost_on_the_way(life) -> None:
    room = LessonRoom()
    for (verb, which), wait in life:
        room.clock.advance(wait)
        before, steps = room.scene, room.store.count_steps()
        do(room, verb, which)
        if room.store.count_steps() > steps:
            after = room.scene
            room.workspace.undo()
            assert room.scene == before
            room.workspace.redo()
            assert room.scene == after
        scene = room.scene
        if scene is None:
            assert len({(v.student_id, v.began_at) for v in room.store.find(Visit)}) == len(
                room.store.find(Visit)
            )
            return
        seated = Counter(s for there in scene.seating.at.values() for s in there)
        everyone = seated + Counter(scene.seating.out) + Counter(scene.seating.unplaced)
        assert everyone == Counter(student.id for student in scene.students)
