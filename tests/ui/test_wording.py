"""Every step and every error has its own sentence."""

import ast
import re
import string
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from app import errors
from app.domain import session as did
from app.domain.changes import Label, label
from app.domain.opening import errors as opening_errors
from app.domain.roster import errors as roster_errors
from app.errors import ClassroomError
from ui.classes.skills.method_words import methods
from ui.problems import problem
from ui.wording import STEPS, sentence

APP = Path(__file__).resolve().parents[2] / "app"
NOT_SHOWN = {"demo made"}
CLOCK = {did.STARTED, did.PAUSED, did.RESUMED, did.EXTENDED, "shortened", did.ADVANCED}
STATES = (did.PRESENT, did.ABSENT, did.LATE, did.AWAY)
MARKS = {f"{many}marked {state}" for many in ("", "several ") for state in STATES}


def label_calls() -> Iterator[ast.Call]:
    for path in APP.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "label":
                yield node


def verbs() -> set[str]:
    found = {
        call.args[0].value
        for call in label_calls()
        if call.args and isinstance(call.args[0], ast.Constant)
    }
    return {verb for verb in found if isinstance(verb, str)} - NOT_SHOWN


def test_every_verb_a_service_uses_has_a_sentence() -> None:
    assert len(verbs()) > 10
    assert (verbs() | CLOCK | MARKS) - set(STEPS) == set()


def test_every_hole_of_a_sentence_is_filled_by_the_service() -> None:
    for call in label_calls():
        verb = call.args[0]
        if isinstance(verb, ast.Constant) and verb.value in STEPS:
            given = {keyword.arg for keyword in call.keywords}
            holes = {name for _, name, _, _ in string.Formatter().parse(STEPS[verb.value]) if name}
            assert holes <= given or None in given, verb.value


def test_a_way_to_count_is_told_by_the_name_it_is_picked_by() -> None:
    for method, name in methods():
        told = sentence(label("method set", framework="Maths", method=method))
        assert told == f"Maths: levels by “{name}”"


def test_a_sentence_holds_the_facts() -> None:
    said = sentence(label("moved", student="Leila", station="Problem solving"))
    assert said == "Leila moved to Problem solving"


def test_a_name_with_braces_is_only_a_name() -> None:
    assert sentence(Label("moved", {"student": "{x}", "station": "T"})) == "{x} moved to T"


def kinds() -> list[type[ClassroomError]]:
    found = [
        kind
        for module in (errors, opening_errors, roster_errors)
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, ClassroomError)
    ]
    return [kind for kind in dict.fromkeys(found) if kind is not ClassroomError]


def example(kind: type[ClassroomError]) -> ClassroomError:
    if not is_dataclass(kind):
        return kind()
    samples = {Path: Path("4B.rondo"), str: "other", int: 7}
    values = [samples.get(field.type, ("Maya L.", "Maya P.")) for field in fields(kind)]
    return kind(*values)


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
def test_every_error_a_teacher_can_act_on_has_its_own_words(kind: type[ClassroomError]) -> None:
    said = problem(example(kind))
    assert "Rondo itself" not in said
    assert said.endswith(".")
    assert "!" not in said


def test_a_bug_is_named_as_ours() -> None:
    assert "Rondo itself (KeyError)" in problem(KeyError("Maya"))
    assert "Maya" not in problem(KeyError("Maya"))


class Marked(QTranslator):
    """Sets every text that may be translated in quotation marks of its own."""

    def translate(self, _context: str, text: str, _hint: str = "", _count: int = -1) -> str:
        return f"«{text}»"

    def isEmpty(self) -> bool:
        return False


@pytest.mark.parametrize("kind", [*kinds(), KeyError, OSError])
def test_all_that_is_said_of_an_error_can_be_translated(
    qapp: QApplication, kind: type[Exception]
) -> None:
    marked = Marked()
    qapp.installTranslator(marked)
    try:
        said = problem(example(kind) if issubclass(kind, ClassroomError) else kind())
    finally:
        qapp.removeTranslator(marked)
    inner = re.compile("«[^«»]*»")
    while inner.search(said):
        said = inner.sub("", said)
    assert said.strip() == ""
