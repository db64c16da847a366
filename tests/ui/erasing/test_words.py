"""What a receipt says: nothing that was removed or left out goes without words."""

import pytest

from app.domain.erasing import LEFT_REASONS, REMOVED, LeftOut, Receipt
from tests.fakes import FakeClock
from ui.erasing.words import receipt_lines


@pytest.mark.parametrize("count", [1, 2])
def test_everything_that_can_be_removed_is_told(count: int) -> None:
    said = receipt_lines(Receipt(0, 0, 1, dict.fromkeys(REMOVED, count)), FakeClock())
    assert len({line for line in said if line.startswith("- ")}) == len(REMOVED)


def test_every_reason_to_leave_a_file_out_is_told() -> None:
    left = tuple(LeftOut(f"{reason}.db", reason) for reason in LEFT_REASONS)
    said = "\n".join(receipt_lines(Receipt(0, 0, 1, left=left), FakeClock()))
    assert all(f"- {reason}.db: " in said for reason in LEFT_REASONS)
