"""Whether a folder is this computer's own, on a stick or a share, or kept in step by a program.

Everything is told from names: the path itself, the table of mounts, the drive's kind, and names of
files that sync programs leave. Nothing here touches a disk.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePath, PurePosixPath, PureWindowsPath
from typing import NamedTuple

from app.domain.opening.place import CLOUD, HERE, SHARE, STICK, Place

_SHARES = {
    "nfs": "NFS",
    "cifs": "Windows share",
    "smb": "Windows share",
    "smbfs": "Windows share",
    "ncpfs": "Novell share",
    "afpfs": "Apple share",
    "afs": "AFS",
    "davfs": "WebDAV",
    "webdav": "WebDAV",
    "sshfs": "SSH",
    "curlftpfs": "FTP",
    "gvfsd-fuse": "network folder",
    "kio-fuse": "network folder",
    "glusterfs": "Gluster",
    "ceph": "Ceph",
}
"""Names of file systems, as mount tables begin them, and what people call them."""
_CLOUD_MOUNTS = {
    "rclone": "a cloud drive",
    "onedriver": "OneDrive",
    "google-drive-ocamlfuse": "Google Drive",
    "drivefs": "Google Drive",
    "dropbox": "Dropbox",
    "pcloud": "pCloud",
}
_CLOUD_NAMES = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "iclouddrive": "iCloud Drive",
    "icloud drive": "iCloud Drive",
    "com~apple~clouddocs": "iCloud Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pclouddrive": "pCloud",
}
"""How the folders of sync programs begin, wherever they are."""
_CLOUD_AT_HOME = {
    "box": "Box",
    "box sync": "Box",
    "my drive": "Google Drive",
    "mega": "MEGA",
    "sync": "a sync program",
}
"""Names too common to mean a sync program anywhere but in the home folder or at a drive's root."""
_CLOUD_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_MARKS = {
    ".stfolder": "Syncthing",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
    ".sync_folder": "Nextcloud",
}
"""What sync programs leave in the topmost folder they keep in step."""
REMOVABLE_DRIVE, REMOTE_DRIVE = 2, 4
"""What GetDriveType of Windows says of a stick, and of a drive that is somewhere else."""
_STICK_SYSTEMS = frozenset({"vfat", "msdos", "exfat"})
_STICK_PLACES = ("/media/", "/run/media/", "/Volumes/")
"""Where Linux and macOS mount what is plugged in."""

_COPY = (
    r"rondo("
    r".*\bconflict(ed)?\b.*"  # Dropbox, Nextcloud, ownCloud, Box, Syncthing
    r"|[ ]?\(\d+\)"  # Google Drive
    r"|[ ]\d+"  # iCloud Drive
    r"|_conflict.*"
    r"|-(?!before-|copy-before-)[^ ]{1,40}"  # OneDrive adds the computer's name
    r")\.db"
)


class Mount(NamedTuple):
    """A line of the table: where something is mounted, and by which file system."""

    at: str
    kind: str


def place_of(
    folder: PurePath,
    home: PurePath,
    mounts: str,
    drive_kind: Callable[[str], int],
    environment: Mapping[str, str],
    has: Callable[[str, str], bool],
) -> Place:
    """Where an absolute folder lies.

    `mounts` is the text of /proc/mounts or what `mount` says; `drive_kind` answers for a drive as
    GetDriveType does; `has` says whether a folder has an entry of that name.
    """
    return (
        _by_address(folder, drive_kind)
        or _by_mount(folder, mounts)
        or _by_name(folder, home)
        or _by_variable(folder, environment)
        or _by_mark(folder, has)
        or HERE
    )


def conflict_copies(names: Iterable[str]) -> tuple[str, ...]:
    """Those of the names that a sync program gave to second copies of the class file."""
    return tuple(sorted(name for name in names if re.fullmatch(_COPY, name, re.IGNORECASE)))


def read_mounts(text: str) -> Iterator[Mount]:
    """The mounts of /proc/mounts, or of what `mount` says on a Mac."""
    for line in text.splitlines():
        words = line.split(None, 3)
        if len(words) > 2 and words[1].startswith("/"):
            yield Mount(_plain(words[1]), words[2])
        elif said := re.fullmatch(r".+ on (/.*) \(([^,)]+).*\)", line):
            yield Mount(said[1], said[2])


def _by_address(folder: PurePath, drive_kind: Callable[[str], int]) -> Place | None:
    if not isinstance(folder, PureWindowsPath):
        return None
    drive = folder.drive.upper().replace("/", "\\")
    if drive.startswith("\\\\?\\") and not drive.startswith("\\\\?\\UNC\\"):
        drive = drive[4:]
    kind = REMOTE_DRIVE if drive.startswith("\\\\") else drive_kind(drive + "\\")
    if kind == REMOTE_DRIVE:
        return Place(SHARE, _SHARES["cifs"])
    return Place(STICK) if kind == REMOVABLE_DRIVE else None


def _by_mount(folder: PurePath, mounts: str) -> Place | None:
    """By the mount that is nearest above the folder; of two at one place the later one counts."""
    if not isinstance(folder, PurePosixPath):
        return None
    above = {str(part) for part in (folder, *folder.parents)}
    nearest: Mount | None = None
    for mount in read_mounts(mounts):
        if mount.at in above and (nearest is None or len(mount.at) >= len(nearest.at)):
            nearest = mount
    return _by_system(nearest) if nearest else None


def _by_system(mount: Mount) -> Place | None:
    kind = mount.kind.lower().removeprefix("fuse.").removeprefix("osxfuse.")
    if kind in _CLOUD_MOUNTS:
        return Place(CLOUD, _CLOUD_MOUNTS[kind])
    bare = kind.rstrip("0123456789")
    if bare in _SHARES:
        return Place(SHARE, _SHARES[bare])
    is_stick = kind in _STICK_SYSTEMS or mount.at.startswith(_STICK_PLACES)
    return Place(STICK) if is_stick else None


def _by_name(folder: PurePath, home: PurePath) -> Place | None:
    names = folder.parts
    at_home = len(home.parts) if folder.is_relative_to(home) else -1
    for depth, name in enumerate(names):
        folded = name.casefold()
        if service := _service_of(folded):
            return Place(CLOUD, service)
        if depth and names[depth - 1] == "CloudStorage":  # where macOS has them all
            return Place(CLOUD, name.partition("-")[0])
        if depth in {1, at_home} and folded in _CLOUD_AT_HOME:
            return Place(CLOUD, _CLOUD_AT_HOME[folded])
    return None


def _service_of(name: str) -> str:
    """Whose folder it is by its name, which may go on after a whole word."""
    for start, service in _CLOUD_NAMES.items():
        if name.startswith(start) and not name[len(start) : len(start) + 1].isalnum():
            return service
    return ""


def _by_variable(folder: PurePath, environment: Mapping[str, str]) -> Place | None:
    """OneDrive tells where it is, whatever its folder is called."""
    for name in _CLOUD_VARIABLES:
        top = environment.get(name)
        if top and folder.is_relative_to(type(folder)(top)):
            return Place(CLOUD, "OneDrive")
    return None


def _by_mark(folder: PurePath, has: Callable[[str, str], bool]) -> Place | None:
    for part in map(str, (folder, *folder.parents)):
        for mark, service in _MARKS.items():
            if has(part, mark):
                return Place(CLOUD, service)
    return None


def _plain(name: str) -> str:
    """A name of /proc/mounts, which writes blanks and the like as octal numbers."""
    if "\\" not in name:
        return name
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), name)
