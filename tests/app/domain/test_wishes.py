"""The order of wishes that each way of planning has."""

from app.domain.wishes import WAYS, WISHES, order_for


def test_a_way_puts_its_wish_first_and_keeps_the_order_of_the_others() -> None:
    assert order_for("level", ("choices", "owed", "ready")) == ("ready", "choices", "owed")


def test_every_way_keeps_every_wish() -> None:
    for way, first in WAYS.items():
        assert order_for(way)[0] == first
        assert sorted(order_for(way)) == sorted(WISHES)
