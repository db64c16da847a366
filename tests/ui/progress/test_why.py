"""From a cell of the heat map to why its level is what it is."""

from PySide6.QtCore import Qt

AMARA, BEN = "Amara Okafor", "Ben Walker"


def test_a_cell_opens_the_drawer_at_its_skill_and_a_name_at_all(page, room, qtbot) -> None:
    room.see(AMARA, "Round", 3, 2)
    row = next(at for at, r in enumerate(page.heat.model().rows) if r.name == "Amara")
    column = [c.statement for c in page.heat.model().columns].index("Round")
    index = page.heat.model().index(row, column)
    qtbot.mouseClick(
        page.heat.viewport(), Qt.MouseButton.LeftButton, pos=page.heat.visualRect(index).center()
    )
    (line,) = [one for one in page.drawer.skills.lines if one.isChecked()]
    assert line.label() == "Round"
    page.heat.student_wanted.emit(room.students[BEN], False)
    assert not any(one.isChecked() for one in page.drawer.skills.lines)
