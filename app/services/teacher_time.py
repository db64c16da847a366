"""How long each student was with the teacher this week."""

from collections import Counter
from collections.abc import Mapping, Sequence

from app.domain.ids import ClassId, StudentId
from app.domain.stations import TEACHER_LED, Station
from app.domain.visits import Stay
from app.ports import Clock, Evidence, Store
from app.services.days import week_start
from app.services.running import running_stays

MINUTE_MS = 60_000


def teacher_minutes(
    store: Store,
    evidence: Evidence,
    clock: Clock,
    class_id: ClassId,
    running: Sequence[Stay] | None = None,
) -> Mapping[StudentId, int]:
    """Whole minutes at teacher-led stations since Monday; students without any are left out.

    The lesson that is being taught counts up to now: its stays, read here unless they are given.
    In two lessons at once, as a guest, nobody is with a teacher for more than the time it took.
    """
    now = clock.now_ms()
    monday = week_start(clock, now)
    led = {s.id for s in store.find(Station) if s.kind == TEACHER_LED}
    spent = Counter(evidence.visit_ms(class_id, sorted(led), monday))
    stays = running_stays(store, clock, class_id) if running is None else running
    until = dict[StudentId, int]()
    for stay in sorted(stays, key=lambda one: one.began_at):
        if stay.station_id in led and stay.began_at >= monday:
            begun = max(stay.began_at, until.get(stay.student_id, 0))
            spent[stay.student_id] += max(0, stay.ended_at - begun)
            until[stay.student_id] = max(begun, stay.ended_at)
    return {student: total // MINUTE_MS for student, total in spent.items()}
