"""Tells students from everything else that stands in a class list, line by line."""

import re
import unicodedata
from collections.abc import Sequence
from enum import Enum

_MARK = re.compile(
    r"^\s*(?:[(\[]?\d{1,3}[)\].:、．][)\].:]?\s*|\d{1,3}\s*[-–—]\s+|\d{1,3}\s+(?=\D)"
    r"|[•●▪◦‣·∙○■□*\-–—]\s+|[•●▪◦‣∙○■□]|\[[ xX✓✔]?\]\s*|[☐☑☒✓✔]\s*)"
)


class WhyLeftOut(Enum):
    """Why a row is not taken for a student."""

    TITLE = "title"
    TOTAL = "total"
    CLASS = "class"
    ADULT = "adult"
    DATE = "date"
    NO_NAME = "no name"
    HEADING_AGAIN = "heading again"
    TEST = "test student"
    SKIPPED = "skipped"


_COUNTED = (
    "students|student|pupils|pupil|children|learners|boys|girls|present|absent|class|"
    "alumnos|alumnas|estudiantes|eleves|schuler|schulerinnen|kinder|alunos|alunni|leerlingen|"
    "wanafunzi|ninos|ninas|garcons|filles|jungen|madchen|wavulana|wasichana"
)
_JOINING = "of|the|in|on|roll|de|des|di|do|da|der"
_TOTAL = (
    "grand total|total|totals|sub total|subtotal|count|sum|number of|sous total|effectif|summe|"
    "gesamt|anzahl|totale|numero|cantidad|suma|toplam|jumla|idadi|average|mean|points possible"
)
_TOTAL_SIGNS = "合计|总计|总数|共计|人数|المجموع|العدد|اجمالي|कुल|योग|итого|всего"
_CLASS = (
    "class|year|grade|form|room|homeroom|section|group|set|period|course|tutor group|reg|key stage|"
    "clase|curso|grado|grupo|ano|turma|serie|classe|klasse|stufe|jahrgang|niveau|klas|groep|klasa|"
    "sinif|darasa|kidato|mkondo|kelas"
)
_CLASS_SIGNS = "班级|班級|年级|年級|الصف|صف|الفصل|कक्षा|वर्ग|класс"
_TITLES = (
    "class list|class register|class roster|student list|students list|list of students|"
    "list of pupils|pupil list|name list|names list|register|roster|students|pupils|names|"
    "attendance|attendance register|attendance sheet|seating plan|lista de clase|"
    "lista de alumnos|lista de estudiantes|liste de classe|liste des eleves|klassenliste|"
    "schulerliste|lista de alunos|lista de presenca|chamada|elenco|orodha ya wanafunzi|"
    "daftar siswa|قائمة الطلاب|اسماء الطلاب|छात्र सूची|学生名单|學生名單|名单|花名册|点名册|"
    "end of report|end of list|end of register|confidential"
)
_TITLES_LED = (
    "class list|class register|student list|list of students|list of pupils|attendance|register|"
    "page|printed|generated|exported|school year|academic year|report|term|autumn term|"
    "spring term|summer term|fall term|semester|lista de|liste des|klassenliste|updated|as of|date"
)
_ADULT = (
    "teacher|class teacher|teachers|tutor|form tutor|homeroom teacher|co teacher|head of year|"
    "teaching assistant|staff|maestro|maestra|profesor|profesora|docente|lehrer|lehrerin|"
    "klassenlehrer|klassenlehrerin|enseignant|enseignante|professeur|professor|professora|"
    "insegnante|leraar|juf|mwalimu|المعلم|المعلمة|معلم|शिक्षक|अध्यापक|老师|教师|班主任"
)
_TITLED = "mr|mrs|ms|miss|mx|sir|madam|mme|mlle|herr|frau|sra|srta|prof|bw"
_SCHOOL = re.compile(
    r"\b(school|academy|elementary|college|escuela|colegio|instituto|ecole|lycee|schule|"
    r"grundschule|gymnasium|escola|scuola|okulu|shule|sekolah)\b|学校|小学|中学|مدرسة|विद्यालय|школа"
)
_MONTHS = (
    "jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|"
    "august|september|october|november|december"
)
_DAYS = "mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|sunday"

