#!/usr/bin/env python3
"""Start Rondo on any machine that has Python; everything else is seen to here.

    python3 run.py                 set up what is missing, then open the app
    python3 run.py test [ARG ...]  the same, then every check and test; pytest gets the arguments
    python3 run.py ARG ...         the rondo command: --demo, import list.csv --class 4B, --help

The virtual environment carries a stamp that lists what was put into it. The stamp goes away before
anything is changed and comes back, whole, after it succeeded: whatever has no stamp is made anew.
Imports inside functions are those a second start, which only reads the stamp, need not pay for.
"""

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

OLDEST = (3, 11)
if sys.version_info[:2] < OLDEST:  # before anything that an older Python could stumble over
    sys.exit("Rondo needs Python 3.11 or newer, and this is " + sys.version.split()[0] + ".")

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

ROOT = Path(__file__).resolve().parent
# What Qt opens on Linux, and the Debian package it is in.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
# What the tests with a real pointer start, and the package it is in.
PROGRAMS = {"Xvfb": "xvfb", "xrandr": "x11-xserver-utils", "dbus-daemon": "dbus-daemon"}
PROGRAMS |= {"xdotool": "xdotool", "openbox": "openbox"}
READER = {"/usr/libexec/at-spi-bus-launcher": "at-spi2-core"}  # where Debian has it
WITHOUT_WINDOW = {"import", "observe", "plan", "board", "progress", "export", "report", "backup"}
WITHOUT_WINDOW |= {"restore", "check", "erase", "demo", "bench", "--help", "-h", "--version"}
QT_LOADS = "Qt loads"


class Machine:
    """The computer as set-up sees it; tests hand in one that only pretends."""

    platform = sys.platform
    environment = os.environ
    is_debian = Path("/etc/debian_version").exists()
    is_root = sys.platform != "win32" and os.geteuid() == 0

    def say(self, text: str) -> None:
        """Speak on stderr: stdout belongs to the command, which may be printing JSON."""
        sys.stderr.write(text + "\n")
        sys.stderr.flush()

    def run(self, command: list[str], heard: Callable[[str], object], keep: int = -1) -> int:
        """Run a command, hand on every line it says, and return its exit code.

        It inherits the descriptor `keep`, and with it the lock should this process be killed.
        """
        import subprocess  # start: only a set-up needs it

        with subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            encoding="utf-8",
            errors="replace",
            env={**self.environment, "DEBIAN_FRONTEND": "noninteractive", "PYTHONUTF8": "1"},
            pass_fds=(keep,) if keep >= 0 and self.platform != "win32" else (),
        ) as process:
            for line in process.stdout or ():
                heard(line.rstrip())
        return process.returncode

    def become(self, command: list[str]) -> int:
        """End as that command, which is all that stays running; only Windows cannot do so."""
        if self.platform != "win32":
            os.execv(command[0], command)
        import subprocess  # start: only Windows gets here

        return subprocess.run(command, check=False).returncode

    def missing(self, wanted: dict[str, str]) -> dict[str, str]:
        """Those libraries, programs and Python modules on Linux that are not here."""
        import ctypes  # start: only a set-up needs it
        import importlib.util  # start: only a set-up needs it
        import shutil  # start: only a set-up needs it

        def here(name: str) -> bool:
            if ".so." not in name:
                return bool(shutil.which(name) or importlib.util.find_spec(name))
            with suppress(OSError):
                return bool(ctypes.CDLL(name))
            return False

        on_linux = self.platform == "linux"
        return {name: wanted[name] for name in wanted if on_linux and not here(name)}


def see_to(machine: Machine, wanted: dict[str, str], purpose: str) -> None:
    """Install what the system lacks where that is allowed, else say the one command to type."""
    missing = machine.missing(wanted)
    if missing and machine.is_debian and machine.is_root:
        missing = install(machine, missing)
    if missing:
        advice = f"Type this once:\n  sudo apt-get install -y {' '.join(missing.values())}"
        other = f"Install the packages that hold {' '.join(missing)}"
        machine.say(f"{purpose} {advice if machine.is_debian else other}")


