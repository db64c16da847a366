"""Whatever is typed is read, each word once, and the order of the parts does not matter."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.capture.line import parse
from app.domain.capture.reading import LEVEL, NOTE, PARTS, SKILL, STUDENT, Reading
from app.domain.capture.vocabulary import KnownStudent, Vocabulary
from tests.fakes.class_4b import students, vocabulary

CLASS = vocabulary()

names = st.sampled_from(
    ["may", "maya p", "fat", "isla", "王梓涵", "محم", "anneliese marie", "luk", "sofia"]
)
levels = st.sampled_from(["", "1", "2", "3", "4"])
typed_skills = st.sampled_from(["", "fra", "equi", "order dec", "two-step", "bar chart"])
notes = st.sampled_from(
    ["", "explains own strategy", "stu", "drew it", "used the number line", "did 3 of 4", "快"]
)
known_words = st.sampled_from(
    ["may", "p", "3", "fra", "own", "stuck", '"', "“x y”", "4", "of", "王梓涵分数", "is", "-"]
)
any_line = st.one_of(
    st.text(max_size=40),
    st.lists(st.one_of(known_words, st.text(max_size=5)), max_size=12).map(" ".join),
)


def said(reading: Reading) -> tuple[object, ...]:
    best = reading.student.best
    return (best.student.id if best else None, reading.captured())


@given(any_line)
def test_any_line_is_read_and_every_word_lands_in_one_part(line: str) -> None:
    reading = parse(line, CLASS)
    assert len(reading.parts) == len(reading.words)
    assert set(reading.parts) <= set(PARTS)
    owners = [reading.student.best, reading.level.best, reading.skill.best]
    for part, owner in zip((STUDENT, LEVEL, SKILL), owners, strict=True):
        held = owner.words if owner else frozenset()
        assert held == {at for at, name in enumerate(reading.parts) if name == part}


@given(any_line)
def test_the_words_cover_the_line_in_order(line: str) -> None:
    words = parse(line, CLASS).words
    ends = [0, *(word.end for word in words)]
    assert all(word.start >= end for word, end in zip(words, ends, strict=False))
    assert all(word.start < word.end <= len(line) for word in words)
    covered = {at for word in words for at in range(word.start, word.end)}
    assert all(char.isspace() for at, char in enumerate(line) if at not in covered)


@given(any_line)
def test_the_note_has_the_words_that_are_left_and_no_others(line: str) -> None:
    reading = parse(line, CLASS)
    left = [w.text for w, part in zip(reading.words, reading.parts, strict=True) if part == NOTE]
    texts = {choice.text for choice in reading.note.choices if choice.text}
    assert all("".join(text.split()) == "".join("".join(left).split()) for text in texts)
    assert bool(texts) == bool("".join(left).strip())


@given(names, levels, typed_skills, notes)
def test_the_parts_may_come_in_any_order(name: str, level: str, skill: str, note: str) -> None:
    parts = [part for part in (name, level, skill, note) if part]
    first, *others = [said(parse(" ".join(order), CLASS)) for order in permutations(parts)]
    assert first[0] is not None
    assert all(other == first for other in others)


@given(st.lists(st.sampled_from(["may", "3", "fra", "well"]), unique=True))
def test_the_words_may_come_in_any_order(words: list[str]) -> None:
    expected = said(parse(" ".join(sorted(words)), CLASS))
    assert said(parse(" ".join(words), CLASS)) == expected


@given(any_line, st.data())
def test_every_choice_can_be_picked_and_stays_picked(line: str, data: st.DataObject) -> None:
    reading = parse(line, CLASS)
    held = {
        STUDENT: reading.student.choices,
        LEVEL: reading.level.choices,
        SKILL: reading.skill.choices,
        NOTE: reading.note.choices,
    }
    part = data.draw(st.sampled_from(PARTS))
    for index, choice in enumerate(held[part]):
        picked = reading.with_pick(part, index)
        best = {
            STUDENT: picked.student.best,
            LEVEL: picked.level.best,
            SKILL: picked.skill.best,
            NOTE: picked.note.best,
        }[part]
        assert best is not None
        assert _same(best, choice)


def _same(one: object, other: object) -> bool:
    for name in ("student", "level", "skill", "kept"):
        if hasattr(one, name):
            return getattr(one, name) == getattr(other, name)
    return False


@given(any_line, st.integers(0, 20))
def test_a_word_forced_into_the_note_is_in_the_note(line: str, place: int) -> None:
    reading = parse(line, CLASS)
    if place < len(reading.words):
        forced = reading.with_word(place, in_note=True)
        assert forced.parts[place] == NOTE


@given(st.data())
def test_any_start_of_a_first_name_offers_its_student(data: st.DataObject) -> None:
    chosen = data.draw(st.sampled_from(students()))
    name = chosen.firsts[0]
    typed = name[: data.draw(st.integers(1, len(name)))]
    offered = [choice.student.id for choice in parse(typed, CLASS).student.choices]
    assert chosen.id in offered


def without_place(reading: Reading) -> frozenset[int]:
    return frozenset(choice.student.id for choice in reading.rivals)


@given(any_line)
def test_rivals_are_several_and_the_best_is_their_first_until_one_is_picked(line: str) -> None:
    reading = parse(line, CLASS)
    if not reading.rivals:
        return
    best = reading.student.best
    assert best is not None
    assert len(without_place(reading)) == len(reading.rivals) > 1
    assert reading.rivals[0] == best
    assert reading.with_pick(STUDENT, 0).rivals == ()


@given(names, levels, typed_skills, notes)
def test_who_the_rivals_are_does_not_hang_on_the_order(
    name: str, level: str, skill: str, note: str
) -> None:
    found = {
        without_place(parse(" ".join(part for part in order if part), CLASS))
        for order in permutations((name, level, skill, f'"{note}"' if note else ""))
    }
    assert len(found) == 1


@given(st.permutations(CLASS.students))
def test_nobody_is_guessed_by_the_order_of_the_list(order: list[KnownStudent]) -> None:
    """Of two who are alike the same two are asked about, wherever they stand in the list."""
    other = Vocabulary(order, CLASS.skills, CLASS.tags, CLASS.stations, CLASS.observed)
    for line in ("may", "may stuck", "ma 2", "a", "p 3"):
        one, two = parse(line, CLASS), parse(line, other)
        assert without_place(one) == without_place(two)
        if not one.rivals and one.student.best and two.student.best:
            assert one.student.best.student.id == two.student.best.student.id
