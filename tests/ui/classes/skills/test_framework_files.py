"""Taking a framework from a file in the class page."""

import json
from pathlib import Path

import pytest

from app.domain.skills import Framework, Skill
from app.services.framework_files import FrameworkFileService
from tests.fakes.world import FakeDialogs, FakeTasks
from ui.bootstrap import framework_job
from ui.child.job import Ended
from ui.classes.skills.framework_reading import FrameworkReading
from ui.classes.skills.framework_words import refusal

TABLE = "code;statement;parent\nN;Number;\nN.1;Place value;N\nN.2;Round;N\n"


class Here:
    """Does the job at once, and says what it was told."""

    def __init__(self) -> None:
        self.ended = False

    def run(self, job, hear):
        return job.run(lambda done: hear(done) or not self.ended)

    def end(self) -> None:
        self.ended = True


class Broken(Here):
    def run(self, _job, _hear):
        raise Ended


@pytest.fixture
def open_tab(page, room):
    page.show_tab("skills")

    def opened(file: Path | None, tasks=None, make_worker=Here):
        service = FrameworkFileService(room)
        reading = FrameworkReading(
            service,
            room.frameworks,
            tasks or FakeTasks(),
            FakeDialogs(file),
            make_worker,
            framework_job,
            refusal,
        )
        reading.setParent(page)
        page.skills.read_with(reading)
        return page.skills

    return opened


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "maths.csv"
    path.write_text(TABLE, "utf-8")
    return path


def statements(tab) -> list[str]:
    return [row.statement.text() for row in tab.rows]


def test_a_file_is_looked_at_before_it_is_taken(open_tab, table, room) -> None:
    tab = open_tab(table)
    before = room.store.find(Skill)
    tab.bar.file.click()
    assert tab.panel.isVisibleTo(tab)
    assert not tab.rows.isVisibleTo(tab)
    assert tab.panel.told.text() == "3 skills and strands"
    assert "N.1  Place value" in tab.panel.preview.text()
    assert room.store.find(Skill) == before
    tab.panel.take.click()
    assert not tab.panel.isVisibleTo(tab)
    assert tab.rows.isVisibleTo(tab)
    assert statements(tab) == ["Number", "Place value", "Round"]
    assert len(room.store.find(Framework)) == 2
    room.workspace.undo()
    assert room.store.find(Skill) == before


def test_it_takes_the_place_of_one_that_is_there(open_tab, table, room) -> None:
    tab = open_tab(table)
    own = room.store.find(Framework)[0]
    tab.bar.file.click()
    tab.panel.place.set_current(own.id)
    tab.panel.place.picked.emit(own.id)
    assert tab.panel.take.label() == "Put it in the place of Maths"
    assert "no longer in it: retired, and what was seen stays" in tab.panel.told.text()
    tab.panel.take.click()
    assert len(room.store.find(Framework)) == 1
    assert {s.statement for s in room.store.find(Skill, retired=False)} == {
        "Number",
        "Place value",
        "Round",
    }


def test_the_same_file_again_comes_to_the_place_it_had(open_tab, tmp_path) -> None:
    path = tmp_path / "case.json"
    item = {"identifier": "a", "fullStatement": "Adds"}
    path.write_text(json.dumps({"CFDocument": {"identifier": "d"}, "CFItems": [item]}), "utf-8")
    tab = open_tab(path)
    tab.bar.file.click()
    tab.panel.take.click()
    tab.bar.file.click()
    assert tab.panel.told.text() == "1 the same, 0 changed, 0 new"


def test_what_was_mended_is_told(open_tab, tmp_path) -> None:
    path = tmp_path / "maths.csv"
    path.write_text("statement,parent,colour\nAdds,Nowhere,red\n,,\n", "utf-8")
    tab = open_tab(path)
    tab.bar.file.click()
    assert tab.panel.notes.isVisibleTo(tab.panel)
    said = tab.panel.notes.accessibleName()
    assert "1 entry is below one that is not there, and stands at the top" in said
    assert "1 column was not asked for" in said


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"{", "damaged"), (b"", "No skill was found"), (b"%PDF-1.4", "no text")],
)
def test_a_file_that_is_none_says_why(open_tab, page, tmp_path, content, said) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    tab = open_tab(path)
    tab.bar.file.click()
    assert said in page.note.accessibleName()
    assert not tab.panel.isVisibleTo(tab)


def test_a_file_that_is_gone_says_so(open_tab, page, tmp_path) -> None:
    tab = open_tab(tmp_path / "gone.csv")
    tab.bar.file.click()
    assert "could not be read" in page.note.accessibleName()


def test_a_reader_that_breaks_down_says_so(open_tab, page, table) -> None:
    tab = open_tab(table, make_worker=Broken)
    tab.bar.file.click()
    assert "came to an end before its time" in page.note.accessibleName()


def test_stopped_while_it_reads_nothing_is_kept(open_tab, table, room) -> None:
    class Stopped(Here):
        """The teacher stops it while it reads."""

        def run(self, job, hear):
            assert tab.panel.isVisibleTo(tab)
            assert tab.panel.cancel.label() == "Stop"
            tab.panel.cancel.click()
            return super().run(job, hear)

    tab = open_tab(table, make_worker=Stopped)
    before = room.store.find(Skill)
    tab.bar.file.click()
    assert not tab.panel.isVisibleTo(tab)
    assert room.store.find(Skill) == before


def test_nobody_chose_a_file(open_tab) -> None:
    tab = open_tab(None)
    tab.bar.file.click()
    assert not tab.panel.isVisibleTo(tab)
