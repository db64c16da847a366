"""Frameworks from files: CASE, tables, and whatever else somebody opens."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.framework_file import BLANK, CYCLE, DOUBLE, EXTRA, ORPHAN, UNKNOWN, FileFramework
from app.domain.roster.errors import NotText
from app.errors import FrameworkUnread
from data.files.frameworks import read_framework


def item(key: str, statement: str, **more: object) -> dict[str, object]:
    return {"identifier": key, "fullStatement": statement, "uri": f"https://x/{key}", **more}


def link(kind: str, start: str, end: str, **more: object) -> dict[str, object]:
    node = {"originNodeURI": {"identifier": start}, "destinationNodeURI": {"identifier": end}}
    return {"associationType": kind, **node, **more}


def package(items, links=(), **more) -> bytes:
    document = {"identifier": "doc", "title": "Maths 2026", "creator": "A state"}
    whole = {"CFDocument": document, "CFItems": list(items), "CFAssociations": list(links), **more}
    return json.dumps(whole).encode()


def read(content: bytes | str, name: str = "file") -> FileFramework:
    return read_framework(name, content.encode() if isinstance(content, str) else content)


def tree(framework: FileFramework) -> list[tuple[str, str]]:
    words = {skill.key: skill.statement for skill in framework.skills}
    return [(words.get(skill.parent, ""), skill.statement) for skill in framework.skills]


THREE = (
    item("n", "Number"),
    item("r", "Round", humanCodingScheme="N.2", abbreviatedStatement="Rounding"),
    item("p", "Place value", humanCodingScheme="N.1"),
)
BELOW = (
    link("isChildOf", "n", "doc", sequenceNumber=1),
    link("isChildOf", "r", "n", sequenceNumber=2),
    link("isChildOf", "p", "n", sequenceNumber=1),
)


def test_a_package_of_case_becomes_a_tree_in_its_order() -> None:
    found = read(package(THREE, [*BELOW, link("precedes", "p", "r")]))
    assert tree(found) == [("", "Number"), ("Number", "Place value"), ("Number", "Round")]
    assert (found.name, found.identifier, found.source) == ("Maths 2026", "doc", "A state")
    place, rounding = found.skills[1:]
    assert (place.code, place.precedes, rounding.short) == ("N.1", ("r",), "Rounding")
    assert (found.named, dict(found.notes)) == (True, {})


def test_the_licence_is_kept() -> None:
    definitions = {"CFLicenses": [{"title": "CC BY 4.0", "licenseText": "You are free to"}]}
    assert read(package(THREE, CFDefinitions=definitions)).source == "A state · CC BY 4.0"


@pytest.mark.parametrize(
    "wrapped",
    [
        lambda told: {"CFPackage": told},
        lambda told: [{"status": "ok"}, told],
        lambda told: {"data": {"package": told}},
    ],
    ids=["named", "listed", "deep"],
)
def test_a_package_is_found_wherever_it_stands(wrapped) -> None:
    told = json.loads(package(THREE, BELOW))
    assert len(read(json.dumps(wrapped(told))).skills) == 3


def test_links_may_be_addresses_alone_and_kinds_extensions_of_1_1() -> None:
    links = [
        {
            "associationType": "ext:isChildOf",
            "originNodeURI": "https://x/r",
            "destinationNodeURI": "https://x/n/",
        },
        {"associationType": "ext:likes", "originNodeURI": "r", "destinationNodeURI": "n"},
        {"associationType": "isChildOf", "originNodeURI": 7},
    ]
    found = read(package(THREE, links))
    assert ("Number", "Round") in tree(found)
    assert dict(found.notes) == {UNKNOWN: 2}


def test_circles_orphans_doubles_and_blanks_are_mended_and_told() -> None:
    items = [*THREE, item("n", "Number again"), item("o", "Orphan"), item("e", "  "), {"no": 1}]
    links = [
        link("isChildOf", "n", "r"),
        link("isChildOf", "r", "n"),
        link("isChildOf", "o", "gone"),
        link("isChildOf", "p", "p"),
    ]
    found = read(package([*items, "not an item"], links))
    assert len(found.skills) == 4
    assert dict(found.notes) == {BLANK: 2, CYCLE: 2, DOUBLE: 1, ORPHAN: 1}


def test_marks_of_a_web_page_in_a_statement_go() -> None:
    found = read(package([item("a", "<p>Compare &lt; and &gt;,\n x < 5</p> <b>well</b>")]))
    assert found.skills[0].statement == "Compare < and >, x < 5 well"


def test_the_simple_table() -> None:
    text = (
        "code;statement;parent;grade;precedes\n"
        "N;Number;;3;\nN.1;Place value;N;3;N.2\nN.2;Round;number;3;gone\n"
    )
    found = read(text)
    assert tree(found) == [("", "Number"), ("Number", "Place value"), ("Number", "Round")]
    assert found.skills[1].precedes == (found.skills[2].key,)
    assert (found.named, dict(found.notes)) == (False, {EXTRA: 1, UNKNOWN: 1})


def test_the_export_of_opensalt() -> None:
    text = (
        "Identifier,fullStatement,Human Coding Scheme,sequenceNumber,Abbreviated Statement,"
        "Is Child Of\n"
        'b,"Round, to tens",N.2,2,,a\na,Number,N,1,Num,\nc,Place value,N.1,1,,a\n'
    )
    found = read(text)
    assert tree(found) == [("", "Number"), ("Number", "Place value"), ("Number", "Round, to tens")]
    assert (found.named, found.skills[0].short) == (True, "Num")


def test_lists_without_a_heading() -> None:
    assert [s.statement for s in read("Adds\nTakes away\n").skills] == ["Adds", "Takes away"]
    coded = read("N.1\tAdds\nN.2\tTakes away\n")
    assert [(s.code, s.statement) for s in coded.skills] == [("N.1", "Adds"), ("N.2", "Takes away")]


def test_other_letters_are_read() -> None:
    text = "statement\nFractions équivalentes\nRésoudre des problèmes à étapes\nDécimaux\n"
    assert read(text.encode("cp1252")).skills[1].statement == "Résoudre des problèmes à étapes"
    assert read("الكسور".encode("utf-16")).skills[0].statement == "الكسور"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"  \n", "empty"),
        (b"{", "json"),
        (b"[" * 100_000, "json"),
        (b'{"CFItems": []}', "empty"),
        (b'{"other": 1}', "empty"),
        (b'[{"CFItems": [{"fullStatement": ""}]}]', "empty"),
        (b"code,statement\n,\n", "empty"),
    ],
)
def test_what_gives_no_framework_says_why(content: bytes, reason: str) -> None:
    with pytest.raises(FrameworkUnread) as caught:
        read(content)
    assert caught.value.reason == reason


def test_it_stops_when_it_is_told_to() -> None:
    many = package([item(str(n), f"Skill {n}") for n in range(2000)])
    told: list[object] = []

    def go_on(done: object) -> bool:
        told.append(done)
        return len(told) < 3

    with pytest.raises(FrameworkUnread) as caught:
        read_framework("file", many, go_on)
    assert (caught.value.reason, told) == ("stopped", [0, 500, 1000])


keys = st.sampled_from(["a", "b", "c", "doc", "", "a/b"])
words = st.one_of(st.text(max_size=6), st.integers(), st.none(), st.floats(), st.lists(st.text()))
items = st.one_of(
    words,
    st.dictionaries(
        st.sampled_from(["identifier", "fullStatement", "humanCodingScheme", "uri"]), words
    ),
    st.fixed_dictionaries({"identifier": keys, "fullStatement": st.text(max_size=5)}),
)
links = st.one_of(
    words,
    st.builds(link, st.sampled_from(["isChildOf", "precedes", "isPartOf", "x"]), keys, keys),
    st.fixed_dictionaries(
        {"associationType": words, "originNodeURI": words, "destinationNodeURI": words}
    ),
)


@given(st.lists(items, max_size=8), st.lists(links, max_size=8), st.one_of(words, st.none()))
def test_no_package_raises_anything_else_and_what_is_read_is_a_tree(given_items, given_links, doc):
    whole = {"CFDocument": doc, "CFItems": given_items, "CFAssociations": given_links}
    is_a_tree_or_refused(json.dumps(whole).encode())


@given(st.recursive(words, lambda deep: st.lists(deep) | st.dictionaries(st.text(), deep)))
def test_no_json_raises_anything_else(told) -> None:
    is_a_tree_or_refused(json.dumps(told).encode())


cells = st.text(alphabet='ab;,\t\n"\r\0é', max_size=5)


@given(st.lists(st.lists(cells, max_size=5), max_size=6), st.sampled_from(",;\t"), st.booleans())
def test_no_table_raises_anything_else(rows, delimiter: str, headed: bool) -> None:
    head = delimiter.join(["code", "statement", "parent", "precedes"]) + "\n" if headed else ""
    is_a_tree_or_refused((head + "\n".join(map(delimiter.join, rows))).encode())


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_else(content: bytes) -> None:
    is_a_tree_or_refused(content)


def is_a_tree_or_refused(content: bytes) -> None:
    try:
        found = read(content)
    except (FrameworkUnread, NotText):
        return
    seen = {""}
    for skill in found.skills:
        assert skill.parent in seen
        assert skill.key not in seen
        assert skill.statement
        seen.add(skill.key)
