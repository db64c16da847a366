"""Frameworks in the class page: how they count, what their levels are called, and their tree."""

import pytest
from PySide6.QtCore import Qt

from app.domain.changes import label, made
from app.domain.ids import ClassId, ObservationId, SkillId, StudentId
from app.domain.observations import Observation
from app.domain.skills import AVERAGE, DECAYING, MOST_RECENT, N_TIMES, Framework, How, Skill
from ui.classes.skills.skill_menu import skill_menu
from ui.classes.skills.skills_tab import MOST_ROWS


@pytest.fixture
def tab(page):
    page.show_tab("skills")
    return page.skills


def framework(room) -> Framework:
    return room.store.find(Framework)[0]


def choose(dropdown, key: object) -> None:
    dropdown.set_current(key)
    dropdown.picked.emit(key)


def statements(tab) -> list[str]:
    return [row.statement.text() for row in tab.rows]


def test_the_method_says_what_it_does_and_holds_at_once(tab, room) -> None:
    assert tab.bar.how.label() == "Most recent, 4 levels"
    assert not tab.bar.form.isVisibleTo(tab)
    tab.bar.how.click()
    form = tab.bar.form
    assert form.isVisibleTo(tab)
    assert not tab.rows.isVisibleTo(tab)
    choose(form.method, DECAYING)
    assert framework(room).how == How(DECAYING, 65)
    assert form.percent.isVisibleTo(form)
    assert not form.times.isVisibleTo(form)
    assert "counts 65 %" in form.explanation.text()
    form.percent.set_value(70)
    form.percent.changed.emit(70)
    assert framework(room).how == How(DECAYING, 70)
    assert "the average of all before it 30 %" in form.explanation.text()
    choose(form.method, N_TIMES)
    assert form.times.isVisibleTo(form)
    choose(form.method, AVERAGE)
    assert tab.bar.how.label() == "Average, 4 levels"
    for _ in range(4):
        room.workspace.undo()
    assert framework(room).how == How(MOST_RECENT)
    assert form.method.current() == MOST_RECENT


def test_levels_get_own_words_and_there_may_be_more(tab, room, qtbot) -> None:
    tab.bar.how.click()
    form = tab.bar.form
    word = form.levels[0].word
    word.selectAll()
    qtbot.keyClicks(word, "Not yet")
    qtbot.keyClick(word, Qt.Key.Key_Return)
    assert framework(room).levels[0] == "Not yet"
    form.more.click()
    form.more.click()
    assert framework(room).levels[4:] == ("Level 5", "Level 6")
    assert not form.more.isEnabled()
    for _ in range(4):
        form.fewer.click()
    assert framework(room).levels == ("Not yet", "Developing")
    assert not form.fewer.isEnabled()
    assert sum(line.isVisibleTo(form) for line in form.levels) == 2


def test_a_level_that_was_given_stays_and_it_is_said_why(page, tab, room) -> None:
    amara = StudentId(room.student("Amara").id)
    skill = room.skills.choices(room.class_id)[0]
    seen = Observation(ObservationId(room.ids()), ClassId(room.class_id), amara, 5, skill.id, 4)
    room.workspace.edit(label("observed"), made(seen))
    tab.bar.how.click()
    tab.bar.form.fewer.click()
    assert len(framework(room).levels) == 4
    assert "Somebody stands at “Extending”" in page.note.accessibleName()


def test_a_second_framework_is_added_named_and_chosen(tab, room, qtbot) -> None:
    assert not tab.bar.choice.isVisibleTo(tab)
    first = statements(tab)
    tab.bar.new.click()
    assert tab.bar.choice.isVisibleTo(tab)
    assert statements(tab) == []
    qtbot.keyClicks(tab.bar.name, "Reading")
    qtbot.keyClick(tab.bar.name, Qt.Key.Key_Return)
    assert [f.name for f in room.store.find(Framework)] == ["Maths", "Reading"]
    tab.area.set_text("Phonics\n\tBlends sounds")
    tab.add_button.click()
    assert statements(tab) == ["Phonics", "Blends sounds"]
    choose(tab.bar.choice, framework(room).id)
    assert statements(tab) == first


def test_an_entry_is_moved_by_its_menu(tab, room, theme) -> None:
    entries = room.skills.rows(room.class_id)
    leaves = [e.skill for e in entries if not e.strand]
    last = entries[-1]
    menu = skill_menu(theme, tab, last, leaves, room.frameworks, lambda deed: deed())
    acts = {action.text(): action for action in menu.actions()}
    acts["Move up"].trigger()
    assert next(e.skill.id for e in room.skills.rows(room.class_id)) == last.skill.id
    later = next(action.menu() for action in menu.actions() if action.text() == "Learned before")
    later.actions()[0].trigger()
    assert room.store.get(Skill, last.skill.id).precedes == (leaves[0].id,)


def test_thousands_are_found_by_a_word(tab, room) -> None:
    own = framework(room).id
    more = [Skill(SkillId(room.ids()), own, None, f"Skill {n}", code=f"K.{n}") for n in range(3000)]
    room.workspace.edit(label("skills added", count="3000"), *map(made, more))
    assert len(statements(tab)) == MOST_ROWS
    assert f"{MOST_ROWS} of " in tab.empty.text()
    tab.search.setText("k.2999")
    assert statements(tab) == ["Skill 2999"]
    tab.search.setText("nothing like it")
    assert tab.empty.text() == "No skill has these words."
