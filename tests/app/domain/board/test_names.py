"""Board names are as short as they can be, and never two the same."""

import unicodedata
from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.board.names import board_names
from app.domain.letters import clean, folded
from app.domain.names import PersonName


def named(*full: str) -> list[PersonName]:
    """People by given and family name, "Maya Lind"."""
    return [PersonName("", *(*name.split(" ", 1), "")[:2]) for name in full]


def shown(*full: str) -> tuple[str, ...]:
    return board_names(named(*full))


few_letters = st.text("abLM", min_size=1, max_size=3)
crowded_classes = st.lists(
    st.builds(PersonName, st.just(""), few_letters, few_letters), max_size=12
)
any_text = st.one_of(
    st.text(max_size=8),
    st.text("aAáÁL. 2\u200b\u200d\u202e\u0301", max_size=5),
    st.sampled_from(["Maya", "maya", "MAYA", "Maya L.", "Maya L", "Maya 2", "Lind", "Li", "محمد"]),
)
any_class = st.lists(st.builds(PersonName, any_text, any_text, any_text), max_size=15)


def test_a_name_nobody_shares_is_the_first_name_alone() -> None:
    assert shown("Maya Lind", "Ben Woo") == ("Maya", "Ben")


def test_shared_first_names_get_an_initial() -> None:
    assert shown("Maya Lind", "Maya Park", "Ben Woo") == ("Maya L.", "Maya P.", "Ben")


def test_initials_grow_until_they_differ_and_only_where_needed() -> None:
    assert shown("Maya Lind", "Maya Lopez", "Maya Park") == ("Maya Li.", "Maya Lo.", "Maya P.")


def test_a_whole_family_name_has_no_dot_and_is_no_beginning_of_another() -> None:
    assert shown("Maya Li", "Maya Lind") == ("Maya Li", "Maya Lin.")


def test_the_same_whole_name_gets_a_number_in_the_order_given() -> None:
    assert shown("Maya Lind", "Maya Lind") == ("Maya L.", "Maya L. 2")
    assert shown("Cher", "Cher", "Cher") == ("Cher", "Cher 2", "Cher 3")


def test_a_number_somebody_is_called_already_is_not_given_out() -> None:
    called = ["Cher", "Cher 2", "Cher"]
    people = [PersonName(name, "", "") for name in called]
    assert board_names(people) == ("Cher", "Cher 2", "Cher 3")


def test_somebody_with_one_name_keeps_it_and_the_others_grow() -> None:
    assert shown("Maya", "Maya Lind") == ("Maya", "Maya L.")


@pytest.mark.parametrize(
    ("name", "board"),
    [
        (PersonName("Maya", "Mayara", "Lind"), "Maya"),
        (PersonName("", "Mayara", "Lind"), "Mayara"),
        (PersonName("", "", "Lind"), "Lind"),
        (PersonName(" \u200b", "\u202e", " Lind "), "Lind"),
        (PersonName("", "", ""), "?"),
    ],
)
def test_the_first_name_is_the_preferred_else_the_given_else_the_family_name(
    name: PersonName, board: str
) -> None:
    assert board_names([name]) == (board,)


def test_case_and_spelling_of_accents_do_not_tell_names_apart() -> None:
    composed, apart = "Lucía", unicodedata.normalize("NFD", "lucía")
    assert shown(f"{composed} Diaz", f"{apart} Paz") == ("Lucía D.", "lucía P.")
    assert shown("STRAUẞ A", "strauss B") == ("STRAUẞ A", "strauss B")


def test_an_initial_is_a_whole_letter_with_its_marks() -> None:
    assert shown("Ana किरण", "Ana गीता") == ("Ana कि.", "Ana गी.")
    assert shown("محمد علي", "محمد حسن") == ("محمد ع.", "محمد ح.")
    assert shown("梓涵 王", "梓涵 李") == ("梓涵 王", "梓涵 李")


def test_what_does_not_show_is_dropped_and_what_spells_stays() -> None:
    assert clean("\u202eMa\u200bya\u2066\ufeff\n Lind\u3164") == "Maya Lind"
    assert clean("علی\u200cرضا") == "علی\u200cرضا"
    assert clean("Ma\u200dya") == "Maya"


def test_a_family_name_in_pieces_gives_no_loose_ends() -> None:
    assert shown("Ana de la Cruz", "Ana de Brito") == ("Ana de l.", "Ana de B.")


@given(any_class)
def test_no_two_board_names_are_the_same_to_a_reader(names: list[PersonName]) -> None:
    boards = [folded(name) for name in board_names(names)]
    assert len(set(boards)) == len(boards) == len(names)


@given(any_class)
def test_a_board_name_holds_nothing_hidden_and_is_never_empty(names: list[PersonName]) -> None:
    for name in board_names(names):
        assert name == clean(name) != ""


@given(any_class, st.randoms(use_true_random=False))
def test_the_order_of_the_class_only_matters_to_people_of_the_same_name(
    names: list[PersonName], chance: Random
) -> None:
    shuffled = chance.sample(range(len(names)), len(names))
    before = board_names(names)
    after = board_names([names[i] for i in shuffled])
    assert Counter(map(folded, before)) == Counter(map(folded, after))
    alone = Counter(_whole(name) for name in names)
    for place, index in enumerate(shuffled):
        if alone[_whole(names[index])] == 1:
            assert after[place] == before[index]


def _whole(name: PersonName) -> tuple[str, str]:
    called = [clean(part) for part in (name.preferred, name.given, name.family)]
    first = folded(next(filter(None, called), "?"))
    family = folded(called[2])
    return first, "" if family == first else family


@given(crowded_classes)
def test_a_board_name_is_never_longer_than_it_must_be(names: list[PersonName]) -> None:
    whole = [(folded(n.given), folded(n.family)) for n in names]
    for index, board in enumerate(board_names(names)):
        first, _, rest = board.partition(" ")
        start = folded(rest.split(" ")[0])
        if not start or start.isdigit():
            continue
        others = [w for i, w in enumerate(whole) if i != index and w[0] == folded(first)]
        assert any(family.startswith(start[:-1]) for _, family in others)
