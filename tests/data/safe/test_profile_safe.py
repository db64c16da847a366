"""The safe of a profile: set, open, change and remove, and never without a way back in."""

from contextlib import closing
from pathlib import Path

import pytest

from app.errors import (
    CodeMistyped,
    DamagedFile,
    KeyFileDamaged,
    NotSaved,
    PassphraseMissing,
    PassphraseNeeded,
    TryLater,
    WrongCode,
    WrongPassphrase,
)
from data.backups import inspect
from data.database import connect
from data.safe.profile_safe import ProfileSafe
from tests.data.safe.conftest import NAME, WORDS, Room


def locked(room: Room) -> str:
    """Set a passphrase; the recovery code comes back."""
    code = room.safe.new_code()
    room.safe.tidy(room.safe.set(WORDS, code))
    return code


def test_a_plain_profile_is_not_locked(room: Room) -> None:
    assert not room.safe.is_set()


def test_a_profile_with_a_passphrase_opens_with_it_and_with_the_code(room: Room) -> None:
    code = locked(room)
    assert room.safe.is_set()
    with pytest.raises(PassphraseNeeded):
        connect(room.profile.database)
    for words, by_code in ((WORDS, False), (code, True), (code, False)):
        assert room.students(room.safe.open(words, by_code)) == 40


def test_nothing_in_the_profile_can_be_read_afterwards(room: Room) -> None:
    kept = room.back_up()
    aside = room.profile.folder / "rondo-before-update-2026.db"
    aside.write_bytes(kept.read_bytes())
    assert room.files_with(NAME)
    locked(room)
    assert room.files_with(NAME) == []
    key = room.safe.open(WORDS)
    assert {inspect(path, key).students for path in (kept, aside)} == {40}


def test_what_somebody_left_who_was_stopped_cannot_be_read_either(room: Room) -> None:
    folder, whole = room.profile.folder, room.profile.database.read_bytes()
    journal = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + NAME.encode()
    (folder / "rondo-mend-x7").mkdir()
    (folder / "rondo-mend-x7" / "rondo.db").write_bytes(whole)
    (folder / "restored.db.part").write_bytes(whole)
    (folder / "restored.db.part-journal").write_bytes(journal)
    (folder / "rondo.db.412.new").write_bytes(whole)
    (folder / "other things").mkdir()
    theirs = folder / "other things" / "notes.db"
    theirs.write_bytes(whole)
    key = room.safe.set(WORDS, room.safe.new_code())
    assert room.safe.needs_tidying()
    assert room.safe.tidy(key) == []
    assert not room.safe.needs_tidying()
    assert room.files_with(NAME) == [theirs.name]  # in a folder that is not ours


def test_a_copy_that_does_not_read_whole_is_left_out_and_can_be_deleted(room: Room) -> None:
    damaged = room.profile.folder / "rondo.db.damaged-2026-05-14-090000"
    content = bytearray(room.profile.database.read_bytes())
    content[3 * 4096 : 5 * 4096] = b"\xff" * 8192
    damaged.write_bytes(content)
    key = room.safe.set(WORDS, room.safe.new_code())
    left = room.safe.tidy(key)
    assert [one.path for one in left] == [damaged]
    assert damaged.read_bytes() == content
    room.safe.delete(left[0])
    assert room.safe.tidy(key) == []


def test_a_wrong_one_is_counted_and_the_count_survives_a_restart(room: Room) -> None:
    locked(room)
    for _ in range(3):
        with pytest.raises(WrongPassphrase):
            room.safe.open("red tram")
    with pytest.raises(TryLater) as caught:
        room.safe.open(WORDS)
    assert caught.value.seconds == room.safe.seconds_left() == 2
    room.clock.advance(2000)
    assert room.students(room.safe.open(WORDS)) == 40
    assert not room.profile.tries.exists()


def test_a_slip_in_the_code_costs_no_try(room: Room) -> None:
    code = locked(room)
    for _ in range(5):
        with pytest.raises(CodeMistyped):
            room.safe.open(code[:-1], by_code=True)
    assert room.safe.seconds_left() == 0
    with pytest.raises(WrongCode):
        room.safe.open(room.safe.new_code(), by_code=True)


def test_an_empty_passphrase_is_refused(room: Room) -> None:
    with pytest.raises(PassphraseMissing):
        room.safe.set("  ", room.safe.new_code())
    assert not room.safe.is_set()


