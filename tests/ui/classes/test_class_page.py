"""A teacher changes what is known about a class."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.domain.changes import label, made
from app.domain.ids import StudentId
from app.domain.names import PersonName
from app.domain.observations import Observation
from app.services.start import StartService
from app.services.tags import TagService, starter_tags
from tests.fakes.classroom import Classroom
from ui.classes.class_page import ClassPage
from ui.theme import Theme

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def room() -> Classroom:
    return Classroom()


@pytest.fixture
def tags(room) -> TagService:
    tags = starter_tags(room.class_id, room.ids)
    room.workspace.edit(label("tags added"), *map(made, tags))
    return TagService(room.store, room.workspace, room.ids)


@pytest.fixture
def page(qtbot, qapp, room, tags) -> ClassPage:
    start = StartService(room.workspace, room.ids, room.clock)
    theme = Theme(parent=qapp)
    shown = ClassPage(theme, room.classes, room.stations, room.skills, tags, start)
    qtbot.addWidget(shown)
    room.workspace.subscribe(shown.on_changed)
    shown.resize(1294, 768)
    shown.show_class(room.class_id)
    shown.show()
    return shown


def fill(qtbot, field, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def test_a_student_is_renamed_in_place_with_f2(page, room, qtbot) -> None:
    ben = room.student("Ben")
    row = page.students.rows.row(ben.id)
    qtbot.keyClick(row, Qt.Key.Key_F2)
    fill(qtbot, row.form.preferred, "Benny")
    qtbot.keyClick(row.form.preferred, Qt.Key.Key_Return)

    assert room.student("Benny").id == ben.id
    assert "Benny" in row.board.text()


def test_a_double_click_opens_the_names_and_escape_leaves_them(page, room, qtbot) -> None:
    row = page.students.rows.row(room.student("Ben").id)
    qtbot.mouseDClick(row, LEFT)
    fill(qtbot, row.form.given, "Xaver")
    qtbot.keyClick(row.form.given, Qt.Key.Key_Escape)
    assert room.student("Ben").given == "Ben"
    assert not row.form.isVisible()


def test_a_name_may_not_be_left_empty(page, room, qtbot) -> None:
    row = page.students.rows.row(room.student("王梓涵").id)
    row.edit()
    fill(qtbot, row.form.given, " ")
    qtbot.keyClick(row.form.given, Qt.Key.Key_Return)
    assert row.form.given.has_error()
    assert room.student("王梓涵").given == "王梓涵"


def test_a_student_taken_off_the_list_comes_back_by_undo(page, room, qtbot) -> None:
    ben = room.student("Ben")
    qtbot.mouseClick(page.students.rows.row(ben.id).off_button, LEFT)
    assert ben not in room.classes.students(room.class_id)

    room.workspace.undo()

    assert page.students.rows.row(ben.id).isVisible()


def test_students_are_added_one_after_the_other(page, room, qtbot) -> None:
    qtbot.mouseClick(page.students.add_button, LEFT)
    for name in ("Zuzanna", "Yusuf"):
        qtbot.keyClicks(page.students.form.given, name)
        qtbot.keyClick(page.students.form.given, Qt.Key.Key_Return)
    assert room.student("Zuzanna").given == "Zuzanna"
    assert room.student("Yusuf").given == "Yusuf"


def test_a_long_name_and_names_of_any_script_are_shown_whole(page, room) -> None:
    long = "Anneliese-Marie Wilhelmine Katharina Josephine"
    student = room.classes.add_student(room.class_id, PersonName("", long, "von und zu Hohenlohe"))
    row = page.students.rows.row(student.id)
    assert row.full.text() == f"{long} von und zu Hohenlohe"
    assert row.full.textFormat() == Qt.TextFormat.PlainText


def test_the_way_to_import_is_asked_for(page, qtbot) -> None:
    with qtbot.waitSignal(page.import_wanted):
        page.students.import_button.click()


def test_class_and_subject_are_renamed(page, room, qtbot) -> None:
    page.edit_button.click()
    fill(qtbot, page.form.name, "4C")
    qtbot.keyClick(page.form.name, Qt.Key.Key_Return)
    assert room.classes.school_class(room.class_id).name == "4C"
    assert not page.form.isVisible()


def test_a_new_class_comes_with_stations_and_is_shown(page, room, qtbot) -> None:
    page.new_button.click()
    fill(qtbot, page.form.name, "5A")
    with qtbot.waitSignal(page.class_picked) as picked:
        qtbot.keyClick(page.form.name, Qt.Key.Key_Return)
    page.show_class(picked.args[0])
    assert len(room.stations.stations(picked.args[0])) == 5
    assert page.switcher.isVisible()
    assert page.students.empty.isVisible()


def test_a_class_without_a_name_is_not_made(page, room, qtbot) -> None:
    page.new_button.click()
    qtbot.keyClick(page.form.name, Qt.Key.Key_Return)
    assert page.form.name.has_error()
    assert len(room.classes.classes()) == 1


def test_a_class_is_put_away_and_another_is_shown(page, room, qtbot) -> None:
    other = room.classes.create("5A")
    page.edit_button.click()
    with qtbot.waitSignal(page.class_picked) as picked:
        page.form.away_button.click()
    assert picked.args == [other.id]
    assert room.classes.classes() == (other,)


def test_picked_students_are_kept_apart_and_the_rule_can_go(page, room, qtbot) -> None:
    page.show_tab("rules")
    assert not page.rules.apart_button.isEnabled()
    pair = [room.student("Amara").id, room.student("Ben").id]
    for student in pair:
        qtbot.mouseClick(page.rules.chips[student], LEFT)

    qtbot.mouseClick(page.rules.apart_button, LEFT)

    (rule,) = room.classes.rules(room.class_id)
    assert (rule.kind, set(rule.student_ids)) == ("apart", set(pair))
    row = page.rules.rows.row(rule.id)
    assert row.names.text() == "Amara, Ben"
    qtbot.mouseClick(row.remove_button, LEFT)
    assert room.classes.rules(room.class_id) == ()


def test_a_rule_names_only_who_is_still_in_the_class(page, room) -> None:
    trio = [room.student(name).id for name in ("Amara", "Ben", "王梓涵")]
    rule = room.classes.keep_together(room.class_id, trio)
    room.classes.take_off([trio[1]])
    assert page.rules.rows.row(rule.id).names.text() == "Amara, 王梓涵"


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


def test_a_station_is_renamed_where_its_name_stands(page, room, qtbot) -> None:
    card = station_card(page, room, "Games")
    fill(qtbot, card.name, "Fraction & more games")
    qtbot.keyClick(card.name, Qt.Key.Key_Return)
    assert kept(room, "Fraction & more games").colour == "orange"


def test_an_empty_station_name_is_refused_and_escape_brings_the_old_one(
    page, room, qtbot
) -> None:
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
    qtbot.keyClicks(page.tags.field, "Asks for help")
    qtbot.keyClick(page.tags.field, Qt.Key.Key_Return)
    tag = tags.tags(room.class_id)[-1]
    row = page.tags.rows.row(tag.id)
    row.tone.picked.emit("positive")
    assert tags.tags(room.class_id)[-1].tone == "positive"
    qtbot.mouseClick(row.remove_button, LEFT)
    assert len(tags.tags(room.class_id)) == 5


def test_a_tag_that_is_there_is_not_added_twice(page, room, tags, qtbot) -> None:
    page.show_tab("tags")
    qtbot.keyClicks(page.tags.field, "stuck")
    qtbot.keyClick(page.tags.field, Qt.Key.Key_Return)
    assert page.note.isVisible()
    assert len(tags.tags(room.class_id)) == 5


def test_every_control_says_what_it_is(page) -> None:
    for tab in ("students", "stations", "skills", "rules", "tags"):
        page.show_tab(tab)
        stops = [
            widget
            for widget in page.findChildren(QWidget)
            if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        ]
        silent = [
            widget
            for widget in stops
            if not (widget.accessibleName() or getattr(widget, "text", str)())
        ]
        assert stops
        assert silent == []
