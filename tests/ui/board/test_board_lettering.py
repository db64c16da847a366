"""Text on the board: measured as it is drawn, and never cut."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from ui.board.lettering import DIGITS, LEADING, LINE, NAME, STATION
from ui.board.look import BoardLook

shared = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
names = st.sampled_from(["Choice & create", "Independent reading and vocabulary", "محمد", "Ana"])
texts = st.one_of(names, st.text("abcdefgh -", min_size=1, max_size=50).filter(str.strip))


def ink_width(image: QImage) -> tuple[int, int]:
    """The first and the last column that is not white."""
    white = QColor("white").rgb()
    inked = [
        x
        for x in range(image.width())
        if any(image.pixel(x, y) != white for y in range(image.height()))
    ]
    return inked[0], inked[-1]


def test_widths_keep_their_proportion(look: BoardLook) -> None:
    lettering = look.lettering
    assert lettering.width("Oluwaseun", 59) == pytest.approx(59 * lettering.width("Oluwaseun", 1))
    assert lettering.width("Oluwaseun", 100) == pytest.approx(501.8, abs=1)


@pytest.mark.parametrize("px", [13.3, 29.43, 59.07, 118.14])
@pytest.mark.parametrize("text", ["Oluwaseun", "Maya L.", "محمد"])
def test_what_is_drawn_is_as_wide_as_was_measured(look: BoardLook, text: str, px: float) -> None:
    image = QImage(800, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setPen(QColor("black"))
    look.lettering.draw(painter, QPointF(20, 140), text, px, NAME)
    painter.end()
    first, last = ink_width(image)
    wide = look.lettering.width(text, px)
    assert 20 - 0.06 * px - 1 <= first
    assert last <= 20 + wide + 0.06 * px + 1
    assert last - first >= wide - 0.2 * px


def test_digits_are_equally_wide(look: BoardLook) -> None:
    wide = {look.lettering.line_width(f"{d}:00", 100, DIGITS) for d in range(10)}
    assert len(wide) == 1


def test_a_line_too_long_for_its_room_becomes_smaller(look: BoardLook) -> None:
    px = look.lettering.fitted("Round 2 of 4", 52, LINE, 100)
    assert look.lettering.line_width("Round 2 of 4", px, LINE) == pytest.approx(100)
    assert look.lettering.fitted("Round 2 of 4", 52, LINE, 1000) == 52


@shared
@given(texts, st.floats(60, 600), st.floats(50, 200))
def test_a_block_is_whole_and_inside_its_room(
    look: BoardLook, text: str, width: float, height: float
) -> None:
    px, lines = look.lettering.block(text, 42, STATION, width, height)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert px <= 42
    assert len(lines) * LEADING * px <= height + 1e-6
    for line in lines:
        assert look.lettering.line_width(line, px, STATION) <= width * 1.1 + 1


def test_a_short_block_keeps_its_size_and_breaks_at_a_space(look: BoardLook) -> None:
    assert look.lettering.block("Choice & create", 42, STATION, 216, 116) == (
        42,
        ("Choice &", "create"),
    )
