"""Where a folder lies, told from names alone."""

from pathlib import PurePath, PurePosixPath, PureWindowsPath

import pytest

from data.places import conflict_copies, place_of

LINUX = """/dev/sda1 / ext4 rw 0 0
server:/all /people/maya nfs4 rw 0 0
//school/staff /mnt/staff\\040room cifs rw 0 0
maya@host:/x /mnt/ssh fuse.sshfs rw 0 0
gdrive: /mnt/drive fuse.rclone rw 0 0
/dev/sdb1 /people/maya/stick vfat rw 0 0
/dev/sdc1 /run/media/maya/BLUE ext4 rw 0 0
"""
MAC = """/dev/disk1 on / (apfs, local)
//maya@school/staff on /Volumes/Staff Room (smbfs, nodev)
/dev/disk4s1 on /Volumes/BLUE (msdos, local, nodev, nosuid, noowners)
"""


def kind_of(
    folder: PurePath,
    mounts: str = "",
    remote: str = "",
    environment: dict[str, str] | None = None,
    marks: tuple[str, ...] = (),
) -> tuple[str, str]:
    home = PureWindowsPath("C:/persons/maya") if folder.drive else PurePosixPath("/people/maya")
    place = place_of(
        folder,
        home,
        mounts,
        lambda drive: {remote: 4, "E:\\": 2}.get(drive, 3),
        environment or {},
        lambda part, name: f"{part}/{name}" in marks,
    )
    return place.kind, place.service


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("/srv/rondo", ("local", "")),
        ("/people/maya/.local/share/rondo", ("share", "NFS")),
        ("/people/maya/stick/rondo", ("stick", "")),
        ("/run/media/maya/BLUE/4B", ("stick", "")),
        ("/mnt/staff room/4B", ("share", "Windows share")),
        ("/mnt/ssh/4B", ("share", "SSH")),
        ("/mnt/drive/4B", ("cloud", "a cloud drive")),
        ("/mnt/staff", ("local", "")),
    ],
)
def test_a_folder_belongs_to_the_nearest_mount(folder: str, expected: tuple[str, str]) -> None:
    assert kind_of(PurePosixPath(folder), LINUX) == expected


def test_a_mac_tells_its_mounts_in_other_words() -> None:
    assert kind_of(PurePosixPath("/Volumes/Staff Room/4B"), MAC)[0] == "share"
    assert kind_of(PurePosixPath("/persons/maya"), MAC)[0] == "local"
    assert kind_of(PurePosixPath("/Volumes/BLUE/4B"), MAC)[0] == "stick"


def test_a_windows_share_is_known_by_its_name_and_by_its_drive() -> None:
    assert kind_of(PureWindowsPath("//school/staff/4B"))[0] == "share"
    assert kind_of(PureWindowsPath("//?/UNC/school/staff/4B"))[0] == "share"
    assert kind_of(PureWindowsPath("//?/C:/4B"))[0] == "local"
    assert kind_of(PureWindowsPath("H:/4B"), remote="H:\\")[0] == "share"
    assert kind_of(PureWindowsPath("C:/4B"), remote="H:\\")[0] == "local"


def test_windows_tells_what_can_be_pulled_out() -> None:
    assert kind_of(PureWindowsPath("E:/4B"))[0] == "stick"
    assert kind_of(PureWindowsPath("D:/4B"))[0] == "local"


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("/people/maya/Dropbox (Personal)/4B", "Dropbox"),
        ("/people/maya/OneDrive - Hill School/4B", "OneDrive"),
        ("/persons/m/Library/CloudStorage/OneDrive-Hill/4B", "OneDrive"),
        ("/persons/m/Library/CloudStorage/pCloud-m/4B", "pCloud"),
        ("/persons/m/Library/Mobile Documents/com~apple~CloudDocs/4B", "iCloud Drive"),
        ("/people/maya/Nextcloud/4B", "Nextcloud"),
        ("/people/maya/ownCloud/4B", "ownCloud"),
        ("/people/maya/Google Drive/4B", "Google Drive"),
        ("/people/maya/Box/4B", "Box"),
        ("/people/maya/school/box/4B", ""),
        ("/people/maya/Dropboxes/4B", ""),
    ],
)
def test_a_folder_of_a_sync_program_is_known_by_its_name(folder: str, service: str) -> None:
    assert kind_of(PurePosixPath(folder)) == ("cloud" if service else "local", service)


def test_a_sync_program_is_known_by_what_it_says_and_leaves() -> None:
    one_drive = {"OneDrive": "D:\\Mine"}
    assert kind_of(PureWindowsPath("D:/Mine/4B"), environment=one_drive)[1] == "OneDrive"
    assert kind_of(PureWindowsPath("C:/iCloudDrive/4B"))[1] == "iCloud Drive"
    assert kind_of(PureWindowsPath("G:/My Drive/4B"))[1] == "Google Drive"
    marks = ("/srv/all/.stfolder",)
    assert kind_of(PurePosixPath("/srv/all/a/4B"), marks=marks)[1] == "Syncthing"


def test_second_copies_are_told_from_our_own_files() -> None:
    copies = (
        "rondo (1).db",
        "rondo (Maya's conflicted copy 2026-05-14).db",
        "rondo 2.db",
        "rondo-DESKTOP-A1.db",
        "rondo.sync-conflict-20260514-101010-ABCDEFG.db",
        "rondo_conflict-20260514-101010.db",
    )
    ours = ("rondo.db", "rondo.db-wal", "rondo-before-2026-05-14-101010.db", "rondo.key")
    other = ("rondo.db.damaged-2026-05-14-101010", "letters.db", "rondo-2026-05-14.rondo")
    assert conflict_copies((*ours, *copies, *other)) == tuple(sorted(copies))
