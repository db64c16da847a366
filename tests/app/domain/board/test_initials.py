"""The initial that tells two names apart stays with its name."""

from app.domain.board.search import WORTH_WHOLE
from tests.app.domain.board.test_fit import fit


def test_an_initial_does_not_stand_alone_on_a_line_where_the_size_hardly_suffers() -> None:
    school = [["Ana", "Wolfeschlegel P.", *["Ben"] * 5]] * 3
    found = fit(school, 1920, 1080)
    shown = {name.lines for station in found.stations for name in station.names}
    assert ("Wolfeschlegel P.",) in shown
    without = fit([["Ana", "Wolfeschlegel", *["Ben"] * 5]] * 3, 1920, 1080)
    assert found.size >= WORTH_WHOLE * without.size
    assert not found.too_small


def test_where_all_names_would_be_clearly_smaller_it_may() -> None:
    school = [["Ana", "Bartholomew-Maximilian P.", *["Ben"] * 9]] * 5
    found = fit(school, 1920, 1080)
    shown = {name.lines for station in found.stations for name in station.names}
    assert ("Bartholomew-", "Maximilian P.") in shown
    narrow = fit([["Ana", "Wolfeschlegelst P.", *["Ben"] * 9]] * 5, 1280, 800)
    shown = {name.lines for station in narrow.stations for name in station.names}
    assert ("Wolfeschlegelst", "P.") in shown
