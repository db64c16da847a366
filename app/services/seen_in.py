"""The lesson in which something was seen, as it was then."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from app.classroom import Classroom
from app.domain.live import LiveScene
from app.domain.observations import Observation
from app.domain.replay import as_of
from app.domain.session import Session
from app.services.live import LiveService


class SeenIn(NamedTuple):
    """A lesson from `began_at` to `ended_at` (ms UTC; to now while it goes on).

    `scene` is the lesson as it ended, `moment` gives it at any time of it.
    """

    began_at: int
    ended_at: int
    scene: LiveScene
    moment: Callable[[int], LiveScene]


def seen_in(room: Classroom, seen: Observation) -> SeenIn | None:
    """The lesson; None for what was seen outside one, or in one that was taken back."""
    session = room.store.get(Session, seen.session_id) if seen.session_id else None
    if session is None:
        return None
    scene = LiveService(room).scene_of(session)
    spans = scene.reading.spans
    began = spans[0].began_at if spans else session.opened_at
    return SeenIn(began, session.ended_at or room.clock.now_ms(), scene, partial(as_of, scene))
