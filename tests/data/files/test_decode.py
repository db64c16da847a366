"""Bytes become the letters that were meant, or the doubt is said."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.roster.errors import NotText
from data.files.decode import decode

SPANISH = "Apellido,Nombre\nGarcía,Lucía\nFernández,José\nWhitaker,Ben\n"
CZECH = "Příjmení,Jméno\nDvořák,Jiří\nNovák,Lukáš\nŽižka,Šárka\n"
POLISH = "Imię i nazwisko\nMałgorzata Wójcik\nŁukasz Żak\nŚwiętosława Dąbek\n"
RUSSIAN = "Фамилия,Имя\nИванова,Анна\nПетров,Дмитрий\n"
ARABIC = "الاسم\nمحمد العلي\nفاطمة حسن\nيوسف أحمد\n"
GREEK = "Γιώργος Παπαδόπουλος\nΜαρία Νικολάου\n"
HEBREW = "דוד כהן\nשרה לוי\n"
TURKISH = "Ad,Soyad\nŞule,Yılmaz\nÇağla,Gündoğdu\n"
LITHUANIAN = "Vardas\nŽydrūnas Kazlauskas\nGabija Šimkutė\n"
JAPANESE = "姓,名\n佐藤,花子\n鈴木,太郎\n"
CHINESE = "姓名\n王梓涵\n李明\n张伟\n"
TRADITIONAL = "姓名\n陳怡君\n林志明\n"
KOREAN = "이름\n김민준\n이서연\n박지훈\n"
EVERYTHING = SPANISH + CZECH + RUSSIAN + ARABIC + CHINESE + KOREAN

PAGES = [
    ("cp1252", SPANISH),
    ("cp1252", "Müller, Zoë\nÅberg, Søren\nLefèvre, François\n"),
    ("cp1250", CZECH),
    ("cp1250", POLISH),
    ("cp1251", RUSSIAN),
    ("cp1253", GREEK),
    ("cp1254", TURKISH),
    ("cp1255", HEBREW),
    ("cp1256", ARABIC),
    ("cp1257", LITHUANIAN),
    ("mac_roman", SPANISH),
    ("mac_roman", "O’Neill, Zoë\n"),
    ("cp850", SPANISH),
    ("shift_jis", JAPANESE),
    ("gb18030", CHINESE),
    ("big5", TRADITIONAL),
    ("euc_kr", KOREAN),
]


@pytest.mark.parametrize(("encoding", "text"), PAGES)
def test_an_old_code_page_is_read_as_it_was_written(encoding: str, text: str) -> None:
    found, _ = decode("4B.csv", text.encode(encoding))
    assert found == text


@pytest.mark.parametrize(("encoding", "text"), PAGES)
def test_a_guess_among_code_pages_is_certain_or_comes_with_others(encoding: str, text: str) -> None:
    _, reading = decode("4B.csv", text.encode(encoding))
    assert reading.certain or reading.others
    assert reading.chosen.sample
    assert all(other.encoding != reading.chosen.encoding for other in reading.others)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [SPANISH, ARABIC, CHINESE, EVERYTHING, "Ben\n"])
def test_unicode_with_and_without_a_mark_is_certain(encoding: str, text: str) -> None:
    found, reading = decode("4B.csv", text.encode(encoding))
    assert found == text
    assert reading.certain
    assert not reading.others


def test_both_orders_of_marked_utf_16_are_read() -> None:
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        assert decode("4B.txt", mark + CZECH.encode(encoding))[0] == CZECH


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cn", "Co")), max_size=60))
def test_any_utf_8_comes_back_as_it_was(text: str) -> None:
    content = "Ben\n" + text
    assert decode("4B.csv", content.encode())[0] == content


def test_the_letter_that_two_pages_share_is_a_doubt_with_both_readings() -> None:
    found, reading = decode("4B.csv", "Begoña\nBen\n".encode("cp1252"))
    assert "Begoña" in found
    assert not reading.certain
    assert ("cp1250", "Begońa") in [(other.encoding, other.sample) for other in reading.others]


def test_the_teacher_may_choose_another_reading() -> None:
    content = "Begońa\nJiří\n".encode("cp1250")
    found, reading = decode("4B.csv", content, "cp1252")
    assert found == "Begoña\nJiøí\n"
    assert reading.certain
    assert "cp1250" in [other.encoding for other in reading.others]


def test_every_offered_reading_can_be_chosen() -> None:
    content = SPANISH.encode("cp1252")
    _, reading = decode("4B.csv", content)
    for other in reading.others:
        again, chosen = decode("4B.csv", content, other.encoding)
        assert chosen.chosen.encoding == other.encoding
        assert other.sample.split(", ")[0] in again


def test_a_few_strays_in_utf_8_are_read_as_windows_and_said_to_be_doubtful() -> None:
    content = EVERYTHING.encode() + "Zoë\n".encode("cp1252")
    found, reading = decode("4B.csv", content)
    assert found == EVERYTHING + "Zoë\n"
    assert not reading.certain


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7 ...", "pdf"),
        (b"PK\x03\x04 xl/workbook.xml", "workbook"),
        (b"PK\x03\x04 word/document.xml", "document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "workbook"),
        (b"{\\rtf1 Amara}", "document"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"SQLite format 3\0\x10\0", "other"),
        (bytes(range(256)) * 4, "other"),
        (b"\x01\x02\x03\x04\x05" * 40, "other"),
        (b"Amara\0Ben\0Chidi", "other"),
    ],
)
def test_what_is_not_text_is_refused_and_named(content: bytes, kind: str) -> None:
    with pytest.raises(NotText) as refused:
        decode("list.xlsx", content)
    assert (refused.value.file, refused.value.kind) == ("list.xlsx", kind)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(content: bytes) -> None:
    try:
        text, reading = decode("x", content)
    except NotText:
        return
    assert isinstance(text, str)
    assert reading.chosen.encoding
