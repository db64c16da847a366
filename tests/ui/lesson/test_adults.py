"""Several adults on the lesson's page: who observes, who leads, and nothing of it for one alone."""

import pytest
from PySide6.QtCore import Qt

from app.domain.observations import Observation
from app.domain.session import Visit
from app.services.adults import AdultService
from app.services.board_scene import board_scene
from tests.fakes.lesson import AMARA, CLASS, GAMES, TABLE, LessonRoom
from tests.ui.live.here.here_stage import open_here
from ui.capture.line import CaptureField
from ui.live.key_lines import KEYS


class Team:
    def __init__(self, qtbot, theme, *names: str) -> None:
        self.room = LessonRoom()
        self.service = AdultService(self.room)
        self.adults = [self.service.add(CLASS, name) for name in names]
        self.stage = open_here(qtbot, theme, self.room)
        self.stage.link.adults.begin()
        self.desk = self.stage.desk

    @property
    def page(self):
        return self.stage.page

    @property
    def observes(self) -> str:
        line = self.stage.link.panel.body.observer_line
        return line.text.text() if line is not None and line.isVisibleTo(line.window()) else ""

    def observe(self) -> Observation:
        self.page.select(AMARA)
        self.stage.link.panel.press_level(3)
        return max(self.room.store.find(Observation), key=lambda o: o.id)

    def leads(self, station) -> str:
        column = self.page.console.columns.column(station)
        return column.view.adult

    def led_by(self, station, text: str) -> None:
        menu = self.page.deeds.group_menu(station)
        sub = next(a.menu() for a in menu.actions() if a.text() == "Led today by")
        next(a for a in sub.actions() if a.text() == text).trigger()


@pytest.fixture
def team(qtbot, theme) -> Team:
    return Team(qtbot, theme, "Ms Okoro", "Mr Haddad")


def test_one_key_turns_to_the_next_adult_who_observes(team) -> None:
    assert team.observes == "Ms Okoro observes"
    assert team.observe().adult == "Ms Okoro"
    team.stage.key(Qt.Key.Key_O)
    assert team.observes == "Mr Haddad observes"
    assert team.observe().adult == "Mr Haddad"
    team.stage.key(Qt.Key.Key_O)
    assert team.observes == "Ms Okoro observes"
    assert [line for line in KEYS if line.keys == "O"]


def test_a_click_in_the_panel_does_the_same_and_it_is_remembered(team) -> None:
    team.stage.link.panel.body.observer_line.change.click()
    assert team.observes == "Mr Haddad observes"
    assert team.desk.settings.observer == team.adults[1].id


def test_the_capture_line_says_who_observes(team) -> None:
    field = team.page.findChild(CaptureField)
    assert field.accessibleDescription().startswith("Ms Okoro observes. ")
    team.stage.key(Qt.Key.Key_O)
    assert field.accessibleDescription().startswith("Mr Haddad observes. ")


@pytest.mark.parametrize("names", [(), ("Ms Okoro",)])
def test_with_one_adult_or_none_nothing_is_shown_or_written(qtbot, theme, names) -> None:
    team = Team(qtbot, theme, *names)
    team.stage.key(Qt.Key.Key_O)
    assert team.observes == ""
    assert team.observe().adult == ""


def test_a_second_adult_brings_the_line_and_one_less_takes_it_away(qtbot, theme) -> None:
    team = Team(qtbot, theme, "Ms Okoro")
    haddad = team.service.add(CLASS, "Mr Haddad")
    assert team.observes == "Ms Okoro observes"
    team.service.remove(haddad.id)
    assert team.observes == ""
    assert team.observe().adult == ""


def test_the_head_of_a_column_says_who_leads_it(team) -> None:
    team.service.lead(TABLE, team.adults[0].id)
    head = team.page.console.columns.column(TABLE).head
    assert team.leads(TABLE) == "Ms Okoro"
    assert head.accessibleName() == "Table, Ms Okoro"
    assert "Ms Okoro · Teacher-led" in head.toolTip()
    assert team.leads(GAMES) == ""


def test_the_menu_of_a_head_says_who_leads_today(team) -> None:
    team.service.lead(TABLE, team.adults[0].id)
    team.led_by(TABLE, "Mr Haddad")
    assert team.leads(TABLE) == "Mr Haddad"
    team.led_by(TABLE, "As always: Ms Okoro")
    assert team.leads(TABLE) == "Ms Okoro"
    team.room.workspace.undo()
    assert team.leads(TABLE) == "Mr Haddad"
    team.room.clock.advance(5 * 60_000)
    team.room.live.end(team.room.session)
    visits = team.room.store.find(Visit, station_id=TABLE)
    assert {visit.adult for visit in visits} == {"Mr Haddad"}


def test_a_station_with_nobody_at_it_can_be_given_a_leader(team) -> None:
    for student in team.room.scene.seating.at[TABLE]:
        team.room.moves.mark(team.room.scene, student, "absent")
    team.led_by(TABLE, "Mr Haddad")
    assert team.leads(TABLE) == "Mr Haddad"


def test_the_board_is_given_no_adult(team) -> None:
    team.service.lead(TABLE, team.adults[0].id)
    assert "Okoro" not in str(board_scene(team.room.scene, {}))
