"""Notes of which the class that is open knows nothing: told, and kept until the teacher says so."""

from collections.abc import Callable, Sequence

from app.domain.changes import Step
from app.domain.held import words_of
from app.domain.observations import Observation
from app.errors import ClassroomError
from app.ports import Clock
from app.services.holding import Holding
from ui.bootstrap import write_texts
from ui.format import clock_time, day_short
from ui.paper.papers import Asked
from ui.problems import problem
from ui.upkeep.words import tr
from ui.widgets.banner import Banners, Way

KEY = "stranded"


class Stranded:
    """A line with the ways on stands above the page for as long as there are any."""

    def __init__(
        self, holding: Holding, banners: Callable[[], Banners], desk: Asked, clock: Clock
    ) -> None:
        self._holding = holding
        self._banners = banners
        self._desk = desk
        self._clock = clock

    def show(self) -> None:
        """Say what there is of them."""
        count = len(self._holding.stranded)
        if not count:
            self._banners().take_away(KEY)
            return
        one = "1 note that was held has no place here: what it is about is not in this class."
        more = (
            "{count} notes that were held have no place here: what they are about is not in this"
            " class."
        )
        told = [tr(one if count == 1 else more).format(count=count), self._where()]
        ways = [Way(tr("Save as text"), self._save), Way(tr("Let go"), self._ask)]
        self._banners().show_line(KEY, "warn", " ".join(told), ways)

    def _where(self) -> str:
        place = self._holding.place
        if place:
            return tr("Kept in {place}").format(place=place)
        return tr("Kept in Rondo’s memory alone: keep Rondo open.")

    def _save(self) -> None:
        self._desk.tasks.spawn(self._save_text())

    async def _save_text(self) -> None:
        dialogs, name = self._desk.dialogs, tr("Rondo notes.txt")
        target = await dialogs.save_file(tr("Save the notes"), name, tr("Text (*.txt)"))
        if target is None:
            return
        text = as_text(self._holding.stranded, self._clock)
        try:
            await self._desk.tasks.off_thread(write_texts, {target: text})
        except (ClassroomError, OSError) as error:
            self._desk.say(problem(error))
            return
        self._desk.done(tr("The notes are saved in {file}.").format(file=target))

    def _ask(self) -> None:
        self._desk.tasks.spawn(self._let_go())

    async def _let_go(self) -> None:
        text = tr(
            "They are in no class and in no backup. Nobody can read them after that, unless you"
            " saved them as text."
        )
        if await self._desk.dialogs.confirm(tr("Let these notes go?"), text, tr("Let them go")):
            self._holding.let_go()
            self.show()


def as_text(steps: Sequence[Step], clock: Clock) -> str:
    """A line for each: when it was seen, of whom, and what."""
    lines = [_line(step, change.after, clock) for step in steps for change in step.changes]
    return "\n".join([*(line for line in lines if line), ""])


def _line(step: Step, seen: object, clock: Clock) -> str:
    if isinstance(seen, Observation):
        at, written = seen.seen_at, seen.note
    else:
        at, written = step.at, words_of(seen)
        if not written:
            return ""
    then, facts = clock.local(at), step.label.facts
    when = f"{day_short(then.date())} {then.year}, {clock_time(then)}"
    what = [facts.get("level", ""), facts.get("skill", ""), facts.get("tags", ""), written]
    return f"{when}, {facts.get('student', '')}: {', '.join(part for part in what if part)}"
