"""What students said of themselves is found when it is asked for by name, and leads to them."""

from app.domain.changes import gone, label, made
from app.domain.ids import ReflectionId, StudentId
from app.domain.voice import EASY, Reflection

SAID = "I can count with a drawing"


def say(desk, own=900, student=10, words=SAID, face=EASY) -> Reflection:
    at = desk.room.clock.now_ms() - 1_000_000 + 2
    said = Reflection(ReflectionId(own), StudentId(student), at, face, words=words)
    desk.room.workspace.edit(label("reflected"), made(said))
    return said


def shown(link) -> list[str]:
    return [line.text() for line in link.panel.lines if not line.isHidden()]


def ask(link, text="", own=True) -> list[str]:
    link.panel.filters.own.setChecked(own)
    link.panel.field.setText(text)
    link.panel.ask()
    return shown(link)


def test_nobody_finds_it_who_does_not_ask_for_it(desk, opens) -> None:
    say(desk)
    link = opens()
    assert not link.panel.filters.own.isChecked()
    assert not any(SAID in line for line in ask(link, "draw", own=False))
    assert any(SAID in line for line in ask(link, "draw"))


def test_it_stands_among_the_notes_in_the_order_of_time(desk, opens) -> None:
    say(desk)
    lines = ask(opens(), "count")
    assert ["Counts on" in lines[0], SAID in lines[1], "Counts in" in lines[2]] == [True] * 3
    assert "Said by the student" in lines[1]
    assert "Easy" not in lines[1]


def test_filters_of_observations_leave_it_out_and_the_others_fit(desk, opens) -> None:
    say(desk)
    say(desk, 901, student=20, words="In tens it is easy")
    link = opens()
    link.panel.filters.adult.set_items([(None, "Any"), ("Ms Bell", "Ms Bell")])
    link.panel.filters.adult.set_current("Ms Bell")
    assert ask(link, "draw") == []
    link.panel.filters.adult.set_current(None)
    assert len(ask(link, "draw")) == 1
    assert not any("In tens" in line for line in ask(link, "tens"))
    link.panel.filters.everywhere.setChecked(True)
    assert any("In tens" in line for line in ask(link, "tens"))


def test_what_is_said_or_taken_away_meanwhile_is_known_at_once(desk, opens) -> None:
    link = opens()
    assert ask(link, "drawing") == []
    said = say(desk)
    assert len(shown(link)) == 1
    desk.room.workspace.edit(label("own words removed"), gone(said))
    assert shown(link) == []


def test_pressed_it_leads_to_the_student(desk, opens) -> None:
    say(desk)
    link = opens()
    ask(link, "drawing")
    link.panel.lines[0].click()
    assert desk.led == [(10, 900)]


def test_a_face_and_an_own_rating_are_drawn(desk, opens) -> None:
    say(desk)
    say(desk, 901, words="", face=None)
    link = opens()
    assert len(ask(link)) == 5
    assert not link.panel.grab().isNull()