def test_a_class_file_in_use_stays_plain_and_the_key_file_says_nothing(room: Room) -> None:
    with closing(connect(room.profile.database)) as other:
        other.execute("SELECT 1 FROM student").fetchall()
        with pytest.raises(NotSaved):
            room.safe.set(WORDS, room.safe.new_code())
    assert not room.safe.is_set()
    assert room.students() == 40


def test_changing_rewrites_the_vaults_alone(room: Room) -> None:
    room.back_up()
    code = locked(room)
    key = room.safe.open(WORDS)
    before = room.profile.database.read_bytes()
    assert room.safe.change(key, "red tram") == []
    assert room.profile.database.read_bytes() == before
    with pytest.raises(WrongPassphrase):
        room.safe.open(WORDS)
    kept = next(room.profile.backups.iterdir())
    for words in ("red tram", code):
        assert room.safe.open(words) == room.safe.open_copy(kept, words) == key


def test_a_new_code_ends_the_old_one(room: Room) -> None:
    code = locked(room)
    fresh = room.safe.new_code()
    room.safe.renew_code(room.safe.open(WORDS), fresh)
    assert room.students(room.safe.open(fresh)) == 40
    with pytest.raises(WrongCode):
        room.safe.open(code, by_code=True)


def test_removing_goes_back_to_plain_backups_too(room: Room) -> None:
    kept = room.back_up()
    locked(room)
    key = room.safe.open(WORDS)
    assert room.safe.unseal_copies(key) == []
    room.safe.remove(key)
    assert not room.safe.is_set()
    assert room.students() == inspect(kept).students == 40
    assert not room.profile.key_file.exists()


def test_a_lost_or_damaged_key_file_comes_back_from_a_backup(room: Room) -> None:
    room.back_up()
    code = locked(room)
    for harm in (Path.unlink, lambda path: path.write_bytes(b"\0" * 99)):
        harm(room.profile.key_file)
        assert room.safe.is_set()
        assert room.students(room.safe.open(code)) == 40
        assert room.students(room.safe.open(WORDS)) == 40


def test_a_damaged_key_file_without_a_backup_is_told_apart(room: Room) -> None:
    locked(room)
    room.profile.key_file.write_bytes(room.profile.key_file.read_bytes()[:-1])
    with pytest.raises(KeyFileDamaged):
        room.safe.open(WORDS)
    assert room.safe.seconds_left() == 0


def test_the_right_passphrase_of_a_damaged_class_file_is_told_apart(room: Room) -> None:
    locked(room)
    content = bytearray(room.profile.database.read_bytes())
    content[:4096] = b"\x55" * 4096
    room.profile.database.write_bytes(content)
    key = room.safe.open(WORDS)
    with pytest.raises(DamagedFile):
        connect(room.profile.database, key)
    room.profile.key_file.unlink()
    with pytest.raises(KeyFileDamaged):
        room.safe.open(WORDS)


def test_backups_in_a_second_place_are_encrypted_too(room: Room, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    copy = room.backups().save(stick / "rondo-1.rondo").path
    safe = ProfileSafe(
        room.profile, room.random.getrandbits, room.clock.now_ms, lambda: [stick, tmp_path / "gone"]
    )
    safe.tidy(safe.set(WORDS, safe.new_code()))
    with pytest.raises(PassphraseNeeded):
        inspect(copy)


def test_a_new_passphrase_reaches_earlier_places_and_names_those_that_are_away(
    room: Room, tmp_path: Path
) -> None:
    """A stick in a drawer keeps what it has, and nobody is left to believe otherwise."""
    stick, gone = tmp_path / "stick", tmp_path / "gone"
    stick.mkdir()
    copy = room.backups().save(stick / "rondo-1.rondo").path
    safe = ProfileSafe(
        room.profile, room.random.getrandbits, room.clock.now_ms, lambda: [stick, gone]
    )
    key = safe.set(WORDS, safe.new_code())
    safe.tidy(key)
    for left in (safe.change(key, "red tram"), safe.renew_code(key, safe.new_code())):
        assert [(one.path, one.is_place) for one in left] == [(gone, True)]
    assert safe.open_copy(copy, "red tram") == key
    assert [one.path for one in safe.unseal_copies(key)] == [gone]
    assert safe.unreached() == [gone]


def test_the_key_comes_from_the_given_source(room: Room) -> None:
    asked = []

    def bits(count: int) -> int:
        asked.append(count)
        return (1 << count) - 1

    safe = ProfileSafe(room.profile, bits, room.clock.now_ms)
    safe.set(WORDS, safe.new_code())
    assert asked == [130, 256]
