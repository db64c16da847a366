"""Fault 60, with 3 to 5: a page is lost after an erasing, the last ones or any; nobody comes back.

What the class is mended with is a backup of before, which Rondo could not reach then.
"""

from pathlib import Path

import pytest

from data.damage.mend import Mender
from tests.data.erasure.test_again import NOW, Kept
from tests.erasing import WORDS, found_in
from tests.faults.budget import Budget

PAGE = 4096


@pytest.mark.long
@pytest.mark.parametrize("is_cut", [True, False], ids=["cut", "zeroed"])
def test_whatever_page_is_lost_nobody_who_was_erased_comes_back(
    tmp_path: Path, is_cut: bool, budget: Budget
) -> None:
    kept = Kept(tmp_path)
    kept.stick.mkdir()
    kept.erase()
    database = kept.profile.database
    whole = database.read_bytes()
    for at in budget.some_of(range(0, len(whole), PAGE), short=4):
        rest = b"" if is_cut else bytes(PAGE) + whole[at + PAGE :]
        database.write_bytes(whole[:at] + rest)
        mender = Mender(database, lambda: [kept.old], lambda: NOW)
        rescue = mender.rescue()
        mender.mend(rescue)
        said = repr(rescue.lines)
        assert kept.told() == [], at
        assert [word for word in WORDS if word in said] == [], at
        for left in database.parent.glob("rondo.db?*"):
            left.unlink()
    assert found_in(kept.profile.folder) == []
