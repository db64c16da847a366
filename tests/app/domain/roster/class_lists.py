"""Class lists for tests, and what is asked of a draft."""

from app.domain.ids import StudentId
from app.domain.names import PersonName
from app.domain.roster.draft import RosterDraft
from app.domain.roster.notes import DraftRow, FixKind, KnownStudent, NeedKind
from app.domain.roster.table import Delimiter, RosterTable, TableRow

COMP = """Surname,Forename,Known as,DOB,Support
Whitaker,Ben,,2016-11-03,
العلي,محمد,,2017-03-11,EAL
,王梓涵,,2016-12-01,EAL
Fernández,LucÃ­a,,2017-01-22,
García,,,2016-10-30,SEN K
Lindqvist,Maya,,2016-12-19,
Patel,Maya,,2017-02-08,
"Rossi, Sofia",,,2016-09-27,
Okafor,Amara,,2016-10-14,
Total: 10,,,,"""
AMARA = KnownStudent(StudentId(1), PersonName("Amara", "Amara", "Okafor"))
WHITAKER, WANG, LUCIA, GARCIA, MAYA_L, MAYA_P, ROSSI, AMARA_ROW, TOTAL = 1, 3, 4, 5, 6, 7, 8, 9, 10


def table(text: str, delimiter: Delimiter = Delimiter.COMMA) -> RosterTable:
    rows = []
    for line, text_line in enumerate(text.split("\n"), 1):
        quoted = text_line.startswith('"')
        head, _, rest = text_line[1:].partition('",') if quoted else ("", "", text_line)
        cells = ([head] if quoted else []) + rest.split(",")
        rows.append(TableRow(line, tuple(cells)))
    return RosterTable("4B.csv", tuple(rows), delimiter)


def lines(*names: str) -> RosterTable:
    return RosterTable("", tuple(TableRow(at, (name,)) for at, name in enumerate(names, 1)))


def called(draft: RosterDraft) -> list[str]:
    return [name.full for name in draft.ready]


def fixes(row: DraftRow) -> list[FixKind]:
    return [fix.kind for fix in row.note.fixes]


def need(row: DraftRow) -> NeedKind | None:
    return row.note.need.kind if row.note.need else None
