"""Why a student stands at a level, in the drawer."""

import pytest
from PySide6.QtWidgets import QWidget

from app.domain.skills import AVERAGE, DECAYING, HIGHEST, N_TIMES, How, Judgement
from app.services.frameworks import FrameworkService
from app.services.judgements import JudgementService
from tests.fakes.progress_class import ProgressClass
from ui.student.drawer import StudentDrawer

BEN = "Ben Walker"


@pytest.fixture
def room() -> ProgressClass:
    room = ProgressClass()
    for level, days in ((1, 9), (2, 6), (4, 1)):
        room.see(BEN, "Round", level, days)
    return room


@pytest.fixture
def drawer(qtbot, theme, room) -> StudentDrawer:
    area = QWidget()
    qtbot.addWidget(area)
    area.resize(1294, 768)
    drawer = StudentDrawer(theme, room.progress, room.goals, room.clock, area)
    drawer.judging.ask(JudgementService(room))
    room.workspace.subscribe(lambda _kinds: drawer.reload())
    area.show()
    drawer.show_student(room.students[BEN])
    drawer.open_from(area)
    return drawer


def pick(drawer: StudentDrawer, skill: str) -> None:
    (line,) = [line for line in drawer.skills.lines if line.label() == skill]
    line.click()


def test_it_is_asked_by_picking_a_skill(drawer) -> None:
    assert drawer.why.isHidden()
    pick(drawer, "Round")
    assert not drawer.why.isHidden()
    assert drawer.why.headline.text() == "4 Extending"
    assert drawer.why.reckoning.text() == "Most recent: the newest of 3 observations counts."
    pick(drawer, "Round")
    assert drawer.why.isHidden()


@pytest.mark.parametrize(
    ("how", "level", "said"),
    [
        (How(HIGHEST), "4 Extending", "Highest: the best of 3 observations counts."),
        (How(AVERAGE), "2 Developing", "Average of 3 observations: 2.33, so 2."),
        (
            How(DECAYING),
            "3 Secure",
            "Decaying average: the newest (4) counts 65 %, the 2 before (1.5) 35 %: 3.12, so 3.",
        ),
        (
            How(N_TIMES, times=2),
            "2 Developing",
            "2 or above was reached 2 of 3 observations; 2 times are needed.",
        ),
        (
            How(N_TIMES, times=4),
            "No level yet",
            "No level was reached 4 times yet; 3 observations so far.",
        ),
    ],
)
def test_each_method_says_how_it_counts(drawer, room, how, level, said) -> None:
    pick(drawer, "Round")
    FrameworkService(room).set_how(room.framework.id, how)
    assert (drawer.why.headline.text(), drawer.why.reckoning.text()) == (level, said)


def test_without_evidence_it_says_so(drawer) -> None:
    pick(drawer, "Place value")
    assert drawer.why.headline.text() == "No level yet"
    assert drawer.why.reckoning.text() == "No evidence yet."


def test_a_level_is_set_by_hand_with_a_reason(drawer, room) -> None:
    pick(drawer, "Round")
    drawer.why.set_button.click()
    form = drawer.why.form
    assert [button.isVisibleTo(form) for button in form.choices.levels] == [True] * 4
    form.reason.setText("Explained it to the class")
    form.choices.levels[2].click()
    form.save.click()
    (own,) = room.store.find(Judgement)
    assert (own.level, own.reason) == (3, "Explained it to the class")
    assert drawer.why.headline.text() == "3 Secure, set by hand"
    assert drawer.why.by_hand.text() == "Set on Thu 14 May: Explained it to the class"
    assert "set by hand" in drawer.skills.lines[1].accessibleName()


def test_without_a_reason_it_cannot_be_set(drawer) -> None:
    pick(drawer, "Round")
    drawer.why.set_button.click()
    drawer.why.form.choices.levels[2].click()
    assert not drawer.why.form.save.isEnabled()
    drawer.why.form.reason.setText("told me")
    assert drawer.why.form.save.isEnabled()


def test_it_is_taken_back(drawer, room) -> None:
    pick(drawer, "Round")
    drawer.why.level_set.emit(2, "told me")
    drawer.why.back_button.click()
    assert room.store.find(Judgement) == ()
    assert drawer.why.headline.text() == "4 Extending"
    assert drawer.why.back_button.isHidden()


def test_another_skill_closes_the_form(drawer) -> None:
    pick(drawer, "Round")
    drawer.why.set_button.click()
    pick(drawer, "Place value")
    assert drawer.why.form.isHidden()
