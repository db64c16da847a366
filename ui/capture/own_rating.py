"""A level that a student gives: "maya says 3" in the palette is kept as theirs."""

from collections.abc import Callable

from app.domain.capture.reading import Captured
from app.domain.ids import SkillId
from app.domain.observations import Observation
from app.domain.voice import Reflection
from app.services.voice import VoiceService

Record = Callable[[Captured, bool], Observation | Reflection]


def keeping_own(record: Record, voice: VoiceService) -> Record:
    """Writes an own rating down as what the student said, and everything else with `record`."""

    def keep(said: Captured, private: bool) -> Observation | Reflection:
        if not said.own or said.skill_id is None or said.level is None:
            return record(said, private)
        return voice.rate(said.student_id, SkillId(said.skill_id), said.level, said.note)

    return keep
