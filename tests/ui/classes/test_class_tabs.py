"""A teacher changes stations, skills and tags where they stand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.changes import label, made
from app.domain.ids import StudentId
from app.domain.observations import Observation
from app.domain.skill_text import read_outline
from ui.classes.stations.stations_tab import MOST_OFFERED

LEFT = Qt.MouseButton.LeftButton


def fill(qtbot, field, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def station_card(page, room, name: str):
    page.show_tab("stations")
    found = next(s for s in room.stations.stations(room.class_id) if s.name == name)
    return page.stations.rows.row(found.id)


def kept(room, name: str):
    return next(s for s in room.stations.stations(room.class_id) if s.name == name)


def test_a_station_is_changed_on_its_card(page, room, qtbot) -> None:
    card = station_card(page, room, "Games")
    card.kind.picked.emit("project")
    card.seats.changed.emit(4)
    qtbot.mouseClick(card.has_devices, LEFT)
    card.devices.changed.emit(3)
    card.skill.picked.emit(room.skills.choices(room.class_id)[1].id)
    card.badge.click()
    qtbot.mouseClick(card.picker.colours["yellow"], LEFT)
    qtbot.mouseClick(card.picker.icons["star"], LEFT)
    station = kept(room, "Games")
    assert (station.kind, station.seats_max, station.devices) == ("project", 4, 3)
    assert (station.colour, station.icon) == ("yellow", "star")
    assert station.skill_id == room.skills.choices(room.class_id)[1].id


def test_of_hundreds_of_skills_a_station_gets_any_by_its_words(page, room) -> None:
    lines = read_outline(
        "\n".join(f"Count in steps of {n}" for n in range(2, 2 + MOST_OFFERED + 100))
    )
    room.skills.add_list(room.class_id, lines)
    card = station_card(page, room, "Games")
    card.skill.showPopup()
    QTest.keyClicks(card.skill.search.field, "steps 287")
    QTest.keyClick(card.skill.search.field, Qt.Key.Key_Return)
    chosen = kept(room, "Games").skill_id
    (skill,) = (one for one in room.skills.choices(room.class_id) if one.id == chosen)
    assert skill.statement == "Count in steps of 287"
    assert card.skill.currentText() == "Count in steps of 287"
    card.skill.showPopup()
    QTest.keyClick(card.skill.search.field, Qt.Key.Key_Return)  # the first row is none of them
    assert kept(room, "Games").skill_id is None


def test_a_station_is_renamed_where_its_name_stands(page, room, qtbot) -> None:
    card = station_card(page, room, "Games")
    fill(qtbot, card.name, "Fraction & more games")
    qtbot.keyClick(card.name, Qt.Key.Key_Return)
    assert kept(room, "Fraction & more games").colour == "orange"


def test_an_empty_station_name_is_refused_and_escape_brings_the_old_one(page, room, qtbot) -> None:
    card = station_card(page, room, "Games")
    fill(qtbot, card.name, " ")
    qtbot.keyClick(card.name, Qt.Key.Key_Return)
    assert card.name.has_error()
    assert page.note.isVisible()
    qtbot.keyClick(card.name, Qt.Key.Key_Escape)
    assert card.name.text() == "Games"


def order(room) -> list[str]:
    return [s.name for s in room.stations.stations(room.class_id)]


def test_stations_are_ordered_by_arrows_and_by_dragging(page, room, qtbot) -> None:
    before = order(room)
    qtbot.mouseClick(station_card(page, room, "Games").up, LEFT)
    assert order(room) == ["Games", "Teacher table", *before[2:]]

    card = station_card(page, room, "Games")
    QTest.mousePress(card.grip, LEFT)
    below = station_card(page, room, "Tablets").rect().bottomLeft()
    at = card.grip.mapFromGlobal(station_card(page, room, "Tablets").mapToGlobal(below))
    QTest.mouseRelease(card.grip, LEFT, pos=at)

    assert order(room) == ["Teacher table", "Tablets", "Games", *before[3:]]


def test_stations_come_and_go(page, room, qtbot) -> None:
    page.show_tab("stations")
    qtbot.keyClicks(page.stations.field, "Reading corner")
    qtbot.keyClick(page.stations.field, Qt.Key.Key_Return)
    assert kept(room, "Reading corner").colour == "vermil"
    qtbot.mouseClick(station_card(page, room, "Reading corner").remove_button, LEFT)
    assert "Reading corner" not in order(room)


def test_a_pasted_list_is_previewed_before_it_is_kept(page, room, qtbot) -> None:
    page.show_tab("skills")
    page.skills.area.set_text("Fractions\n\tAdd fractions\n\tOrder fractions\nMeasures")
    assert page.skills.add_button.label() == "Add 2 skills"
    assert "Order fractions" in page.skills.preview.text()
    assert len(room.skills.choices(room.class_id)) == 3

    qtbot.mouseClick(page.skills.add_button, LEFT)

    assert len(room.skills.choices(room.class_id)) == 5
    assert page.skills.area.text() == ""
    assert not page.skills.add_button.isEnabled()


def skill_row(page, room, statement: str):
    page.show_tab("skills")
    entries = room.skills.rows(room.class_id)
    found = next(e.skill for e in entries if e.skill.statement == statement)
    return found, page.skills.rows.row(found.id)


def test_a_skill_is_renamed_retired_and_deleted(page, room, qtbot) -> None:
    shapes, row = skill_row(page, room, "Shapes")
    fill(qtbot, row.short, "Shp")
    qtbot.keyClick(row.short, Qt.Key.Key_Return)
    qtbot.mouseClick(row.retire_button, LEFT)
    assert row.retire_button.label() == "Use again"
    qtbot.mouseClick(row.retire_button, LEFT)
    assert room.skills.choices(room.class_id)[-1].short == "Shp"
    qtbot.mouseClick(row.delete_button, LEFT)
    assert shapes.id not in {e.skill.id for e in room.skills.rows(room.class_id)}


def test_a_skill_with_evidence_says_why_it_stays(page, room, qtbot) -> None:
    shapes, row = skill_row(page, room, "Shapes")
    amara = StudentId(room.student("Amara").id)
    seen = Observation(room.ids(), room.class_id, amara, 5, skill_id=shapes.id, level=2)
    room.workspace.edit(label("observed"), made(seen))
    qtbot.mouseClick(row.delete_button, LEFT)
    assert page.note.isVisible()
    assert "Shapes" in page.note.accessibleName()


def test_tags_are_added_changed_and_removed(page, room, tags, qtbot) -> None:
    page.show_tab("tags")
    qtbot.keyClicks(page.tags.more.field, "Asks for help")
    qtbot.keyClick(page.tags.more.field, Qt.Key.Key_Return)
    tag = tags.tags(room.class_id)[-1]
    row = page.tags.rows.row(tag.id)
    row.tone.picked.emit("positive")
    assert tags.tags(room.class_id)[-1].tone == "positive"
    qtbot.mouseClick(row.remove_button, LEFT)
    assert len(tags.tags(room.class_id)) == 5


def test_a_tag_that_is_there_is_not_added_twice(page, room, tags, qtbot) -> None:
    page.show_tab("tags")
    qtbot.keyClicks(page.tags.more.field, "stuck")
    qtbot.keyClick(page.tags.more.field, Qt.Key.Key_Return)
    assert page.note.isVisible()
    assert len(tags.tags(room.class_id)) == 5


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_what_may_be_done_with_a_student_is_never_cut(page, room, theme, qtbot, scale) -> None:
    theme.choose(scale=scale)
    button = page.students.rows.row(room.student("Anneliese-Marie").id).off_button
    qtbot.waitUntil(lambda: button.width() >= button.sizeHint().width())
    right = button.mapTo(page.students, button.rect().topRight()).x()
    assert right < page.students.width()


def test_all_students_can_be_picked_for_a_rule_at_any_text_size(page, theme) -> None:
    page.show_tab("rules")
    theme.choose(scale=2.0)
    page.resize(900, 560)
    page.repaint()
    for chip in page.rules.chips.values():
        assert chip.parentWidget().rect().contains(chip.geometry())
