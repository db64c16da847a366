"""What the teacher has chosen to see of a class's progress. No Qt in here."""

from dataclasses import dataclass, field, replace

from app.domain.ids import SkillId
from app.domain.progress import ProgressTable
from ui.progress.choice import EVERYONE, Order, next_order, rows_shown, strand_only
from ui.progress.filters import Filter, fits
from ui.progress.folding import fold, foldable


@dataclass
class Chosen:
    """Order, filters and folded strands; a new class begins with a new one."""

    order: Order = field(default_factory=Order)
    filters: tuple[Filter, ...] = ()
    folded: frozenset[SkillId] = frozenset()
    attention: bool = False

    def narrowed(self, table: ProgressTable, strand: SkillId | None) -> ProgressTable:
        """The table with the skills of one strand, its strands folded; None is all strands."""
        if strand is not None:
            return strand_only(table, strand)
        return fold(table, self.folded)

    def shown(
        self, narrowed: ProgressTable, whole: ProgressTable, who: str = EVERYONE, text: str = ""
    ) -> ProgressTable:
        """The rows of the narrowed table that fit, in order; skills are looked up in the whole."""
        kept = {
            row.student_id
            for row in whole.rows
            if all(fits(row, whole, wanted) for wanted in self.filters)
        }
        found = rows_shown(narrowed, who, text, self.order)
        if len(kept) == len(whole.rows):
            return found
        rows = tuple(row for row in found.rows if row.student_id in kept)
        return replace(found, rows=rows)

    def has(self, wanted: Filter) -> bool:
        """Whether this filter is on."""
        return wanted in self.filters

    def turn_filter(self, wanted: Filter) -> None:
        """Off when it is on; else on, in the place of another one about the same column."""
        kept = tuple(one for one in self.filters if one.column != wanted.column)
        self.filters = kept if self.has(wanted) else (*kept, wanted)

    def turn_order(self, by: str, skill: SkillId | None) -> None:
        """As after a click on a heading."""
        self.order = next_order(self.order, by, skill)

    def turn_fold(self, strand: SkillId) -> None:
        """Fold a strand, or unfold it."""
        self.folded = self.folded ^ {strand}

    def fold_all(self, table: ProgressTable) -> None:
        """Fold every strand; unfold all when every one is."""
        every = frozenset(foldable(table))
        self.folded = frozenset() if every <= self.folded else self.folded | every
