"""What is read on the screen keeps to one way of writing and to the field's words."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

UI = Path(__file__).resolve().parents[2] / "ui"
APART = {"bench", "cli"}
"""Read by developers, or written to a terminal."""

NOT_SO = {
    "an exclamation mark": r"[a-z]!",
    "a straight apostrophe": r"[a-z]'[a-z]",
    "a blank before the dots": r"\w \u2026",
    "another word for a student": r"\b(learner|pupil|kid)s?\b",
    "another word for an observation": r"\b(look|looks) (counts?|since|so far)\b",
}


@cache
def sentences() -> tuple[tuple[str, str], ...]:
    """Each text of the windows that has a blank, and where it is written."""
    return tuple(_sentences())


def _sentences() -> Iterator[tuple[str, str]]:
    for path in sorted(UI.rglob("*.py")):
        if APART.isdisjoint(path.relative_to(UI).parts):
            for text in _texts(ast.parse(path.read_text())):
                if " " in text.strip():
                    yield f"{path.relative_to(UI)}: {text}", text


def _texts(tree: ast.AST) -> Iterator[str]:
    said = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value


def test_there_are_sentences_to_read() -> None:
    assert len(sentences()) > 1000


@pytest.mark.parametrize("what", NOT_SO)
def test_no_text_has(what: str) -> None:
    wrong = [where for where, text in sentences() if re.search(NOT_SO[what], text, re.IGNORECASE)]
    assert wrong == []
