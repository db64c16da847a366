"""The `rondo` command: a window, or one of the commands without one."""

import gc
import sys
from collections.abc import Sequence

from ui.clock import SystemClock
from ui.options import COMMANDS, JOB, NO_DISPLAY, has_display, read_options


def main(arguments: Sequence[str]) -> int:
    """Start what was asked for; returns the exit code."""
    if arguments and arguments[0] in COMMANDS:
        from ui.cli.main import run  # only one of the two is imported, for the start

        return run(arguments, SystemClock())
    if arguments == [JOB]:
        from ui.child.inside import main as do_job  # only one of them is imported, for the start

        return do_job()
    options = read_options(arguments)
    if not has_display():
        sys.stderr.write(NO_DISPLAY + "\n")
        return 2
    gc.disable()  # what the start makes is no garbage; to look for some costs 40 ms
    from ui.plain_imports import keep_imports_plain  # only one of the two is imported

    keep_imports_plain()
    from ui.application import run_app  # only one of the two is imported, for the start

    return run_app(options, SystemClock())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