def install(machine: Machine, missing: dict[str, str]) -> dict[str, str]:
    """Mend what an interrupted installation left, then install; return what is missing still."""
    machine.say(f"Installing system packages: {' '.join(missing.values())}")
    apt = ["apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"]
    fetch = [*apt, "install", "-y", "--no-install-recommends", *missing.values()]
    heard: list[str] = []
    steps = [["dpkg", "--configure", "-a"], [*apt, "update"], fetch]
    failed = [machine.run(step, heard.append) for step in steps][-1]
    if failed:
        machine.say(f"That did not work. {last_word(heard)}")
    return missing if failed else {}


class Setup:
    """The virtual environment: made, filled with exactly the locked versions, stamped."""

    def __init__(self, root: Path, machine: Machine) -> None:
        self.root = root
        self.machine = machine
        self.folder = root / ".venv"
        windows = machine.platform == "win32"
        self.python = self.folder / ("Scripts/python.exe" if windows else "bin/python")
        self.stamp = self.folder / "rondo.stamp"
        self.lock_file = self.folder / "rondo.lock"

    def ensure(self, *, tests: bool) -> None:
        """Return when everything is in place; a second start only reads two files."""
        needed, extra = self.pins()
        wanted = {"Python {}.{}".format(*sys.version_info), f"folder {self.root}", *needed}
        known = wanted | {*extra, QT_LOADS}
        wanted |= set(extra if tests else ())
        if self._has(wanted | {QT_LOADS}):
            return
        with self._alone() as lock:
            have = self.stamped()
            if not self._has(wanted):
                self._fill(wanted, have if self.python.exists() and have <= known else set(), lock)
            if not self._has({QT_LOADS}):
                self._see_to_qt()

    def pins(self) -> tuple[list[str], list[str]]:
        """The locked packages: those of the app, and those the tests need beside them."""
        import tomllib  # start: an older Python has none and shall get its sentence first

        table = tomllib.loads((self.root / "pyproject.toml").read_text("utf-8"))
        return table["project"]["dependencies"], table["dependency-groups"]["dev"]

    def stamped(self) -> set[str]:
        """What the stamp says is in place; nothing when there is none."""
        return set(self.stamp.read_text("utf-8").splitlines() if self.stamp.exists() else ())

    def _has(self, wanted: set[str]) -> bool:
        return wanted <= self.stamped() and self.python.exists()

    @contextmanager
    def _alone(self) -> Iterator[int]:
        """Hold the lock; the system takes it back by itself when its owner dies."""
        self.folder.mkdir(exist_ok=True)
        with self.lock_file.open("a") as file:
            if not lock(file.fileno(), patient=False):
                self.machine.say("Another start is setting Rondo up; waiting for it.")
                while not lock(file.fileno(), patient=True):
                    pass
            yield file.fileno()

    def _fill(self, wanted: set[str], have: set[str], lock: int) -> None:
        """Bring the environment from what it has, perhaps nothing, to what is wanted."""
        self.stamp.unlink(missing_ok=True)
        if not have:
            self._make(lock)
        self._install(sorted(line for line in wanted - have if "==" in line), lock)
        if sys.platform != "win32":
            os.sync()  # the stamp shall not survive a power cut that its packages do not
        self._write_stamp(wanted | have)

    def _make(self, lock: int) -> None:
        self.machine.say("Setting Rondo up: this happens once and takes a minute or two.")
        package = "python{}.{}-venv".format(*sys.version_info)
        see_to(self.machine, {"ensurepip": package}, "Python lacks a part that Rondo needs.")
        self._wipe()
        base = getattr(sys, "_base_executable", sys.executable)
        self._do([base, "-m", "venv", str(self.folder)], lock, "Python made no environment.")

    def _wipe(self) -> None:
        import shutil  # start: only a set-up needs it

        for entry in self.folder.iterdir():
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            elif entry != self.lock_file:
                entry.unlink()

    def _install(self, packages: list[str], lock: int) -> None:
        self.machine.say(f"Fetching {len(packages)} packages; PySide6 is the large one.")
        pip = [str(self.python), "-m", "pip", "--disable-pip-version-check", "--no-input"]
        fetch = [*pip, "install", "--no-deps", "--progress-bar", "off", *packages]
        self._do(fetch, lock, "The packages did not come.")
        self._do([*pip, "check"], lock, "The packages do not fit together.")
        # So the app is found from any folder. Pythons differ on the encoding: plain ASCII.
        line = f"import sys; sys.path.append({str(self.root)!a})\n"
        for site in self.folder.glob("[Ll]ib/**/site-packages"):
            (site / "rondo.pth").write_text(line, encoding="ascii")

    def _do(self, command: list[str], lock: int, trouble: str) -> None:
        heard: list[str] = []

        def listen(line: str) -> None:
            heard.append(line)
            if line.startswith(("Collecting ", "Processing ", "Installing coll", "WARNING: Ret")):
                told = "No answer yet; asking again" if line.startswith("WARNING") else line
                self.machine.say("  " + told.partition(" (")[0].partition(": ")[0])

        if self.machine.run(command, listen, lock):
            advice = "Is this computer online, with a gigabyte free? The next start tries again."
            raise OSError(f"{trouble} {last_word(heard)}\n{advice}")

    def _see_to_qt(self) -> None:
        see_to(self.machine, LIBRARIES, "Qt may miss libraries to open windows with.")
        heard: list[str] = []
        if self.machine.run([str(self.python), "-c", "import PySide6.QtWidgets"], heard.append):
            raise OSError(f"Qt cannot be loaded. {last_word(heard)}")
        self._write_stamp(self.stamped() | {QT_LOADS})

    def _write_stamp(self, lines: set[str]) -> None:
        partial = self.stamp.with_suffix(".part")
        partial.write_text("\n".join(sorted(lines)), encoding="utf-8")
        partial.replace(self.stamp)


