"""What lies in the folder of a profile beside its class, and where such folders may be."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from app.errors import ClassroomError, DamagedFile, FileIsNewer, NotSaved
from app.settings import SettingsKeeper
from data.door import other_files
from data.moved import moved_to
from data.paths import Profile, default_folder
from data.places import conflict_copies
from data.reports import ReportFolder
from data.settings_file import SettingsFile
from data.surroundings import Surroundings

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

    from data.crash import CrashMark


def profile_at(folder: Path | None) -> Profile:
    """The profile in a folder, or where it was moved to or found; None is this user's own."""
    return moved_to(Profile(folder if folder is not None else default_folder()))


def found_in(folder: Path, instead_of: Profile) -> Profile | None:
    """The profile of a class that was looked for, from now on; None where there is no class."""
    from data.moved import leave_trace  # not for the start

    found = profile_at(folder)
    if not has_class(found):
        return None
    with suppress(NotSaved):
        leave_trace(instead_of, found)
    return found


def has_class(profile: Profile) -> bool:
    """Whether a class file lies there that is one of ours, as far as can be told unopened."""
    from data.identity import is_plain, look  # not for the start

    path = profile.database
    if not path.is_file() or not path.stat().st_size:
        return False
    if not is_plain(path):
        return profile.key_file.exists()
    try:
        look(path, will_change_header=False)
    except ClassroomError as error:
        return isinstance(error, DamagedFile | FileIsNewer)
    return True


def settings_keeper(profile: Profile) -> SettingsKeeper:
    """Keeps the settings of a profile."""
    return SettingsFile(profile.settings)


def report_folder(profile: Profile) -> ReportFolder:
    """Where reports of our own bugs go."""
    return ReportFolder(profile.reports)


def crash_mark(profile: Profile) -> "CrashMark":
    """Says in the profile's reports that the app runs, and after the next start that it did."""
    from data.crash import CrashMark  # not for the start

    return CrashMark(profile.reports, profile.pulse)


def passing_folder(what: str) -> "TemporaryDirectory[str]":
    """A folder that goes when it is closed, or after the next start if that never came."""
    from data.passing import passing_folder as make  # not for the start

    return make(what)


def clear_left() -> None:
    """Take away such folders of programs that were ended. For a worker."""
    from data.passing import clear_left as clear  # not for the start

    clear()


def second_places(profile: Profile) -> tuple[list[Path], list[Path]]:
    """The folder elsewhere where backups go too, if there is one; and those where they went."""
    settings = settings_keeper(profile).load()
    now = [settings.second_place] if settings.second_place else []
    return [Path(place) for place in now], [Path(place) for place in settings.earlier_places]


def move_profile(profile: Profile, target: Profile, around: Surroundings) -> None:
    """Copy a profile that is not open to a folder of this computer; may run in a worker."""
    from data.moving import move_profile as move  # not for the start

    move(profile, target, around)


def local_profile() -> Profile:
    """A folder of this computer where no class is kept yet."""
    from data.moving import free_profile  # not for the start

    return free_profile(default_folder())


def copies_beside(profile: Profile) -> tuple[str, ...]:
    """Second copies of the class file that a sync program made."""
    return conflict_copies(other_files(profile.folder))
