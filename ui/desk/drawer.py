"""Joins a student's drawer with what answers it, and with what keeps what is written in it."""

from typing import TYPE_CHECKING

from app.services.judgements import JudgementService
from app.services.needs import NeedService
from app.services.voice import VoiceService
from ui.student.drawer import StudentDrawer

if TYPE_CHECKING:
    from ui.desk.pages import Errands


def join_drawer(desk: "Errands", drawer: StudentDrawer) -> None:
    """Let it say why, let levels be set by whoever observes, and let the student's voice in.

    Needs are put away before the file is let go, and when the class is about to see the window.
    """
    drawer.judging.ask(JudgementService(desk.room), lambda: desk.settings.observer)
    drawer.voicing.ask(VoiceService(desk.room))
    drawer.needing.ask(NeedService(desk.room))
    for moment in (desk.stopping, desk.class_looks):
        moment.connect(drawer.needs.put_away)
