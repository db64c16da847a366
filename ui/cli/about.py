"""Everything about one student, to be handed over."""

from argparse import Namespace

from app.ports import Clock
from app.services.about import AboutService, as_data
from app.services.erasing import ErasingService
from data.paths import Profile
from ui.about.texts import both_texts, suggested_name
from ui.bootstrap import open_profile, write_texts
from ui.cli.output import Output


def about(arguments: Namespace, profile: Profile, clock: Clock, output: Output) -> int:
    """Write a page and the same as data into a folder; with `--json` the data is given too."""
    opened = open_profile(profile, clock, arguments.key)
    try:
        room = opened.classroom
        class_id = room.class_named(arguments.class_name).id
        student = ErasingService(room, opened.held).find(class_id, arguments.student)
        service = AboutService(room.store, clock, opened.histories)
        found = service.everything(student.id, arguments.private, arguments.needs)
    finally:
        opened.close()
    texts = both_texts(found, clock, arguments.out / f"{suggested_name(found, clock)}.html")
    write_texts(texts)
    lines = [f"Written: {path}" for path in texts]
    if found.left_out:
        lines.append(f"Private jottings left out: {found.left_out}; --private takes them along.")
    if found.needs is None:
        lines.append("Needs are not in it; --needs takes them along.")
    if found.naming:
        lines.append(f"Notes that name another student: {found.naming}. Read them first.")
    data: dict[str, object] = {"files": [str(path) for path in texts], "about": as_data(found)}
    return output.result(data, lines)
