"""All pages, each in a window of one desk."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel, QWidget

from app.domain.names import PersonName
from app.services.classes import ClassService
from app.settings import Settings
from tests.fakes import FakeClock
from tests.ui.desks import desk_of
from ui.bootstrap import open_profile, profile_at, settings_keeper
from ui.desk.pages import PAGES
from ui.erasing.dialog import RecordsDialog
from ui.progress.page import ProgressPage
from ui.retention.page import YearPage
from ui.settings.settings_page import SettingsPage


class Windows(QObject):
    """Writes down what is shown as a window."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            self.shown += [type(watched).__name__] if watched.isWindow() else []
        return False


@pytest.fixture
def desk(theme, qtbot, tmp_path):
    opened = open_profile(profile_at(tmp_path), FakeClock())
    room = opened.classroom
    ClassService(room).create("4B")
    settings_keeper(opened.profile).save(Settings(scheme="light", window=(0, 0, 1366, 768)))
    desk = desk_of(opened, theme, qtbot)
    yield desk
    desk.stop()
    desk.close()
    opened.close()


@pytest.mark.parametrize("key", PAGES)
def test_a_page_that_is_made_shows_no_window_of_its_own(desk, qapp, key) -> None:
    windows = Windows()
    qapp.installEventFilter(windows)
    desk.go(key)
    qapp.removeEventFilter(windows)
    assert desk.window.current == key
    assert windows.shown == []


def test_while_a_list_is_imported_the_rail_marks_the_class(desk) -> None:
    desk.go("settings")
    desk.go("import")
    assert desk.window.rail.current() == "class"


def test_a_students_records_open_from_their_drawer_too(desk) -> None:
    room = desk.room
    classes = ClassService(room)
    amara = classes.add_student(desk.class_id, PersonName("", "Amara", "Okafor")).id
    desk.show_student(amara)
    page = desk.window.findChild(ProgressPage)
    page.drawer.head.records_wanted.emit()
    (dialog,) = page.findChildren(RecordsDialog)
    assert dialog.isVisible()
    assert any("Records of Amara Okafor" in label.text() for label in dialog.findChildren(QLabel))


def test_the_years_end_is_reached_from_the_settings_and_leads_back(desk) -> None:
    desk.go("settings")
    desk.window.findChild(SettingsPage).year_button.click()
    assert (desk.window.current, desk.window.rail.current()) == ("year", "settings")
    desk.window.findChild(YearPage).back.click()
    assert desk.window.current == "settings"
