"""What tests of importing share: a class with Amara in it, a page, and lists."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.classroom import furnish
from app.domain.classes import SchoolClass
from app.domain.names import PersonName
from app.services.classes import ClassService
from app.services.roster import RosterService
from app.workspace import Workspace
from data.files.class_list import ClassListReader
from tests.fakes import FakeClock, FakeDialogs, FakeEvidence, FakeStore, FakeTasks, ids
from ui.importing.page import ImportPage
from ui.theme import Theme

COMP = """Surname,Forename,Known as,DOB,Support
Whitaker,Ben,,2016-11-03,
العلي,محمد,,2017-03-11,EAL
,王梓涵,,2016-12-01,EAL
Fernández,LucÃ­a,,2017-01-22,
García,,,2016-10-30,SEN K
Lindqvist,Maya,,2016-12-19,
Patel,Maya,,2017-02-08,
"Rossi, Sofia",,,2016-09-27,
Okafor,Amara,,2016-10-14,
Total: 10,,,,
"""
WHITAKER, WANG, LUCIA, GARCIA, ROSSI, AMARA, TOTAL = 1, 3, 4, 5, 8, 9, 10
READY = 7


@dataclass(frozen=True)
class ImportRoom:
    """A page for class 4B, in which Amara is, and the world around it."""

    page: ImportPage
    store: FakeStore
    workspace: Workspace
    roster: RosterService
    dialogs: FakeDialogs
    school_class: SchoolClass

    def names(self) -> list[str]:
        """Who is in 4B now."""
        return [known.name.full for known in self.roster.known_students(self.school_class.id)]

    def state(self, row: int) -> str:
        """What the page thinks of a row."""
        return self.page.work.draft.row(row).state.value

    def shown(self) -> list[int]:
        """The rows in the table, in their order."""
        model = self.page.check.model
        return [model.row_at(model.index(at, 0)).index for at in range(model.rowCount())]


def build(qtbot: QtBot, theme: Theme) -> Iterator[ImportRoom]:
    store, clock, counter, dialogs = FakeStore(), FakeClock(), ids(), FakeDialogs()
    room = furnish(store, FakeEvidence(store), clock, counter)
    workspace = room.workspace
    roster = RosterService(room)
    four_b = ClassService(room).create("4B")
    roster.add_students(four_b.id, [PersonName("Amara", "Amara", "Okafor")])
    reader = ClassListReader()
    page = ImportPage(theme, roster, reader, FakeTasks(), dialogs, reader.bytes_of)
    qtbot.addWidget(page)
    stop = workspace.subscribe(page.on_changed)
    page.resize(1294, 768)
    page.open_class(four_b.id)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    yield ImportRoom(page, store, workspace, roster, dialogs, four_b)
    stop()


def file_of(tmp_path: Path, content: bytes, name: str = "4B_list.csv") -> Path:
    """A file with these bytes."""
    path = tmp_path / name
    path.write_bytes(content)
    return path
