"""Everything about one student: what is handed over equals what is kept."""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import fields, replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from app.domain.changes import Change
from app.domain.choices import Choice
from app.domain.classes import Goal, Student
from app.domain.lessons import Path as LessonPath
from app.domain.observations import Attachment, Observation
from app.domain.photos import Photo
from app.domain.pull_outs import PullOut
from app.domain.session import Attendance, Finish, Move, Visit
from app.domain.skills import Judgement
from app.domain.voice import Need, Reflection
from app.services.about import AboutService, as_data
from data.histories import SqliteHistories
from tests.erasing import ABOUT, CHILD, Crowd
from ui.about.html import as_html

KINDS = {
    "observations": Observation,
    "photos": Photo,
    "levels_set_by_hand": Judgement,
    "goals": Goal,
    "visits": Visit,
    "attendance": Attendance,
    "moves": Move,
    "plans": LessonPath,
    "finished_early": Finish,
    "pull_outs": PullOut,
    "choices": Choice,
    "reflections": Reflection,
    "needs": Need,
}


@pytest.fixture
def crowd(tmp_path: Path) -> Iterator[Crowd]:
    made = Crowd(tmp_path / "profile")
    with closing(made.connection):
        yield made


def handed_over(
    crowd: Crowd, private: bool, needs: bool = False
) -> dict[str, list[dict[str, object]]]:
    service = AboutService(
        crowd.room.store, crowd.taught.clock, SqliteHistories(crowd.room.store.asking)
    )
    return json.loads(json.dumps(as_data(service.everything(crowd.child, private, needs))))


def rebuilt(kind: type, record: dict[str, object]) -> object:
    values = {field.name: record[field.name] for field in fields(kind)}
    return kind(**{k: tuple(v) if isinstance(v, list) else v for k, v in values.items()})


@pytest.mark.parametrize("part", KINDS)
def test_every_record_comes_back_as_the_database_holds_it(crowd: Crowd, part: str) -> None:
    given = handed_over(crowd, private=True, needs=True)[part]
    kept = crowd.room.store.find(KINDS[part], student_id=crowd.child)
    assert kept
    assert tuple(rebuilt(KINDS[part], record) for record in given) == kept


def test_the_student_comes_back_too(crowd: Crowd) -> None:
    data = handed_over(crowd, private=True)
    assert rebuilt(Student, dict(data["student"])) == crowd.room.store.get(Student, crowd.child)


def test_private_jottings_come_only_when_asked_for(crowd: Crowd) -> None:
    data = handed_over(crowd, private=False)
    assert data["private_left_out"] == 1
    assert "was tired" not in json.dumps(data)
    assert "was tired" in json.dumps(handed_over(crowd, private=True))


def test_other_children_are_not_named(crowd: Crowd) -> None:
    data = json.dumps(handed_over(crowd, private=True))
    assert "Benson" not in data
    assert "helps at the tablets" not in data  # a record that turned out to be about another one
    assert [rule["others"] for rule in handed_over(crowd, private=True)["rules"]] == [1, 2, 0, 1]


class Reader(HTMLParser):
    """Reads a page and keeps what it is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        assert not {"href", "onclick"} & given.keys()
        assert (given.get("src") or "data:image/jpeg;base64,").startswith("data:image/jpeg;base64,")
        self.tags.append(tag)
        if tag not in {"meta", "img"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_is_whole_escaped_and_without_links(crowd: Crowd) -> None:
    crowd.look(330, crowd.child, "<script>alert('x')</script> & more")
    service = AboutService(
        crowd.room.store, crowd.taught.clock, SqliteHistories(crowd.room.store.asking)
    )
    page = as_html(service.everything(crowd.child), crowd.taught.clock)
    reader = Reader()
    reader.feed(page)
    assert reader.open == []
    assert set(reader.tags).isdisjoint({"script", "a", "link", "iframe"})
    assert "<script>alert('x')</script> & more" in reader.text
    assert CHILD in reader.text
    assert f"{ABOUT} explains own strategy" in reader.text
    assert reader.tags.count("caption") == reader.tags.count("table") > 3


def test_pictures_are_handed_over_with_consent_alone(crowd: Crowd) -> None:
    """What is left out is said."""
    data = handed_over(crowd, private=True)
    assert (data["attachments"], data["attachments_left_out"]) == ([], 1)
    child = crowd.room.store.get(Student, crowd.child)
    assert child is not None
    crowd.edit("pictures allowed", Change(child, replace(child, pictures=True)))
    data = handed_over(crowd, private=True)
    (kept,) = crowd.room.store.find(Attachment)
    assert [rebuilt(Attachment, one) for one in data["attachments"]] == [kept]
    assert data["attachments_left_out"] == 0


def test_needs_come_only_when_they_are_ticked(crowd: Crowd) -> None:
    """Nor is it told whether there are any."""
    service = AboutService(
        crowd.room.store, crowd.taught.clock, SqliteHistories(crowd.room.store.asking)
    )
    unasked = handed_over(crowd, private=True)
    assert unasked["needs"] is None
    assert "inhaler" not in json.dumps(unasked)
    page = as_html(service.everything(crowd.child, private=True), crowd.taught.clock)
    assert "inhaler" not in page
    assert "Needs are not on this page." in page
    asked = as_html(service.everything(crowd.child, needs=True), crowd.taught.clock)
    assert f"{ABOUT} inhaler" in asked


def test_what_the_student_said_is_told_in_words(crowd: Crowd) -> None:
    (said,) = handed_over(crowd, private=False)["reflections"]
    assert (said["skill"], said["level_word"]) == ("Compare fractions", "Developing")
    service = AboutService(
        crowd.room.store, crowd.taught.clock, SqliteHistories(crowd.room.store.asking)
    )
    reader = Reader()
    reader.feed(as_html(service.everything(crowd.child), crowd.taught.clock))
    assert f"{ABOUT} too hard" in reader.text
    assert "Tricky" in reader.text
