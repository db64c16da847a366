"""Titles, totals and teachers are told from students, and students from them."""

import pytest

from app.domain.roster.lines import WhyLeftOut, why_no_student, without_mark
from app.domain.roster.names import NameParts, called_first, everyday, split_name, without_remarks

LEFT_OUT = {
    WhyLeftOut.TOTAL: [
        "Total: 28", "Total 28", "28 students", "Boys: 14", "Number of students: 28", "总计: 28",
        "المجموع 28", "Total de alumnos: 28", "  Points Possible", "Effectif : 28", "कुल 28",
        "Present 26", "Grand total",
    ],
    WhyLeftOut.CLASS: [
        "Class 4B", "Class: Hedgehogs", "4B", "Year 4", "Grade 7 - Maths", "三年二班", "Clase 4B",
        "Klasse 7a", "Turma B2", "Class B", "4B班", "الصف 4",
    ],
    WhyLeftOut.ADULT: [
        "Teacher: Ms Jones", "Ms Jones", "Mr. Smith", "Frau Weber", "Profesora: García",
        "Mwalimu: Juma", "老师：王", "Mrs O'Brien",
    ],
    WhyLeftOut.DATE: ["Monday 14 September 2026", "12 May 2026", "May 12, 2026"],
    WhyLeftOut.NO_NAME: ["28", "12/05/2026", "---", "2025/26"],
    WhyLeftOut.TITLE: [
        "Class list", "Class list 4B 2026", "Park Lane Primary School", "Page 1 of 2",
        "Printed on 3/4/26", "Hi, here is my class list:", "Register", "学生名单",
        "Lista de alumnos", "Sofia and Anna are in the class", "https://school.example/4b",
    ],
    WhyLeftOut.TEST: ["Student, Test", "Test Student"],
}  # fmt: skip
STUDENTS = [
    "Amara", "May Jones", "April", "Grace Class", "Summer Jones", "Page Elliot", "Count Basie",
    "Sum Yi", "Klas B", "Reg Dwight", "Set Li", "Bi Yun", "M. Patel", "Dr Dre", "Form Li", "Guru",
    "Maria da Conceição dos Santos de Oliveira e Silva", "maria da conceicao dos santos lima",
    "محمد العلي", "王梓涵", "Jo", "X Æ", "Amara: 12", "Ben (absent)",
]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "why"), [(line, why) for why, lines in LEFT_OUT.items() for line in lines]
)
def test_a_line_that_is_no_student_is_known_with_its_reason(line: str, why: WhyLeftOut) -> None:
    assert why_no_student((line,)) is why


@pytest.mark.parametrize("line", STUDENTS)
def test_a_student_is_never_taken_for_a_title(line: str) -> None:
    assert why_no_student((line,)) is None


def test_labels_beside_their_value_are_known_too() -> None:
    assert why_no_student(("Teacher", "Ms Jones")) is WhyLeftOut.ADULT
    assert why_no_student(("Class", "4B")) is WhyLeftOut.CLASS
    assert why_no_student(("Total", "28", "14", "14")) is WhyLeftOut.TOTAL
    assert why_no_student(("Student, Test", "12", "x", "y")) is WhyLeftOut.TEST


@pytest.mark.parametrize(
    "line",
    [
        "1. Amara", "01) Amara", "1 - Amara", "12 Amara", "• Amara", "- Amara", "[ ] Amara",
        "☐ Amara", "1、Amara", "(3) Amara", "- 1. Amara", "1.Amara", "١. Amara", "#Amara"[1:],
    ],
)  # fmt: skip
def test_a_number_a_bullet_or_a_box_in_front_goes(line: str) -> None:
    assert without_mark(line) == "Amara"


@pytest.mark.parametrize("line", ["Anne-Marie", "4B", "Amara 2", "O'Neill", "-Ben"])
def test_nothing_else_is_taken_from_the_front(line: str) -> None:
    assert without_mark(line) == line


@pytest.mark.parametrize(
    ("text", "first", "last", "called"),
    [
        ("Whitaker, Ben", "Ben", "Whitaker", ""),
        ("Ben Whitaker", "Ben", "Whitaker", ""),
        ("Maya van der Berg", "Maya", "van der Berg", ""),
        ("Anna Maria Schmidt", "Anna Maria", "Schmidt", ""),
        ("DUPONT Marie", "Marie", "DUPONT", ""),
        ("Marie DUPONT", "Marie", "DUPONT", ""),
        ("Benjamin (Ben) Whitaker", "Benjamin", "Whitaker", "Ben"),
        ("Whitaker, Benjamin (Ben)", "Benjamin", "Whitaker", "Ben"),
        ('Benjamin "Ben" Wu', "Benjamin", "Wu", "Ben"),
        ("王梓涵", "王梓涵", "", ""),
        ("محمد العلي", "محمد", "العلي", ""),
        ("العلي، محمد", "محمد", "العلي", ""),
        ("Sinéad O'Connor", "Sinéad", "O'Connor", ""),
        ("Jean-Luc", "Jean-Luc", "", ""),
    ],
)
def test_a_whole_name_is_taken_apart(text: str, first: str, last: str, called: str) -> None:
    assert split_name(text) == NameParts(first, last, called)


@pytest.mark.parametrize("text", ["Ben (SEN)", "Ben (EAL, G&T)", "Ben (m)", "Ben [504]"])
def test_notes_in_brackets_do_not_come_in(text: str) -> None:
    assert without_remarks(text) == "Ben"


@pytest.mark.parametrize("text", ["Benjamin (Ben)", "(SEN)", "Ben"])
def test_names_in_brackets_and_lone_brackets_stay(text: str) -> None:
    assert without_remarks(text) == text


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("عبد الرحمن السيد", "عبد الرحمن", "السيد"),
        ("عبد الرحمن", "عبد الرحمن", ""),
        ("Abd al-Rahman Hassan", "Abd al-Rahman", "Hassan"),
        ("Abu Bakr van der Berg", "Abu Bakr", "van der Berg"),
    ],
)
def test_half_of_a_first_name_is_nobody(text: str, first: str, last: str) -> None:
    assert split_name(text) == NameParts(first, last)
    assert everyday(first) == first
    assert everyday(f"{first} Yusuf") == first


def test_middle_initials_are_not_called_out() -> None:
    assert called_first("Ada K.") == "Ada"
    assert called_first("Mary Jane") == "Mary Jane"
    assert called_first("J") == "J"
