"""Joins the skills of a class with what reads frameworks from files."""

from typing import TYPE_CHECKING

from app.services.framework_files import FrameworkFileService
from app.services.frameworks import FrameworkService
from ui.bootstrap import framework_job
from ui.child.process import Child
from ui.classes.skills.framework_reading import FrameworkReading
from ui.classes.skills.framework_words import refusal
from ui.classes.skills.skills_tab import SkillsTab

if TYPE_CHECKING:
    from ui.desk.pages import Errands


def read_frameworks(desk: "Errands", tab: SkillsTab) -> None:
    """Let the tab take frameworks from files."""
    room = desk.room
    reading = FrameworkReading(
        FrameworkFileService(room),
        FrameworkService(room),
        desk.tasks,
        desk.dialogs,
        Child,
        framework_job,
        refusal,
        desk.opened.record_apart if desk.opened.writes_apart else None,
    )
    reading.setParent(tab)
    tab.read_with(reading)
