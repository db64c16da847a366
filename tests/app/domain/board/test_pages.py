"""Where names would be too small to read, the stations are shown by turns."""

from app.domain.board.fit import BoardFit, fit_board
from app.domain.board.pages import divided, ways
from app.domain.board.places import Canvas
from app.domain.board.scene import BoardName, BoardStation

XGA = Canvas(1024, 768)
LONG = "abcdefghijklm"


class Typewriter:
    """A face whose letters are all equally wide."""

    def width(self, text: str, px: float) -> float:
        return 0.56 * px * len(text)


def school(counts: list[int], text: str = LONG) -> list[BoardStation]:
    """Stations with so many names each."""
    return [
        BoardStation(
            n,
            f"Station {n}",
            "x",
            "blue",
            tuple(BoardName(100 * n + i, f"{text} {text} {text}") for i in range(count)),
        )
        for n, count in enumerate(counts)
    ]


def pages_of(stations: list[BoardStation], keep: BoardFit | None = None) -> list[BoardFit]:
    """Every page."""
    first = fit_board(stations, XGA, Typewriter(), keep=keep)
    return [fit_board(stations, XGA, Typewriter(), keep=keep, page=n) for n in range(first.pages)]


def page_of(pages: list[BoardFit], key: int) -> int:
    """The page a child's name is on."""
    found = [p.page for p in pages for s in p.stations for n in s.names if n.key == key]
    assert len(found) == 1
    return found[0]


def test_a_class_that_fits_has_one_page() -> None:
    found = fit_board(school([5] * 5, "ab"), XGA, Typewriter())
    assert (found.pages, found.page) == (1, 0)


def test_names_that_would_be_under_the_floor_are_shown_by_turns_in_a_size_above_it() -> None:
    pages = pages_of(school([7] * 6))
    assert len(pages) > 1
    assert {page.size for page in pages} == {pages[0].size}
    assert pages[0].size >= 768 / 36
    assert [s.key for page in pages for s in page.stations] == [0, 1, 2, 3, 4, 5]


def test_no_fewer_pages_would_do() -> None:
    pages = pages_of(school([7] * 6))
    fewer = max(w for w in ways(school([7] * 6)) if w < pages[0].way)
    each = max(map(len, divided(school([7] * 6), fewer)))
    assert fit_board(school([7] * each), XGA, Typewriter()).pages > 1


def test_after_the_last_page_comes_the_first() -> None:
    stations = school([7] * 6)
    count = fit_board(stations, XGA, Typewriter()).pages
    assert fit_board(stations, XGA, Typewriter(), page=count).page == 0


def test_a_childs_page_stays_when_another_child_moves_or_goes() -> None:
    before = pages_of(school([7] * 6))
    after = pages_of(school([6, 7, 7, 7, 7, 6]), keep=before[0])
    for key in (0, 103, 505):
        assert page_of(after, key) == page_of(before, key)


def test_a_station_too_crowded_for_one_page_goes_on_on_the_next() -> None:
    stations = school([60])
    pages = pages_of(stations)
    assert len(pages) > 1
    keys = [n.key for page in pages for s in page.stations for n in s.names]
    assert keys == [name.key for name in stations[0].names]


def test_pages_leave_room_for_their_mark() -> None:
    page = pages_of(school([7] * 6))[0]
    assert page.canvas.paged
    bottom = max(station.box.bottom for station in page.stations)
    assert bottom <= 768 - (32 + 36) * page.canvas.unit + 1e-6


def test_an_empty_class_and_no_station_have_one_page() -> None:
    assert list(ways([])) == []
    assert divided([], 1) == ((),)
    assert fit_board([], XGA, Typewriter()).pages == 1
