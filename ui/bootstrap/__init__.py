"""Where the floors meet: the one place of the window where files become a classroom."""

from typing import TYPE_CHECKING

from data.database import Unreadable
from data.door import Door
from data.keys import Key
from data.opening import begin_anew
from data.paths import Profile
from data.requests import clear as clear_requests
from data.requests import hand_over, make_room, take_requests
from data.surroundings import Surroundings
from ui.bootstrap.classroom import bring_up_to_date, build_demo, held_by, open_profile
from ui.bootstrap.files import framework_job, roster_reader, write_texts
from ui.bootstrap.folders import (
    clear_left,
    copies_beside,
    crash_mark,
    found_in,
    local_profile,
    move_profile,
    passing_folder,
    profile_at,
    report_folder,
    settings_keeper,
)
from ui.bootstrap.opened import EVERYTHING, OpenProfile
from ui.bootstrap.safety import backups_of, erasure_of, opens_again, safe_of, take_back

if TYPE_CHECKING:
    from data.crash import Crash as Crash
    from data.crash import CrashMark as CrashMark

__all__ = [
    "EVERYTHING",
    "Door",
    "Key",
    "OpenProfile",
    "Profile",
    "Surroundings",
    "Unreadable",
    "backups_of",
    "begin_anew",
    "bring_up_to_date",
    "build_demo",
    "clear_left",
    "clear_requests",
    "copies_beside",
    "crash_mark",
    "erasure_of",
    "found_in",
    "framework_job",
    "hand_over",
    "held_by",
    "local_profile",
    "make_room",
    "move_profile",
    "open_profile",
    "opens_again",
    "passing_folder",
    "profile_at",
    "report_folder",
    "roster_reader",
    "safe_of",
    "settings_keeper",
    "take_back",
    "take_requests",
    "write_texts",
]
