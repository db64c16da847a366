"""Reading who was not seen lately."""

from app.domain.card import STALE_DAYS
from app.domain.live import LiveScene
from app.domain.unseen import Unseen
from app.ports import Clock, Evidence
from app.services.days import days_since


class UnseenReader:
    """Looks through those who are in the room."""

    def __init__(self, evidence: Evidence, clock: Clock) -> None:
        self._evidence = evidence
        self._clock = clock

    def unseen(self, scene: LiveScene) -> tuple[Unseen, ...]:
        """Who is in the room and was not observed for a week or more, longest first.

        Who was never observed comes before.
        """
        here = [s for s in scene.students if s.id not in scene.seating.out]
        seen = self._evidence.last_seen([student.id for student in here])
        days = {s.id: self._days(seen[s.id]) for s in here if s.id in seen}
        late = [s for s in here if days.get(s.id, STALE_DAYS) >= STALE_DAYS]
        late.sort(key=lambda s: (s.id in days, -days.get(s.id, 0)))
        return tuple(
            Unseen(
                id=s.id,
                name=scene.names[s.id],
                first=s.name.first,
                family=s.family,
                days=days.get(s.id),
            )
            for s in late
        )

    def _days(self, at_ms: int) -> int:
        return days_since(self._clock, at_ms, self._clock.now_ms())
