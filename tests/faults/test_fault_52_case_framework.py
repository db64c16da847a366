"""52: a CASE framework of 20,000 entries with circles, orphans and kinds nobody knows."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer

from app.domain.skills import Framework, Skill
from tests.faults.budget import Budget
from tests.faults.opened import App, filled
from ui.bench.turns import own_time
from ui.classes.class_page import ClassPage
from ui.desk.following import Following

ENTRIES = 20_000
MOST_MS = 200.0
"""The longest turn of the window while a file is read, fitted and written, in a whole run."""
Plain = dict[str, object]


def entry(number: int) -> str:
    return f"entry-{number:06d}"


def below(child: int, parent: str) -> Plain:
    return {
        "associationType": "isChildOf",
        "originNodeURI": {"identifier": entry(child)},
        "destinationNodeURI": {"identifier": parent},
    }


def package() -> Plain:
    """Each is below another but for a few: two in a circle, some below nothing there is."""
    kinds = ("Standard", "Cluster", "Zauberspruch", None)
    items: list[Plain] = [
        {
            "identifier": entry(n),
            "fullStatement": f"Counts in steps of {n}",
            "humanCodingScheme": f"M.{n}",
            "CFItemType": kinds[n % len(kinds)],
        }
        for n in range(ENTRIES)
    ]
    links = [below(n, entry(n // 20)) for n in range(20, ENTRIES)]
    links[0] = below(1, entry(2))
    links[1] = below(2, entry(1))
    links[2:12] = [below(n, "nowhere") for n in range(22, 32)]
    links += [{"associationType": "ext:isFondOf", "originNodeURI": entry(7)}]
    return {
        "CFDocument": {"identifier": "document", "title": "Mathematics"},
        "CFItems": items,
        "CFAssociations": links,
    }


class Longest:
    """The longest turn of the loop, without the time that other programs had the cores."""

    def __init__(self) -> None:
        self.ms = 0.0
        self._last = own_time()
        self._timer = QTimer(interval=1)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def begin(self) -> None:
        """Count from now on."""
        self.ms, self._last = 0.0, own_time()

    def _tick(self) -> None:
        now = own_time()
        self.ms = max(self.ms, (now - self._last) * 1000)
        self._last = now


@pytest.fixture
def page(app: App, tmp_path: Path) -> Iterator[ClassPage]:
    """The skills of the class, where a file of them was chosen."""
    filled(tmp_path / "profile")
    file = tmp_path / "case.json"
    file.write_text(json.dumps(package()), "utf-8")
    app.start(tmp_path / "profile")
    app.dialogs.file = file
    app.desk.go("class")
    (page,) = app.desk.window.findChildren(ClassPage)
    page.show_tab("skills")
    yield page
    app.stop()


def test_it_comes_in_as_trees_with_what_was_mended_and_can_be_undone(
    app: App, page: ClassPage, budget: Budget
) -> None:
    store, tab = app.desk.room.store, page.skills
    before = {skill.id for skill in store.find(Skill)}
    longest = Longest()
    tab.bar.file.click()
    app.wait(lambda: tab.panel.isVisible() and tab.panel.take.isVisible())
    assert longest.ms < MOST_MS or not budget.whole
    told = tab.panel.notes.accessibleName()
    assert "1 link is of no use here" in told
    assert "10 entries are below others that are not there" in told
    assert "was below itself" in told
    assert {skill.id for skill in store.find(Skill)} == before
    (following,) = app.desk.window.findChildren(Following)
    following.findChild(QTimer).stop()  # whoever looks for others a moment later
    longest.begin()
    tab.panel.take.click()
    app.wait(lambda: len(store.find(Framework)) == 2)
    assert longest.ms < MOST_MS or not budget.whole
    app.wait(lambda: not tab.panel.isVisible())
    assert following.is_up_to_date  # our own step is not drawn a second time as somebody else's
    fresh = [skill for skill in store.find(Skill) if skill.id not in before]
    assert len(fresh) == ENTRIES
    tops = {skill.statement for skill in fresh if skill.parent_id is None}
    assert {f"Counts in steps of {n}" for n in range(22, 32)} <= tops
    longest.begin()
    app.desk.undo()
    app.wait(lambda: len(store.find(Framework)) == 1)
    assert longest.ms < MOST_MS or not budget.whole
    assert {skill.id for skill in store.find(Skill)} == before
    app.wait(lambda: following.is_up_to_date)  # told of it, with nobody who looks around
