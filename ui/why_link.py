"""Joins a student's drawer with what answers why a level is what it is."""

from typing import TYPE_CHECKING

from app.services.judgements import JudgementService
from ui.student.drawer import StudentDrawer

if TYPE_CHECKING:
    from ui.pages import Errands


def answer_why(desk: "Errands", drawer: StudentDrawer) -> None:
    """Let the drawer answer, and let whoever observes set a level by hand."""
    room = desk.room
    service = JudgementService(room)
    drawer.judging.ask(service, lambda: desk.settings.observer)
