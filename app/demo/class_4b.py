"""The demo class: who is in it, what they can do, and the lesson they are in.

Levels are written one cell a skill: a digit, "-" for no evidence, with "s" for evidence that is
getting old, "u" and "d" for a level that went up or down this month.
"""

from dataclasses import dataclass

SUBJECT = "Maths"
TOPIC = "Fractions"
MESSAGE = "Bring your whiteboard to the teacher table."


@dataclass(frozen=True, slots=True)
class DemoSkill:
    """A skill and the strand it stands in; `short` is what a narrow column shows."""

    strand: str
    statement: str
    short: str


@dataclass(frozen=True, slots=True)
class DemoStation:
    """`skill` is the index of the target skill, `next_task` for whoever is done early."""

    name: str
    kind: str
    colour: str
    icon: str
    devices: int | None
    skill: int
    next_task: str = ""


@dataclass(frozen=True, slots=True)
class DemoPullOut:
    """Minutes are counted from the moment the demo class is made."""

    given: str
    reason: str
    place: str
    begins: int
    ends: int


@dataclass(frozen=True, slots=True)
class DemoStudent:
    """`group` is the station of round 2; `seen` days since the last look at the student."""

    given: str
    family: str
    group: int
    levels: str
    seen: int
    goal: str = ""
    flag: str = ""


SKILLS = (
    DemoSkill("Number", "Place value to 10 000", "Place value"),
    DemoSkill("Number", "Round to 10, 100, 1000", "Round"),
    DemoSkill("Number", "Negative numbers", "Below zero"),
    DemoSkill("Calculation", "Column add and subtract", "Column + −"),
    DemoSkill("Calculation", "Times tables to 12", "Times tables"),
    DemoSkill("Calculation", "Multiply 2-digit by 1-digit", "Multi-ply"),
    DemoSkill("Fractions", "Read and draw fractions", "Read, draw"),
    DemoSkill("Fractions", "Equivalent fractions", "Equiv-alent"),
    DemoSkill("Fractions", "Compare fractions", "Com-pare"),
    DemoSkill("Fractions", "Add fractions", "Add"),
    DemoSkill("Reasoning", "Two-step word problems", "Two steps"),
    DemoSkill("Reasoning", "Explain reasoning", "Explain"),
)

PRECEDES = ((0, 1), (4, 5), (6, 7), (7, 8), (8, 9))
"""Places of skills of which the first is learned before the second."""

STATIONS = (
    DemoStation("Teacher table", "teacher-led", "blue", "chalkboard-teacher", None, 9, "Read on"),
    DemoStation(
        "Fraction games", "collaborative", "orange", "puzzle-piece", None, 8, "Make up a game card"
    ),
    DemoStation("Tablets", "online", "green", "device-tablet", 6, 7, "Read on"),
    DemoStation(
        "Problem solving",
        "independent",
        "purple",
        "pencil-ruler",
        None,
        10,
        "Write a problem for a friend",
    ),
    DemoStation("Choice & create", "choice", "sky", "palette", None, 11),
)

PULL_OUTS = (
    DemoPullOut("Tane", "Speech therapy", "Room 3", -4, 33),
    DemoPullOut("Yusuf", "Violin", "Music room", -32, -4),
)

