"""What a student card says: in its second line, in its tooltip and aloud."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from ui.widgets.card_view import CardView


class Remark(NamedTuple):
    """A mark of the second line: icon, its style, a short text, the name of its colour."""

    icon: str
    style: str
    text: str
    colour: str


def remarks(view: CardView) -> list[Remark]:
    """The marks of a card, the most pressing first; nothing special, no marks."""
    found: list[Remark] = []
    if view.done:
        found.append(Remark("check-circle", "fill", _tr("Done"), "ok"))
    if view.owed:
        found.append(Remark("chalkboard-teacher", "bold", _tr("Owed"), "text2"))
    if view.is_long_unseen():
        days = _count("%n days", view.stale_days or 0)
        found.append(Remark("clock-counter-clockwise", "bold", days, "warn"))
    if view.flag:
        found.append(Remark("flag", "fill", view.flag, "text2"))
    if view.goal:
        found.append(Remark("target", "bold", _tr("Goal"), "text2"))
    if view.pinned:
        found.append(Remark("push-pin", "fill", _tr("Pinned"), "text2"))
    return found


def spoken(view: CardView) -> str:
    """The card as a screen reader says it."""
    level = [_level(view)] if view.levelled else []
    return ", ".join([view.name, *level, *_details(view)])


def hint(view: CardView) -> str:
    """The tooltip: everything the card may have no room for, a line each; empty if nothing."""
    lines = [*_details(view), *([view.tooltip] if view.tooltip else [])]
    return "\n".join([view.name, *lines]) if lines else ""


def _level(view: CardView) -> str:
    if not view.level:
        return _tr("no evidence")
    text = _tr("level {level}, old evidence") if view.stale else _tr("level {level}")
    return text.format(level=view.level)


def _details(view: CardView) -> list[str]:
    found: list[str] = []
    if view.done:
        found.append(_tr("done early"))
    if view.owed:
        found.append(view.owed)
    if view.is_long_unseen():
        found.append(_count("seen %n days ago", view.stale_days or 0))
    if view.flag:
        found.append(_tr("flag: {text}").format(text=view.flag))
    if view.goal:
        found.append(_tr("goal: {text}").format(text=view.goal))
    if view.pinned:
        found.append(_tr("pinned"))
    return found


def _tr(text: str) -> str:
    return QCoreApplication.translate("StudentCard", text)


def _count(text: str, count: int) -> str:
    return QCoreApplication.translate("StudentCard", text, None, count)