_TOTAL_LINE = re.compile(
    rf"^(?:{_TOTAL}|{_COUNTED})(?:[\W_]+(?:{_TOTAL}|{_COUNTED}|{_JOINING}|\d[\d.,/ ]*))*[\W_]*$"
    rf"|^\d+[\W_]+(?:{_COUNTED})\b.{{0,20}}$|^(?:{_TOTAL_SIGNS})[\W\d_人名]*$|^共\s*\d+"
)
_CLASS_LINE = re.compile(
    rf"^(?:{_CLASS})(?:\s*:.*|\s+[-–].*|\s*(?=.*\d).{{1,30}})$|^(?:{_CLASS_SIGNS})(?:\s|:|\d)"
    r"|^(?:class|form|section|group|room|set)\s\w$|^\d{1,2}\s?[a-z]$"
    r"|^[\d一二三四五六七八九十]+年.*[级班]|^[（(]?\d+[a-z]?[)）]?班$"
)
_TITLE_LINE = re.compile(rf"^(?:{_TITLES})[\W_]*$|^(?:{_TITLES_LED})\b(?=.*(?:[\d:]|\sof\s|list))")
_ADULT_LINE = re.compile(rf"^(?:{_ADULT})\s*[:\-–]|^(?:{_TITLED})\b\.?\s+\S|^(?:dr|sr|bi)\.\s*\S")
_DATE_LINE = re.compile(
    rf"^(?:(?:{_DAYS})\b[\W_]*)?(?:\d{{1,4}}(?:st|nd|rd|th)?[\W_]+(?:{_MONTHS})\b|(?:{_MONTHS})\b"
    r"[\W_]+\d{1,4}|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{4}[-/]\d{2,4})"
)
_TEST_STUDENT = frozenset({"student test", "test student"})
_SENTENCE = frozenset(
    "and are at class dear for from hello here hi is my on please thanks the this to with you "
    "your".split()
)
_SMALL_WORDS = frozenset(
    "al ap bin bint ben da das de del della den der des di do dos du e el ibn la las le les los "
    "of san st te ten ter und van vel vom von y zu zum zur".split()
)


def without_mark(text: str) -> str:
    """The text without the number, bullet or tick box in front of it ("1. ", "• ", "[ ] ")."""
    once = _MARK.sub("", text, count=1)
    return _MARK.sub("", once, count=1) if once != text else text


def why_no_student(cells: Sequence[str]) -> WhyLeftOut | None:
    """Why a row's filled cells are not a student; None when they may be one."""
    text = " ".join(cells).strip()
    first = _plain(cells[0]) if cells else ""
    if not any(char.isalpha() for char in text):
        return WhyLeftOut.NO_NAME
    if len(cells) > 2:
        return _among_many(cells, first)
    if len(cells) == 2 and _ADULT_LINE.match(": ".join(map(_plain, cells))):
        return WhyLeftOut.ADULT
    return _of_line(_plain(text)) or (WhyLeftOut.TITLE if _is_prose(text) else None)


def why_no_row(cells: Sequence[str]) -> WhyLeftOut | None:
    """As `why_no_student`, for a row of a table that has both a first and a last name."""
    return _among_many(cells, _plain(cells[0]))


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.casefold())
    accentless = "".join(char for char in folded if not "\u0300" <= char <= "\u036f")
    return " ".join(accentless.replace("_", " ").split())


def _among_many(cells: Sequence[str], first: str) -> WhyLeftOut | None:
    """A row of a wide table: a total beside numbers, or nothing that could be a name."""
    rest_numbers = not any(char.isalpha() for cell in cells[1:] for char in cell)
    if _TOTAL_LINE.match(first) and (rest_numbers or first.startswith("points possible")):
        return WhyLeftOut.TOTAL
    labelled = _of_line(first) if first.endswith(":") else None
    return WhyLeftOut.TEST if first.replace(",", "") in _TEST_STUDENT else labelled


def _of_line(plain: str) -> WhyLeftOut | None:
    if plain.replace(",", "") in _TEST_STUDENT:
        return WhyLeftOut.TEST
    if _TITLE_LINE.match(plain):
        return WhyLeftOut.TITLE
    if _CLASS_LINE.match(plain):
        return WhyLeftOut.CLASS
    if _TOTAL_LINE.match(plain):
        return WhyLeftOut.TOTAL
    if _ADULT_LINE.match(plain):
        return WhyLeftOut.ADULT
    return WhyLeftOut.DATE if _DATE_LINE.match(plain) else _of_place(plain)


def _of_place(plain: str) -> WhyLeftOut | None:
    web = "://" in plain or "www." in plain
    school = _SCHOOL.search(plain) is not None and len(plain.split()) > 1
    return WhyLeftOut.TITLE if web or school else None


def _is_prose(text: str) -> bool:
    """A sentence around the list, as in a message: it ends in a colon or has many small words."""
    words = text.split()
    if text.endswith((":", "：")) or sum(word.casefold() in _SENTENCE for word in words) > 1:
        return True
    small = [word for word in words if word.islower() and word.isascii()]
    names = [word for word in small if word not in _SMALL_WORDS]
    return words[0][0].isupper() and len(words) > 4 and len(names) > 2
