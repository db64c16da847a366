"""5 and 8: damage that is met, or looked for, while the class is open."""

import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.observations import Observation
from app.errors import NotRead, NotSaved
from app.services.live import LiveService
from app.services.observe import ObserveService
from data.damage.look import look
from data.database import connect
from tests.faults.damaged import BEFORE, PAGE, Taught
from tests.faults.opened import App
from tests.faults.tally import Tally
from ui.progress.page import ProgressPage
from ui.settings.check_section import CheckSection
from ui.upkeep.checkup import AGAIN_MS, Checkup


@pytest.fixture
def taught(app: App, tmp_path: Path) -> Iterator[Taught]:
    """The class is open, and its page shows the lesson."""
    made = Taught(tmp_path)
    app.start(tmp_path)
    app.wait(lambda: app.desk.care.soundness.checkup is not None)
    yield made
    app.stop()


def forget_pages(app: App) -> None:
    """What was read before is read from the file the next time."""
    connection = app.desk.opened.connection
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("PRAGMA cache_size=1")
    connection.execute("PRAGMA shrink_memory")


def spoil(app: App, database: Path) -> None:
    """Nonsense over all pages of the file but the first, as it is open."""
    forget_pages(app)
    chance = random.Random(1)
    with database.open("rb+") as file:
        for page in range(1, database.stat().st_size // PAGE):
            file.seek(page * PAGE)
            file.write(chance.randbytes(PAGE))
    forget_pages(app)


def end_lesson(app: App) -> None:
    scene = app.desk.live.page.scene
    assert scene is not None
    LiveService(app.desk.room).end(scene.session)


def soon(app: App) -> Checkup:
    """Two minutes are over."""
    checkup = app.desk.care.soundness.checkup
    assert checkup is not None
    checkup.timer.start(0)
    return checkup


def section_of(app: App) -> CheckSection:
    app.desk.go("settings")
    (section,) = app.desk.window.findChildren(CheckSection)
    return section


def test_damage_met_on_a_read_is_told_with_what_is_safe_and_one_way_to_mend(
    app: App, taught: Taught, tally: Tally
) -> None:
    spoil(app, taught.database)
    with pytest.raises(NotRead) as refused:
        app.desk.room.store.find(Observation)
    assert refused.value.reason == "damaged"
    app.wait(lambda: "damaged" in app.line("damage"))
    said = app.line("damage")
    assert "lesson goes on" in said
    assert "backups" in said
    tally.fault()
    app.dialogs.agrees = True
    line = app.desk.window.banners.line("damage")
    assert line is not None
    (button,) = line.buttons
    button.click()
    app.wait(lambda: not app.has_desk)
    assert list(app.trouble.buttons) == ["mend", "as_is", "backup", "demo"]
    app.take("mend")
    app.wait(lambda: "mend_now" in app.trouble.buttons)
    app.take("mend_now")
    app.wait(lambda: app.has_desk)
    app.stop()
    tally.must_open_right(look(taught.database).is_whole, "the mended file")
    tally.must_be_kept(len(taught.notes()) >= BEFORE, "what the backup held")


@pytest.mark.usefixtures("taught")
def test_who_does_not_agree_stays_in_the_lesson(app: App) -> None:
    app.dialogs.agrees = False
    app.desk.mend()
    app.wait(lambda: bool(app.dialogs.asked))
    assert app.has_desk


def test_a_note_made_then_is_held_and_is_in_the_mended_file(
    app: App, taught: Taught, tally: Tally
) -> None:
    room, scene = app.desk.room, app.desk.live.page.scene
    assert scene is not None
    ben = next(student for student, name in scene.names.items() if name == "Ben")
    service = ObserveService(room)
    spoil(app, taught.database)
    with pytest.raises(NotSaved) as refused:
        service.record(scene.school_class.id, ben, note="counts on his fingers", scene=scene)
    assert refused.value.reason == "damaged"
    assert refused.value.kept
    app.wait(lambda: "not saved yet" in app.line("held"))
    app.desk.mend()
    app.wait(lambda: not app.has_desk)
    app.take("mend")
    app.wait(lambda: "mend_now" in app.trouble.buttons)
    app.take("mend_now")
    app.wait(lambda: app.has_desk and "counts on his fingers" in notes_of(app))
    tally.must_be_kept("counts on his fingers" in notes_of(app), "the note that was held")


def test_a_write_that_meets_damage_changes_nothing_and_is_told(
    app: App, taught: Taught, tally: Tally
) -> None:
    room = app.desk.room
    seen = room.store.find(Observation)[-1]
    spoil(app, taught.database)
    with pytest.raises((NotSaved, NotRead)) as refused:
        room.workspace.step_over(seen.id)
    assert refused.value.reason == "damaged"
    tally.fault()


@pytest.mark.usefixtures("taught")
def test_once_a_day_the_file_is_read_by_itself_and_what_changed_is_told(app: App) -> None:
    connection = app.desk.opened.connection
    connection.execute("UPDATE observation SET note = 'nose 7' WHERE note LIKE 'note 7 %'")
    end_lesson(app)
    soon(app)
    app.wait(lambda: "changed by itself" in app.line("damage"))
    assert app.desk.settings.checked == "2026-05-14"
    line = app.desk.window.banners.line("damage")
    assert line is not None
    line.buttons[0].click()
    section = section_of(app)
    (button,) = section.row_buttons
    assert "nose 7" in button.accessibleDescription()
    assert "note 7 x" in button.accessibleDescription()
    button.click()
    assert "put back" in section.said.text()
    assert app.line("damage") == ""
    assert any(note.startswith("note 7 x") for note in notes_of(app))
    app.desk.undo()
    assert "nose 7" in notes_of(app)


@pytest.mark.usefixtures("taught")
def test_an_index_of_notes_that_is_not_right_is_made_anew_by_itself(app: App) -> None:
    connection = app.desk.opened.connection
    known = "SELECT count(*) FROM note_index_docsize"
    while app.desk.opened.index_some():
        pass
    before = connection.execute(known).fetchone()
    connection.execute("DELETE FROM note_index_docsize WHERE id % 2 = 0")
    end_lesson(app)
    soon(app)
    app.wait(lambda: app.desk.settings.checked != "")
    app.wait(lambda: connection.execute(known).fetchone() == before)
    assert app.line("damage") == ""  # there is nothing for the teacher to do


@pytest.mark.usefixtures("taught")
def test_figures_of_evidence_that_are_not_right_are_counted_anew_by_themselves(app: App) -> None:
    connection = app.desk.opened.connection
    connection.execute("INSERT INTO tally VALUES (1, 1, 1, 0, 0, 0, 0, 0)")
    end_lesson(app)
    soon(app)
    app.wait(lambda: app.desk.settings.checked != "")
    app.wait(lambda: connection.execute("SELECT * FROM tally").fetchall() == [])
    assert app.line("damage") == ""  # there is nothing for the teacher to do


def notes_of(app: App) -> list[str]:
    return [one.note for one in app.desk.room.store.find(Observation)]


@pytest.mark.usefixtures("taught")
def test_a_second_look_on_the_same_day_does_not_come_by_itself(app: App) -> None:
    end_lesson(app)
    checkup = soon(app)
    app.wait(lambda: app.desk.settings.checked != "")
    assert app.line("damage") == ""
    looks: list[object] = []
    checkup.done.connect(looks.append)
    soon(app)
    app.wait(lambda: not checkup.timer.isActive())
    assert looks == []


@pytest.mark.usefixtures("taught")
def test_a_lesson_that_runs_is_let_go_first(app: App) -> None:
    checkup = soon(app)
    app.wait(lambda: checkup.timer.interval() == AGAIN_MS)
    assert app.desk.settings.checked == ""
    assert checkup.timer.isActive()


@pytest.mark.usefixtures("taught")
def test_everything_is_read_when_it_is_asked_for_and_what_is_whole_is_said(app: App) -> None:
    section = section_of(app)
    section.check_button.click()
    app.wait(lambda: "All is whole" in section.said.text())
    assert not section.stop_button.isVisible()
    assert section.copy_button.isVisible()
    names = {line.name for line in section.lines}
    assert {
        "class file",
        "pages of the file",
        "what was written",
        "history",
        "backup",
        "space left",
    } <= names


@pytest.mark.usefixtures("taught")
def test_a_look_can_be_stopped(app: App) -> None:
    section = section_of(app)
    section.check_button.click()
    app.wait(section.stop_button.isVisible)
    section.stop_button.click()
    app.wait(lambda: "Stopped" in section.said.text())
    assert section.check_button.isEnabled()
    assert section.lines == ()


def test_what_a_look_found_can_be_copied(app: App, taught: Taught) -> None:
    with closing(connect(taught.database)) as other:
        other.execute("UPDATE class SET name = name || 'x'")
    section = section_of(app)
    section.check_button.click()
    app.wait(lambda: "Not all is whole" in section.said.text())
    section.copy_button.click()
    assert "[NOT WHOLE]" in app.copied()
    assert section.said.text() == "Copied."


@pytest.mark.usefixtures("taught")
def test_where_the_observation_is_shown_it_is_said_and_put_back(app: App) -> None:
    victim = next(one for one in app.desk.room.store.find(Observation) if "backup 3" in one.note)
    app.desk.opened.connection.execute(
        "UPDATE observation SET note = 'since the backup 8' WHERE id = ?", (victim.id,)
    )
    app.desk.show_student(victim.student_id)
    (page,) = app.desk.window.findChildren(ProgressPage)
    flipped = page.drawer.timeline.flipped
    app.wait(lambda: bool(flipped.buttons))
    said = flipped.notes[0].accessibleName()
    assert "changed by itself" in said
    assert "“since the backup 8”" in said
    assert "“since the backup 3”" in said
    flipped.buttons[0].click()
    app.wait(lambda: not flipped.buttons)
    assert victim.note in notes_of(app)
    app.desk.undo()
    assert victim.note not in notes_of(app)
