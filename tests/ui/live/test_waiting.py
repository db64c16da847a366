"""What cards tell is read when they are seen."""

from tests.fakes.lesson import AMARA


def test_what_cards_tell_waits_while_another_page_is_seen(stage, room) -> None:
    stage.page.hide()
    room.see(AMARA, level=3)
    assert not stage.page.facts[AMARA].seen_today
    stage.page.show()
    assert stage.page.facts[AMARA].seen_today


def test_on_the_page_it_shows_at_once(stage, room) -> None:
    room.see(AMARA, level=3)
    assert stage.page.facts[AMARA].seen_today
