"""How the index of notes lies in the file, as its migration makes it; never changed afterwards.

`note_index` holds words and no text (contentless), so a note stands in one place alone. `ascii` is
the tokenizer that leaves everything but ASCII as it is: words come ready, see `note_words`. Prefix
lists make one letter as quick as a whole word. `note_due` has the ids of observations that the
index does not know as they are now: triggers write them, so that no SQL can pass the index by.
"""

INDEX = "note_index"
DUE = "note_due"

MAKE_INDEX = (
    f"CREATE VIRTUAL TABLE {INDEX} USING fts5(words, content='', contentless_delete=1,"
    " detail=none, prefix='1 2 3', tokenize='ascii')"
)
MAKE_DUE = f"CREATE TABLE {DUE} (id INTEGER PRIMARY KEY) STRICT"
_DUE = f"INSERT OR IGNORE INTO {DUE} VALUES"
TRIGGERS = (
    (
        "CREATE TRIGGER note_made AFTER INSERT ON observation WHEN new.note <> ''"
        f" BEGIN {_DUE} (new.id); END"
    ),
    (
        "CREATE TRIGGER note_changed AFTER UPDATE ON observation"
        f" WHEN new.note <> '' OR old.note <> '' BEGIN {_DUE} (new.id); END"
    ),
    (
        "CREATE TRIGGER note_gone AFTER DELETE ON observation WHEN old.note <> ''"
        f" BEGIN {_DUE} (old.id); END"
    ),
)
ALL_DUE = f"{_DUE[: -len(' VALUES')]} SELECT id FROM observation WHERE note <> ''"


def is_index(table: str) -> bool:
    """Whether a table is of the index: all of it can be made again from the notes."""
    return table == DUE or table.startswith(INDEX)
