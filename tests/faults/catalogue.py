"""Every fault by its number: which tests prove it, or why none can here.

Files in this folder named `test_fault_<numbers>_...` prove those numbers without being listed.
"""

import re
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
LAST = 66

ELSEWHERE: dict[int, tuple[tuple[str, str], ...]] = {
    1: (
        (
            "journey/test_power_cuts.py",
            "what_was_on_the_screen_when_it_was_killed_is_there_again",
        ),
    ),
    9: (
        (
            "faults/test_fault_02_power_cut.py",
            "the_cut_leaves_everything_in_the_log",
        ),
    ),
    10: (
        (
            "data/test_backups.py",
            "a_failed_backup_leaves_the_older_one_alone",
        ),
    ),
    11: (
        (
            "data/test_backups.py",
            "a_damaged_backup_is_found_before_it_is_used",
        ),
    ),
    12: (
        (
            "app/domain/test_backups.py",
            "what_is_dated_in_the_future_stays",
        ),
        (
            "app/domain/test_backups.py",
            "the_newest_three_stay",
        ),
        (
            "app/domain/test_backups.py",
            "an_hour_that_comes_twice_takes_nothing_twice",
        ),
    ),
    14: (
        (
            "faults/test_fault_53_import_killed.py",
            "an_import_for_which_there_is_no_room_leaves_nothing",
        ),
        (
            "data/test_backups.py",
            "a_failed_backup_leaves_the_older_one_alone",
        ),
    ),
    25: (
        (
            "faults/test_fault_06_07_23_refused.py",
            "it_is_refused_in_plain_words_and_keeps_every_byte",
        ),
    ),
    27: (
        (
            "ui/lesson/test_away.py",
            "after_sleep_the_clock_stands_where_it_was_and_asks",
        ),
        (
            "app/domain/test_beats.py",
            "sleep_is_the_time_that_only_the_clock_of_the_computer_counted",
        ),
        (
            "ui/sound/test_ringer.py",
            "after_sleep_there_is_no_burst",
        ),
    ),
    32: (
        (
            "ui/board/test_board_screens.py",
            "the_projector_is_the_screen_the_teacher_is_not_on",
        ),
    ),
    33: (
        (
            "ui/live/test_layout.py",
            "large_text_cuts_nothing_off_the_cards",
        ),
        (
            "ui/importing/test_page.py",
            "the_page_fits_a_small_screen_with_letters_twice_as_large",
        ),
        (
            "ui/capture/test_panel.py",
            "no_control_is_cut_at_any_text_size",
        ),
    ),
    34: (
        (
            "ui/sound/test_ringer.py",
            "without_a_device_nothing_is_heard_all_is_seen_and_nothing_fails",
        ),
    ),
    35: (
        (
            "ui/test_theme.py",
            "the_bundled_face_is_really_used",
        ),
    ),
    36: (
        (
            "data/files/test_decode.py",
            "an_old_code_page_is_read_as_it_was_written",
        ),
    ),
    37: (
        (
            "data/files/test_table.py",
            "a_line_break_inside_quotes_keeps_the_row_and_the_lines_after_it",
        ),
    ),
    47: (
        (
            "ui/photos/test_reading.py",
            "a_drawing_is_no_picture_whatever_it_is_called",
        ),
    ),
    50: (
        (
            "data/files/test_class_list.py",
            "a_workbook_is_refused_with_its_kind",
        ),
        (
            "data/files/test_class_list.py",
            "a_web_page_is_refused_under_whatever_name",
        ),
    ),
    55: (
        (
            "app/services/test_progress.py",
            "a_larger_class_asks_no_more_questions",
        ),
        (
            "app/services/test_cards.py",
            "the_size_of_the_class_does_not_change_the_number_of_questions",
        ),
    ),
    52: (
        (
            "data/files/test_frameworks.py",
            "circles_orphans_doubles_and_blanks_are_mended_and_told",
        ),
    ),
    59: (
        (
            "journey/test_board_is_private.py",
            "the_board_is_the_same_picture_whatever_the_secrets_are",
        ),
    ),
    61: (
        (
            "data/safe/test_profile_safe.py",
            "a_wrong_one_is_counted_and_the_count_survives_a_restart",
        ),
        (
            "data/safe/test_profile_safe.py",
            "a_profile_with_a_passphrase_opens_with_it_and_with_the_code",
        ),
        (
            "data/safe/test_profile_safe.py",
            "the_right_passphrase_of_a_damaged_class_file_is_told_apart",
        ),
    ),
}
"""Files below `tests/`, and the test in them without its `test_`."""

NOT_HERE: dict[int, str] = {
    43: "Nothing is exported as CSV yet; it comes with the exports.",
    44: "Nothing is exported as XLSX yet; it comes with the exports.",
    45: "Workbooks are refused by their first bytes, unread; reading them comes later.",
    46: "As 45.",
    48: "As 45; no archive is ever unpacked.",
    49: "As 48.",
    51: "OneRoster comes later.",
    64: "Devices are not kept in step yet; that comes later.",
    66: "There is no printer here: ui/paper/test_paper.py prints to a file what would go to one.",
}
"""Why a number has no test, in one sentence."""


def proofs() -> dict[int, list[str]]:
    """The tests of each number: files of this folder, and those listed from elsewhere."""
    found = {number: [file for file, _ in tests] for number, tests in ELSEWHERE.items()}
    for file in sorted((TESTS / "faults").glob("test_fault_*.py")):
        for number in numbers_in(file.stem):
            found.setdefault(number, []).append(f"faults/{file.name}")
    return found


def numbers_in(name: str) -> list[int]:
    """The numbers at the beginning of a file's name."""
    head = re.match(r"test_fault((?:_\d+)+)", name)
    return [int(number) for number in head.group(1).split("_") if number] if head else []
