"""Everything about one student as the two files that are handed over."""

import json
from collections.abc import Mapping
from pathlib import Path

from app.domain.about import Everything
from app.ports import Clock
from app.services.about import as_data
from ui.about.html import as_html

_UNWANTED = str.maketrans(dict.fromkeys('\\/:*?"<>|', "_"))


def suggested_name(about: Everything, clock: Clock) -> str:
    """A file name that every system takes, without its ending."""
    day = clock.local(about.made_at)
    return f"{about.student.name.full.translate(_UNWANTED)[:80]} {day:%Y-%m-%d}".strip(" .")


def both_texts(about: Everything, clock: Clock, page: Path) -> Mapping[Path, str]:
    """The page to read, and beside it the same as data."""
    data = json.dumps(as_data(about), ensure_ascii=False, indent=1)
    return {page: as_html(about, clock), page.with_suffix(".json"): data}
