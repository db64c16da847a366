"""How high small letters are, by script: it decides from how far a name can be read."""

import pytest

from ui.board.bodies import Bodies
from ui.board.lettering import NAME
from ui.board.look import BoardLook


@pytest.fixture
def bodies(look: BoardLook) -> Bodies:
    return Bodies(look.lettering)


def test_latin_names_have_the_faces_x_height(bodies: Bodies, look: BoardLook) -> None:
    assert bodies.of("Amara") == 0.496
    assert look.lettering.ink_height("x", NAME) == pytest.approx(0.496, abs=0.02)


def test_a_script_is_known_by_its_first_letter(bodies: Bodies) -> None:
    arabic = bodies.of("محمد")
    assert arabic != bodies.of("Amara")
    assert bodies.of("«محمد»") == bodies.of("فاطمة M.") == arabic
    assert 0 < bodies.of("王梓涵") < 1


def test_a_name_without_letters_counts_as_latin(bodies: Bodies) -> None:
    assert bodies.of("?") == bodies.of("7") == 0.496
