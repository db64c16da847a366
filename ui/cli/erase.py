"""Erasing a student, with a receipt."""

from argparse import Namespace

from app.classroom import Classroom
from app.domain.erasing import MentionKey, Receipt, silent
from app.errors import ClassroomError
from app.ports import Clock
from app.services.erasing import ErasingService, ErasurePlan, as_data
from data.paths import Profile
from ui.bootstrap import OpenProfile, open_profile
from ui.cli.output import WRONG_USE, Output
from ui.erasing.words import one_or_more, receipt_lines, tr, what_goes


def erase(arguments: Namespace, profile: Profile, clock: Clock, output: Output) -> int:
    """Erase a student everywhere; what an earlier run began is finished first."""
    opened = open_profile(profile, clock, arguments.key)
    try:
        return _erase(arguments, opened, output)
    finally:
        opened.close()


def _erase(arguments: Namespace, opened: OpenProfile, output: Output) -> int:
    opened.must_write()
    room = opened.classroom
    service = ErasingService(room, opened.held)
    if arguments.finish:
        return _say(list(opened.erasure.finish(silent)), room, output)
    if not arguments.class_name or not arguments.student:
        output.problem(tr("Say who: --class NAME --student NAME, or --finish."))
        return WRONG_USE
    class_id = room.class_named(arguments.class_name).id
    try:
        student = service.find(class_id, arguments.student)
    except ClassroomError:
        if opened.erasure.unfinished():
            opened.erasure.finish(silent)
            output.aside(tr("An erasing that was interrupted is finished now."))
        raise
    mentions = opened.erasure.mentions([student.id])
    plan = service.plan([student.id], mentions)
    if not arguments.yes and not _agreed(arguments, plan, output):
        return output.problem(tr("Nothing was erased."))
    chosen: tuple[MentionKey, ...] | None = None if arguments.mentions == "erase" else ()
    request = service.request([student.id], chosen, arguments.delete_unreadable)
    opened.erasure.finish(silent)
    return _say([opened.erasure.erase(request, silent)], room, output)


def _agreed(arguments: Namespace, plan: ErasurePlan, output: Output) -> bool:
    """Asked for by typing the name, once it is said what goes with it."""
    name = plan.students[0].name.full
    for line in plan_lines(plan):
        output.aside(line)
    output.aside(tr("Type {name} to erase for good:", name=name))
    typed: str = arguments.stdin.readline()
    return " ".join(typed.split()).casefold() == name.casefold()


def plan_lines(plan: ErasurePlan) -> list[str]:
    """What would go."""
    lines = [tr("{goes}. This cannot be undone.", goes=what_goes(plan))]
    if count := plan.texts:
        lines.append(
            one_or_more(
                count,
                "{count} text about somebody else holds the name (see --mentions).",
                "{count} texts about others hold the name (see --mentions).",
            )
        )
    return lines


def _say(receipts: list[Receipt], room: Classroom, output: Output) -> int:
    def lines() -> list[str]:
        said = [line for receipt in receipts for line in receipt_lines(receipt, room.clock)]
        return said or [tr("No erasing waits.")]

    found: list[object] = [as_data(receipt) for receipt in receipts]
    return output.result(as_data(receipts[0]) if len(receipts) == 1 else found, lines)
