"""From what students need to the lesson that runs: rules, a plan with reasons, a hand on it."""

from PySide6.QtCore import QPoint, Qt

from tests.journey.eyes import only, seen
from tests.journey.path import add_the_class, decide_on_the_rows, paste_the_list
from tests.journey.teacher import Places, Teacher
from ui.plan.grid.chip import PlanChip
from ui.plan.grid.grid import PlanGrid
from ui.plan.offers_panel import OffersPanel
from ui.plan.rules.form import RuleForm
from ui.plan.rules.problem_card import ProblemCard
from ui.widgets.tag import TagChip

MOST_ACTIONS = 25
NEEDY = ("Amara", "Ben", "Chidi")
QUARREL = ("Finn", "Leila")
TABLE = "Teacher table"


def test_a_morning_from_need_to_the_running_lesson(teacher: Teacher) -> None:
    paste_the_list(teacher)
    decide_on_the_rows(teacher)
    add_the_class(teacher)
    begun = teacher.actions
    teacher.click("Plan a lesson")
    she_says_what_holds(teacher)
    she_looks_at_two_ways(teacher)
    moved, there = she_puts_one_elsewhere(teacher)
    she_takes_it_into_the_room(teacher, moved, there)
    assert teacher.actions - begun <= MOST_ACTIONS


def she_says_what_holds(teacher: Teacher) -> None:
    """Three are to meet the teacher by round 2, two are to be kept apart."""
    teacher.click("Meet teacher")
    pick(teacher, *NEEDY)
    teacher.click("Keep rule")
    teacher.click("Keep apart")
    pick(teacher, *QUARREL)
    teacher.click("Keep rule")
    teacher.wait_to_read("Rules")


def she_looks_at_two_ways(teacher: Teacher) -> None:
    """Nothing is written until she keeps one."""
    before = teacher.desk.room.workspace.newest
    teacher.press(Qt.Key.Key_1)
    teacher.wait(lambda: offer_title(teacher).startswith("Best mix"))
    teacher.press(Qt.Key.Key_3)
    teacher.wait(lambda: offer_title(teacher).startswith("Same level"))
    teacher.press(Qt.Key.Key_1)
    assert offer_title(teacher).startswith("Best mix")
    assert teacher.desk.room.workspace.newest == before
    teacher.click("Keep")
    assert seen(ProblemCard, teacher.window) == []
    places = planned(teacher)
    for names in places.values():
        assert not set(QUARREL) <= set(names)
    met = {name for (_, column), names in places.items() if column == 0 for name in names}
    assert set(NEEDY) <= met


def she_puts_one_elsewhere(teacher: Teacher) -> tuple[str, int]:
    """She drags a name to another station: it is pinned; the smallest change around it is kept."""
    grid = only(seen(PlanGrid, teacher.window), "grid")
    chip = next(chip for chip in grid.chips() if (chip.round, chip.column) == (1, 1))
    name, goal = chip.label(), grid.cell_rect(1, 4)
    foot = QPoint(goal.center().x(), goal.bottom() - 6)
    teacher.drag(chip, grid, foot)
    teacher.wait_to_read(f"{name} moved to Choice & create, round 1")
    assert name in planned(teacher)[1, 4]
    pinned = [chip for chip in seen(PlanChip, teacher.window) if chip.marks.pinned]
    assert {chip.label() for chip in pinned} == {name}
    if seen(ProblemCard, teacher.window):
        teacher.click("Mend with the fewest moves")
        teacher.wait(lambda: offer_title(teacher).startswith("Smallest change"))
        teacher.click(only(seen(OffersPanel, teacher.window), "offer").keep_button)
        assert seen(ProblemCard, teacher.window) == []
    assert name in planned(teacher)[1, 4]
    return name, 4


def she_takes_it_into_the_room(teacher: Teacher, moved: str, column: int) -> None:
    """The console and the board have everyone where the plan has them."""
    wanted = planned(teacher)
    teacher.click("Use this plan")
    teacher.wait_for_projector()
    teacher.click("Start")
    assert teacher.board_says() == "round 1: 12"
    places: Places = teacher.console_places()
    first = [set(names) for (number, _), names in sorted(wanted.items()) if number == 1]
    assert [set(names) for names in places.values()] == first
    assert moved in list(places.values())[column]
    assert places == teacher.board_places()


def pick(teacher: Teacher, *names: str) -> None:
    form = only(seen(RuleForm, teacher.window), "form")
    for name in names:
        chips = [chip for chip in seen(TagChip, form) if chip.label() == name]
        teacher.click(only(chips, name))


def offer_title(teacher: Teacher) -> str:
    offers = seen(OffersPanel, teacher.window)
    return offers[0].title.text() if offers else ""


def planned(teacher: Teacher) -> dict[tuple[int, int], list[str]]:
    """Who is in which round (from 1) at which station (from 0), as it is drawn."""
    grid = only(seen(PlanGrid, teacher.window), "grid")
    places: dict[tuple[int, int], list[str]] = {}
    for chip in grid.chips():
        places.setdefault((chip.round, chip.column), []).append(chip.label())
    return places


def test_the_app_ends_at_once_while_a_plan_is_looked_for(lesson: Teacher) -> None:
    """What is looked for ends with it, in its own process too."""
    lesson.click("Plan")
    lesson.press(Qt.Key.Key_1)
    planner = lesson.desk.window.page("plan").widget.planner
    assert planner.way == "mix"
    lesson.computer.stop()
    assert planner.way == ""
