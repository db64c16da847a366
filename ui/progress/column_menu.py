"""What can be done with a column: order by it, show some rows only, fold its strand."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from app.domain.ids import SkillId
from app.domain.progress import ProgressTable
from ui.progress.choice import BY_SKILL
from ui.progress.chosen import Chosen
from ui.progress.filter_words import want_words
from ui.progress.filters import Filter, column_of, offers
from ui.progress.folding import foldable
from ui.progress.words import tr
from ui.theme import Theme
from ui.widgets.menu import Menu


class Asks(NamedTuple):
    """What the lines of the menu do."""

    order: Callable[[str, SkillId | None], None]
    turn: Callable[[Filter], None]
    fold: Callable[[SkillId], None]
    fold_all: Callable[[], None]


def column_menu(
    theme: Theme,
    parent: QWidget,
    whole: ProgressTable,
    chosen: Chosen,
    column: tuple[str, SkillId | None],
    asks: Asks,
) -> Menu:
    """The menu of a column, a skill's or another one's; `whole` has nothing folded or left out."""
    by, skill = column
    menu = Menu(theme, parent)
    menu.add_choice(tr("Order by this"), chosen.order.key == column, partial(asks.order, by, skill))
    found = offers(whole, by, skill)
    if found:
        menu.addSeparator()
        menu.add(tr("Show only"), lambda: None, enabled=False)
    for wanted, count in found:
        text = f"{want_words(wanted, whole.levels)} ({count})"
        menu.add_choice(text, chosen.has(wanted), partial(asks.turn, wanted))
    if by == BY_SKILL:
        _add_folding(menu, whole, chosen, skill, asks)
    return menu


def _add_folding(
    menu: Menu, whole: ProgressTable, chosen: Chosen, skill: SkillId | None, asks: Asks
) -> None:
    strands = foldable(whole)
    at = column_of(whole, skill)
    strand = skill if at is None else whole.columns[at].strand_id
    if strand not in strands or strand is None:
        return
    name = next(column.strand for column in whole.columns if column.strand_id == strand)
    is_folded = strand in chosen.folded
    text = tr("Unfold {strand}", strand=name) if is_folded else tr("Fold {strand}", strand=name)
    menu.addSeparator()
    menu.add(text, partial(asks.fold, strand))
    every = tr("Unfold all strands") if set(strands) <= chosen.folded else tr("Fold all strands")
    menu.add(every, asks.fold_all)