def lock(descriptor: int, *, patient: bool) -> bool:
    """Take the lock of an open file, waiting a while when patient. True when it is ours."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_LOCK if patient else msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if patient else fcntl.LOCK_NB))
    except OSError as error:  # a folder on a share may know no locks: then nobody is waited for
        return error.errno not in {errno.EACCES, errno.EAGAIN, errno.EDEADLK}
    return True


def last_word(lines: list[str]) -> str:
    """Of all a command said, the line most likely to tell why it failed."""
    said = [line.strip() for line in lines if line.strip()]
    return ([x for x in said if x.startswith(("ERROR", "E: "))] or said or [""])[-1]


def main(arguments: list[str], machine: Machine, root: Path = ROOT) -> int:
    setup = Setup(root, machine)
    tests = arguments[:1] == ["test"]
    window = not tests and not WITHOUT_WINDOW & set(arguments)
    screens = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    if window and machine.platform == "linux" and not screens & set(machine.environment):
        machine.say("There is no screen here to open a window on; start Rondo from a desktop.")
        return 2
    try:
        setup.ensure(tests=tests)
    except OSError as problem:
        machine.say(f"Rondo could not be set up. {problem}")
        return 1
    program = ["-P", "-m", "ui", *arguments]  # -P: the folder one stands in may have a `ui` too
    if tests:
        see_to(machine, PROGRAMS | READER, "The tests with a real pointer cannot run.")
        program = [str(root / "scripts" / "checks.py"), *arguments[1:]]
    return machine.become([str(setup.python), *program])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:], Machine()))
    except KeyboardInterrupt:
        sys.exit("Stopped. The next start goes on from here.")
