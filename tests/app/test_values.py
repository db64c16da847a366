"""A value is a frozen dataclass with slots in all that anybody can see."""

import copy
from collections.abc import Callable
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, is_dataclass, replace
from typing import Generic, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from app.values import value

T = TypeVar("T")


@value
class Chair:
    """Something to sit on."""

    id: int
    colour: str = "blue"
    marks: tuple[int, ...] = ()
    facts: dict[str, str] = field(default_factory=dict, compare=False)

    @property
    def plain(self) -> bool:
        return not self.marks


@dataclass(frozen=True, slots=True)
class Stool:
    """The same, made by `dataclass`."""

    id: int
    colour: str = "blue"
    marks: tuple[int, ...] = ()
    facts: dict[str, str] = field(default_factory=dict, compare=False)


@value
class Box(Generic[T]):
    inside: T


def likeness(text: str) -> str:
    return text.replace("Chair", "Stool")


def failure(call: Callable[[], object]) -> type[Exception] | None:
    try:
        call()
    except (TypeError, AttributeError) as error:
        return type(error)
    return None


arguments = some.tuples(some.integers(), some.text(), some.lists(some.integers()).map(tuple))


@settings(deadline=None)
@given(arguments, arguments)
def test_it_compares_hashes_and_reads_as_a_dataclass_does(one, other) -> None:
    assert (Chair(*one) == Chair(*other)) == (Stool(*one) == Stool(*other))
    assert hash(Chair(*one)) == hash(Stool(*one))
    assert likeness(repr(Chair(*one))) == repr(Stool(*one))
    assert asdict(Chair(*one)) == asdict(Stool(*one))


@settings(deadline=None)
@given(
    some.lists(some.integers(), max_size=6),
    some.dictionaries(
        some.sampled_from(["id", "colour", "marks", "facts", "height"]), some.integers()
    ),
)
def test_it_takes_and_refuses_the_same_arguments(given_, named) -> None:
    assert failure(lambda: Chair(*given_, **named)) == failure(lambda: Stool(*given_, **named))


def test_every_chair_gets_facts_of_its_own() -> None:
    assert Chair(1).facts is not Chair(1).facts


def test_it_is_not_equal_to_another_kind_with_the_same_fields() -> None:
    assert Chair(1) != Stool(1)
    assert (Chair(1) == 1) is False


def test_it_cannot_be_changed() -> None:
    chair = Chair(1)
    with pytest.raises(FrozenInstanceError):
        chair.id = 2
    with pytest.raises(FrozenInstanceError):
        del chair.id
    with pytest.raises(AttributeError):
        chair.height = 2


def test_it_has_slots_and_keeps_what_it_was_declared_with() -> None:
    assert not hasattr(Chair(1), "__dict__")
    assert Chair.__doc__ == "Something to sit on."
    assert Chair.__qualname__ == "Chair"
    assert Chair(1).plain


def test_the_tools_of_dataclasses_work_on_it() -> None:
    assert is_dataclass(Chair)
    assert [(f.name, f.type) for f in fields(Chair)] == [(f.name, f.type) for f in fields(Stool)]
    assert replace(Chair(1, "red"), id=2) == Chair(2, "red")


def test_it_is_matched_by_position() -> None:
    match Chair(1, "red"):
        case Chair(_, colour):
            assert colour == "red"


@pytest.mark.parametrize("double", [copy.copy, copy.deepcopy])
def test_it_is_copied_whole(double) -> None:
    chair = Chair(1, "red", (2,), {"a": "b"})
    assert asdict(double(chair)) == asdict(chair)


def test_it_may_be_generic() -> None:
    assert Box[int](3).inside == 3
    assert Box("x") == Box("x")