STUDENTS = (
    DemoStudent("Amara", "Okafor", 0, "4 3 3 4 3 3 4 2 2 3u 2 2", 0, "Explain aloud|..x"),
    DemoStudent("Anneliese-Marie", "Vogt", 1, "4 4 3s 4 3 3 4 2 2u - 3 3", 1),
    DemoStudent("Ben", "Whitaker", 1, "3 2 1s 3 2 1 2 1 2 - 1 1", 5),
    DemoStudent("Chidi", "Nwosu", 2, "4 4 3s 4 3 3 4 3u 2 - 2 2", 2),
    DemoStudent(
        "Daniyar", "Akhmetov", 0, "3s 3 1 2 2u 1 2 1 1 1 1 2", 0, "Count in tenths|.xx", "Check in"
    ),
    DemoStudent("Elif", "Yılmaz", 2, "3 3 2s 3 2 2 3 2u 2 1 2 2", 3),
    DemoStudent("Fatima", "Al-Sayed", 0, "4 3 2s 3 3 2 3 3 3u 3u 2 2", 0, "Draw it first|..x"),
    DemoStudent("Finn", "O’Brien", 4, "3 3 3 4 3 3s 3 2 2u 2 2 -", 4),
    DemoStudent("Grace", "Mbeki", 3, "4s 3 3 3 4 2 3 2 3 - 2u 3", 1, "Show each step|..x"),
    DemoStudent("Hana", "Sato", 3, "4 3s 3 3 3 3 3u 2 2 - 2 2", 6),
    DemoStudent("Isla", "MacLeod", 2, "3 3 3 3 2s 2 3 2u 2 - 2 2", 3, "Line up digits|.x"),
    DemoStudent("Jun", "Park", 2, "4 4 4 4 4 4 4 3 3 3 3u 3", 1),
    DemoStudent(
        "Kofi", "Asante", 4, "3 3s - 3 2d 3 3u 2 2 - 2 2", 11, "Check with a partner|xx", "Check in"
    ),
    DemoStudent("Leila", "Haddad", 1, "4 4 3 3 2 2 3 2 2u 2 2 3", 1),
    DemoStudent("Lucía", "Fernández", 4, "4 4 4 4 4 4s 4 4 4 - 3 3", 6),
    DemoStudent("Mateo", "García", 3, "3 3s 2s 3 2 1 2 1 1 1 1d 2u", 2, "Slow down|xx"),
    DemoStudent("Maya", "Lindqvist", 0, "3 3 2 3 3 2 2 2 3 2u 1 1", 0),
    DemoStudent("Maya", "Patel", 1, "4 3 3 3 3 2 3 2 2u 2 3 2", 1, "Say why|.x"),
    DemoStudent("محمد", "العلي", 3, "4s 3s 2 3 2 2 3 1 2 2 2 -", 9, "Read it twice|.xx"),
    DemoStudent("Nikolai", "Petrov", 1, "3s 4s 2 4 3 2 3 3d 2 - 2 2", 8),
    DemoStudent("Oluwaseun", "Adeyemi", 2, "4 4 3 4 4 3 4 3u 3 2 3 3", 3, "Teach a friend|..xx"),
    DemoStudent("Priya", "Raman", 2, "4 4 4 4 4 4 4 3u 3 3 3 4", 2, "Write two ways|.."),
    DemoStudent("Quang", "Nguyễn", 3, "4 3 2s 3 3 1s 3 2 2d - - 1", 12),
    DemoStudent("Sofia", "Rossi", 0, "3 4 3s 3 3 3s 4 3 3 - 2 3", 7),
    DemoStudent("Tane", "Walker", 4, "2s 2s 2 2 2s 1 2 1 1 - 2 1", 10, "Ask for help early|.x"),
    DemoStudent("王梓涵", "", 3, "4 4 3 4s 3 4 4 3 3 3 3u 3", 4),
    DemoStudent("Yusuf", "Demir", 0, "2 2s 2 2u 2 1 2 2 2 1 - 1", 0, "Use a number line|xxx"),
    DemoStudent("Zuzanna", "Kowalska", 4, "4 3 2 3 3s 2 3 2 1 1 - 1", 9),
)
"""A goal is its title and its steps: "." done, "x" still to do."""

GOAL_STEPS = (
    "Draw the bar before adding",
    "Label each part",
    "Explain the drawing to a partner",
    "Try one alone",
)

TAGS = (
    ("Explains strategy", "positive"),
    ("Prompted", "neutral"),
    ("Drew it", "positive"),
    ("Helped", "positive"),
    ("Stuck", "neutral"),
)

NOTES = (
    "Found quarters of a half",
    "Drew the bar, then added",
    "Needed a prompt to start",
    "Used a number line",
    "First try, with counters",
    "Needs the fraction wall",
    "Counted on in tenths",
    "Checked with a partner",
    "Mixed up the bottom number",
    "“I just knew it”",
    "Explained it to the table",
    "Lined up the digits",
)
"""What was noted on the way; many looks have no note at all."""

MORE_GIVEN = (
    "Aaliyah", "Bartholomew", "Esperanza", "Ingrid", "Kwame", "Giulia", "Dmitri", "Maximilian",
    "Noor", "Tomás", "Aoife", "Søren", "Thandiwe", "Ravi", "Mei", "Åsa", "Ibrahim", "Chloé",
)  # fmt: skip
MORE_FAMILY = (
    "Abara", "Bianchi", "Castillo", "Dubois", "Eriksen", "Farouk", "Gupta", "Hoang", "Ivanov",
    "Jensen", "Kaya", "Lopes", "Mensah", "Novak", "Osei", "Pereira", "Qureshi", "Rahman",
)  # fmt: skip
MORE_SKILLS = (
    ("Number", "Count in steps of 6, 7, 9 and 25"),
    ("Number", "Compare numbers beyond 1000"),
    ("Number", "Roman numerals to 100"),
    ("Number", "Decimals to two places"),
    ("Calculation", "Estimate to check an answer"),
    ("Calculation", "Multiply three numbers"),
    ("Calculation", "Divide 2-digit by 1-digit"),
    ("Calculation", "Factor pairs"),
    ("Fractions", "Hundredths"),
    ("Fractions", "Fractions of a quantity"),
    ("Fractions", "Subtract fractions"),
    ("Fractions", "Fractions as decimals"),
    ("Measure", "Perimeter of shapes"),
    ("Measure", "Area by counting squares"),
    ("Measure", "Kilometres and metres"),
    ("Measure", "Hours, minutes, seconds"),
    ("Measure", "12- and 24-hour time"),
    ("Measure", "Money in decimals"),
    ("Geometry", "Sort triangles"),
    ("Geometry", "Acute and obtuse angles"),
    ("Geometry", "Lines of symmetry"),
    ("Geometry", "Coordinates, first quadrant"),
    ("Geometry", "Translate shapes"),
    ("Data", "Read bar charts"),
    ("Data", "Draw time graphs"),
    ("Data", "Solve with tables"),
    ("Reasoning", "Spot a pattern"),
    ("Reasoning", "Find all ways"),
)
