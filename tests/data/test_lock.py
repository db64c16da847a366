"""Who has a profile open."""

import json
import os
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from app.domain.opening.holder import NOBODY_KNOWN, Holder, still_holds
from data.lock import ProfileLock
from data.processes import born, lives
from data.surroundings import Surroundings

HERE = Surroundings(user="maya", host="LAB-1")
THERE = Holder("öz", "LAB-3", 7, "x", 5)


def test_one_takes_it_and_the_other_learns_who(tmp_path: Path) -> None:
    first, second = (ProfileLock(tmp_path / "rondo.lock", HERE) for _ in range(2))
    assert first.take() is None
    held = second.take()
    assert held is not None
    assert (held.user, held.host, held.pid) == ("maya", "LAB-1", os.getpid())
    assert second.holder() == held
    first.release()
    assert list(tmp_path.iterdir()) == []
    assert second.holder() is None
    assert second.take() is None
    second.release()


def test_a_question_makes_no_file(tmp_path: Path) -> None:
    assert ProfileLock(tmp_path / "rondo.lock", HERE).holder() is None
    assert list(tmp_path.iterdir()) == []


def test_on_this_computers_disk_words_without_a_lock_are_old(tmp_path: Path) -> None:
    path = tmp_path / "rondo.lock"
    path.write_text(json.dumps(asdict(THERE)))
    lock = ProfileLock(path, HERE)
    assert lock.take() is None
    assert json.loads(path.read_text())["user"] == "maya"
    lock.release()


def test_on_a_share_another_computers_words_count_until_the_teacher_knows_better(
    tmp_path: Path,
) -> None:
    path = tmp_path / "rondo.lock"
    path.write_text(json.dumps(asdict(THERE)))
    lock = ProfileLock(path, HERE, is_believed=False)
    assert lock.take() == THERE
    assert json.loads(path.read_text()) == asdict(THERE)
    assert lock.take(over=True) is None
    lock.release()


def test_a_lock_that_is_held_is_taken_by_nobody_who_knows_better(tmp_path: Path) -> None:
    first, second = (ProfileLock(tmp_path / "rondo.lock", HERE, False) for _ in range(2))
    assert first.take() is None
    assert second.take(over=True) is not None
    first.release()


@pytest.mark.parametrize("words", ["", "{", "[]", '{"user": "maya"}', '{"pid": null}'])
def test_words_that_make_no_sense_name_nobody(tmp_path: Path, words: str) -> None:
    path = tmp_path / "rondo.lock"
    first, second = ProfileLock(path, HERE), ProfileLock(path, HERE, pause=lambda _s: None)
    assert first.take() is None
    path.write_text(words)
    assert second.take() == NOBODY_KNOWN
    first.release()


def test_a_process_is_told_from_another_with_its_number() -> None:
    me = Surroundings().me()
    assert lives(me)
    assert not lives(replace(me, born="another boot 17"))
    assert not lives(replace(me, pid=2**22 + 1, born=born(2**22 + 1)))


def test_whose_words_count() -> None:
    own, dead = replace(THERE, host="LAB-1"), replace(THERE, host="LAB-1", pid=9)
    assert still_holds(None, own, lives=False, is_locked=True, lock_is_believed=True)
    assert not still_holds(THERE, own, lives=False, is_locked=False, lock_is_believed=True)
    assert still_holds(THERE, own, lives=False, is_locked=False, lock_is_believed=False)
    assert not still_holds(dead, own, lives=False, is_locked=False, lock_is_believed=False)
    assert still_holds(dead, own, lives=True, is_locked=False, lock_is_believed=False)
