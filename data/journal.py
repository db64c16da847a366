"""The rows of the journal: how they are written, and changed later, so that their seals hold."""

from data.seals import seal_call, seal_of

STEP = ("id", "at", "verb", "facts", "adult", "device", "reverses", "undoable", "undone")
CHANGE = ("id", "step_id", "kind", "entity_id", "before", "after")

Cell = str | int | None


def _insert(table: str, names: tuple[str, ...]) -> str:
    marks = ", ".join("?" * (len(names) + 1))
    return f"INTO {table} ({', '.join(names)}, seal) VALUES ({marks})"


INTO_STEP, INTO_CHANGE = _insert("step", STEP), _insert("change", CHANGE)
"""After INSERT, with the cells of `step_row` and `change_row`."""


def step_row(
    own: int,
    at: int,
    verb: str,
    facts: str,
    reverses: int | None = None,
    undoable: int = 0,
    undone: int = 0,
) -> tuple[Cell, ...]:
    """A row of `step`, sealed."""
    cells = (own, at, verb, facts, "", "", reverses, undoable, undone)
    return (*cells, seal_of(cells))


def change_row(
    own: int, step: int, kind: str, entity: int, before: str | None, after: str | None
) -> tuple[Cell, ...]:
    """A row of `change`, sealed."""
    cells = (own, step, kind, entity, before, after)
    return (*cells, seal_of(cells))


def marking(where: str, **to: str) -> str:
    """The statement that sets cells of steps, for a connection that was taught seals.

    `to` has expressions of SQL by column. A step whose seal did not hold is not called whole by
    it.
    """
    settings = "".join(f"{name} = {value}, " for name, value in to.items())
    was, will = seal_call(STEP), seal_call(to.get(name, name) for name in STEP)
    return f"UPDATE step SET {settings}seal = iif(seal = {was}, {will}, seal) WHERE {where}"
