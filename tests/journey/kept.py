"""What is in a profile that nobody has open."""

import json
from pathlib import Path

from app.domain.changes import Label
from app.services.live import LiveService
from data.backups import inspect
from data.database import connect
from tests.journey.real_app import Places
from ui.bootstrap import open_profile, profile_at
from ui.clock import SystemClock
from ui.wording import sentence


def kept_places(profile: Path) -> Places:
    """Who would be where if the lesson were shown now; the whole file is checked first."""
    inspect(profile_at(profile).database)
    opened = open_profile(profile_at(profile), SystemClock())
    try:
        room = opened.classroom
        scene = LiveService(room).scene(room.classes()[-1].id)
        assert scene is not None
        seated = scene.seating.at
        return {s.name: [scene.names[who] for who in seated[s.id]] for s in scene.stations}
    finally:
        opened.close()


def kept_sentences(profile: Path) -> list[str]:
    """What was done, in the words the teacher read, oldest first."""
    connection = connect(profile_at(profile).database)
    try:
        rows = connection.execute("SELECT verb, facts FROM step WHERE undoable = 1 ORDER BY id")
        return [sentence(Label(verb, json.loads(facts))) for verb, facts in rows]
    finally:
        connection.close()
