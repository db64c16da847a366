"""The `rondo` command, stopped dead just before its N-th change to the names in its profile.

`python -m tests.journey.stopped N command... --profile DIR`; it ends with `GONE`, or as the command
does.
"""

import os
import sys

from ui.__main__ import main

GONE = 137
CHANGES = {"os.remove", "os.rename", "os.link"}


def stop_before(number: int, folder: str) -> None:
    """End without a word at that change, as a power cut would."""
    left = iter(range(number))

    def count(event: str, arguments: tuple[object, ...]) -> None:
        ours = event in CHANGES and str(arguments[0]).startswith(folder)
        if ours and next(left, None) is None:
            os._exit(GONE)

    sys.addaudithook(count)


if __name__ == "__main__":
    stop_before(int(sys.argv[1]), sys.argv[-1])
    sys.exit(main(sys.argv[2:]))
