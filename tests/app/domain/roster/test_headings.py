"""Headings of many programs and languages are understood."""

import pytest

from app.domain.roster.columns import Column, ColumnKind, ColumnUse, mapped, uses_of
from app.domain.roster.headings import find_headings, heading_key, heading_kind
from app.domain.roster.table import TableRow

K, U = ColumnKind, ColumnUse
OUT = U.LEAVE_OUT

SOURCES = {
    "OneRoster": (
        "sourcedId,status,givenName,familyName,middleName,identifier,email,sms,phone,grades",
        {2: U.FIRST, 3: U.LAST},
    ),
    "OneRoster 1.2": (
        "sourcedId,givenName,familyName,preferredGivenName,pronouns",
        {1: U.FIRST, 2: U.LAST, 3: U.BOARD},
    ),
    "School Data Sync": (
        "SIS ID,School SIS ID,First Name,Last Name,Username,Grade,Status,Birthdate",
        {2: U.FIRST, 3: U.LAST},
    ),
    "Czech": ("Příjmení,Jméno,Třída", {0: U.LAST, 1: U.FIRST}),
    "Hungarian": ("Vezetéknév,Keresztnév", {0: U.LAST, 1: U.FIRST}),
    "Ukrainian": ("Прізвище,Ім'я", {0: U.LAST, 1: U.FIRST}),
    "PowerSchool": (
        "Student_Number,LastFirst,First_Name,Last_Name,Grade_Level,Home_Room",
        {2: U.FIRST, 3: U.LAST},
    ),
    "PowerSchool short": ("Student_Number,LastFirst,Grade_Level", {1: U.FULL}),
    "Infinite Campus": (
        "student.personID,student.stateID,student.lastName,student.firstName,student.grade",
        {2: U.LAST, 3: U.FIRST},
    ),
    "SIMS": (
        (
            "Admission No,UPN,Legal Surname,Legal Forename,Preferred Name,Date of Birth,Year Group,"
            "Reg Group,SEN Status,Pupil Premium,EAL"
        ),
        {2: U.LAST, 3: U.FIRST, 4: U.BOARD},
    ),
    "Canvas": ("Student,ID,SIS User ID,SIS Login ID,Section,Essay (1234)", {0: U.FULL}),
    "Google Classroom": ("Last Name,First Name,Email Address,12 May", {0: U.LAST, 1: U.FIRST}),
    "Teams": ("First Name,Last Name,Email Address,Quiz", {0: U.FIRST, 1: U.LAST}),
    "Spanish": ("N.º,Apellidos,Nombre,Fecha de nacimiento", {1: U.LAST, 2: U.FIRST}),
    "French": ("Nom,Prénom,Né(e) le,Sexe", {0: U.LAST, 1: U.FIRST}),
    "Portuguese": ("Nome,Sobrenome,Turma", {0: U.FIRST, 1: U.LAST}),
    "German": ("Name,Vorname,Klasse,Geb.", {0: U.LAST, 1: U.FIRST}),
    "Arabic": ("م,اسم الطالب,الصف,تاريخ الميلاد", {1: U.FULL}),
    "Hindi": ("क्रमांक,पहला नाम,उपनाम,जन्म तिथि", {1: U.FIRST, 2: U.LAST}),
    "Swahili": ("Na.,Jina la kwanza,Jina la ukoo,Darasa", {1: U.FIRST, 2: U.LAST}),
    "Chinese": ("学号,姓名,性别,出生日期", {1: U.FULL}),
    "Chinese in parts": ("序号,姓,名", {1: U.LAST, 2: U.FIRST}),
    "comp": ("Surname,Forename,Known as,DOB,Support", {0: U.LAST, 1: U.FIRST, 2: U.BOARD}),
}


def rows(*lines: str) -> list[TableRow]:
    return [TableRow(at, tuple(line.split(","))) for at, line in enumerate(lines, 1)]


@pytest.mark.parametrize("source", SOURCES)
def test_a_known_programs_headings_give_the_names_and_nothing_else(source: str) -> None:
    line, wanted = SOURCES[source]
    head = rows(line)
    assert find_headings(head) == 0
    uses = uses_of(heading_kind(cell) or K.OTHER for cell in head[0].cells)
    assert {i: use for i, use in enumerate(uses) if use is not OUT} == wanted


@pytest.mark.parametrize(
    "spelling", ["First Name", "first_name", "FIRST-NAME*", "student.firstName"]
)
def test_spelling_does_not_matter(spelling: str) -> None:
    assert heading_kind(spelling) is K.FIRST


def test_accents_do_not_matter_but_the_marks_that_spell_do() -> None:
    assert heading_key("Prénom") == heading_key("PRENOM")
    assert heading_key("नाम") != heading_key("नम")


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("DOB", K.BIRTH), ("Birth date", K.BIRTH), ("Gender", K.GENDER), ("M/F", K.GENDER),
        ("SEN Status", K.SUPPORT), ("Allergies", K.SUPPORT), ("Ethnicity", K.SUPPORT),
        ("Free school meals", K.SUPPORT), ("E-mail", K.EMAIL), ("Password", K.EMAIL),
        ("Home phone"[5:], K.PHONE), ("Post code", K.ADDRESS), ("Guardian", K.CONTACT),
        ("UPN", K.ID), ("#", K.NUMBER), ("Reg Group", K.CLASS), ("Role", K.ROLE),
    ],
)  # fmt: skip
def test_private_columns_are_recognised(heading: str, kind: K) -> None:
    assert heading_kind(heading) is kind


def test_headings_are_found_below_titles() -> None:
    titled = rows("Park Lane School,", "Year 4,2026", "Surname,Forename", "Kane,Ruth")
    assert find_headings(titled) == 2


@pytest.mark.parametrize(
    "lines",
    [("Amara", "Ben"), ("Jina", "Ben"), ("Jina,Kim", "Maya,Patel"), ("Ho,Kevin", "Ode,Tom")],
)
def test_names_are_not_taken_for_headings(lines: tuple[str, ...]) -> None:
    assert find_headings(rows(*lines)) is None


def test_a_lone_heading_word_between_names_is_no_heading() -> None:
    assert find_headings(rows("Amara", "Student", "Ben")) is None
    assert find_headings(rows("Class 4B", "Student", "Ben")) == 1


def columns(*uses: U) -> tuple[Column, ...]:
    return tuple(Column(i, "", K.OTHER, use) for i, use in enumerate(uses))


def test_giving_a_column_a_use_that_another_has_exchanges_the_two() -> None:
    assert mapped(columns(U.FIRST, U.LAST, OUT), 0, U.LAST) == columns(U.LAST, U.FIRST, OUT)
    assert mapped(columns(U.FIRST, U.LAST, OUT), 2, U.LAST) == columns(U.FIRST, OUT, U.LAST)


def test_any_number_of_columns_may_be_left_out() -> None:
    assert mapped(columns(U.FIRST, OUT), 0, OUT) == columns(OUT, OUT)
