"""Pictures and files are added from disk, clipboard or by a drop, made small, and kept at once."""

import base64
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage

from app.domain.observations import FILE, MOST, MOST_BYTES, PICTURE, SIDE, Attachment
from app.errors import NothingSeen, PhotoRefused
from app.services.attaching import AttachService
from tests.app.services.test_amending import Desk
from tests.fakes import FakeDialogs, FakeTasks
from tests.fakes.lesson import AMARA, BEN
from ui.clips.strip import ClipStrip
from ui.clips.thumbs import thumb
from ui.clips.view import ClipView
from ui.photos.reading import clip_of, read_clip


@pytest.fixture
def desk(tmp_path) -> Desk:
    return Desk(tmp_path / "rondo.db")


@pytest.fixture
def attach(desk) -> AttachService:
    return AttachService(desk.room)


@pytest.fixture
def strip(qtbot, theme, desk, attach) -> ClipStrip:
    seen = desk.seen(note="a bar")
    made = ClipStrip(theme, attach, seen.id, FakeTasks(), lambda: dialogs)
    dialogs = FakeDialogs()
    made.changed.connect(lambda: made.show_seen(desk.now(seen)))
    made.show_seen(seen)
    qtbot.addWidget(made)
    return made


def picture(path: Path, wide: int = 2000, high: int = 1000, kind: str = "PNG") -> Path:
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    assert image.save(str(path), kind)
    return path


def dropped(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def kept(desk) -> tuple[Attachment, ...]:
    return desk.room.store.find(Attachment)


def test_a_picture_is_made_small_upright_and_within_the_budget(tmp_path) -> None:
    clip = read_clip(picture(tmp_path / "work.png"))
    raw = base64.b64decode(clip.content)
    image = QImage.fromData(QByteArray(raw))
    assert (clip.kind, clip.name) == (PICTURE, "work.png")
    assert (image.width(), image.height()) == (SIDE, SIDE // 2)
    assert len(raw) <= MOST_BYTES


def test_noise_fits_the_budget_too() -> None:
    """The hardest thing to pack."""
    image = QImage(1600, 1600, QImage.Format.Format_RGB32)
    state = 1
    for y in range(0, 1600, 2):
        for x in range(0, 1600, 8):
            state = (state * 1103515245 + 12345) % 2**31
            image.setPixel(x, y, state)
    assert len(base64.b64decode(clip_of(image, "").content)) <= MOST_BYTES


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("work.jpg", b"no picture at all", "broken"),
        ("work.png", b"\x89PNG\r\n\x1a\n" + bytes(64), "broken"),
        ("list.pdf", bytes(MOST_BYTES + 1), "file"),
        ("empty.pdf", b"", "file"),
    ],
)
def test_what_cannot_be_kept_is_refused(tmp_path, name: str, content: bytes, reason: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(PhotoRefused) as refused:
        read_clip(path)
    assert refused.value.reason == reason


def test_a_small_file_is_kept_as_it_is(tmp_path) -> None:
    path = tmp_path / "list.pdf"
    path.write_bytes(b"%PDF-1.4 a list")
    clip = read_clip(path)
    assert (clip.kind, base64.b64decode(clip.content)) == (FILE, b"%PDF-1.4 a list")


def test_from_disk_by_drop_and_by_paste_in_one_step_each(desk, strip, tmp_path) -> None:
    strip.dialogs().file = picture(tmp_path / "one.png")
    strip.add.click()
    assert [one.name for one in kept(desk)] == ["one.png"]
    strip.take(dropped(picture(tmp_path / "two.jpg", kind="JPG"), picture(tmp_path / "three.png")))
    assert [one.name for one in kept(desk)] == ["one.png", "two.jpg", "three.png"]
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    QGuiApplication.clipboard().setImage(image)
    assert strip.paste()
    assert len(strip.thumbs) == 4
    desk.room.workspace.undo()
    desk.room.workspace.undo()
    assert [one.name for one in kept(desk)] == ["one.png"]


def test_words_on_the_clipboard_are_left_to_the_note(strip) -> None:
    QGuiApplication.clipboard().setText("a bar")
    assert not strip.paste()


def test_what_is_refused_is_told_and_nothing_is_added(desk, strip, tmp_path) -> None:
    bad = tmp_path / "work.jpg"
    bad.write_bytes(b"no picture")
    strip.take(dropped(picture(tmp_path / "one.png"), bad))
    assert kept(desk) == ()
    assert "no picture" in strip.problem.text()


def test_no_more_than_so_many(desk, strip, tmp_path) -> None:
    path = picture(tmp_path / "one.png", 20, 20)
    strip.take(dropped(*[path] * MOST))
    strip.take(dropped(path))
    assert len(kept(desk)) == MOST
    assert str(MOST) in strip.problem.text()


def test_it_goes_along_to_another_student_and_goes_with_the_observation(desk, attach) -> None:
    seen = desk.seen(note="a bar")
    attach.attach(seen.id, [clip_of(QImage(4, 4, QImage.Format.Format_RGB32), "")])
    desk.amend.set_student(seen.id, BEN)
    assert [one.student_id for one in kept(desk)] == [BEN]
    desk.amend.delete(seen.id)
    assert kept(desk) == ()
    desk.room.workspace.undo()
    desk.room.workspace.undo()
    assert [one.student_id for one in kept(desk)] == [AMARA]


def test_a_picture_alone_is_an_observation_and_the_last_thing_of_it_stays(desk, attach) -> None:
    clip = clip_of(QImage(4, 4, QImage.Format.Format_RGB32), "")
    seen = desk.observe.record_clips(desk.room.scene, AMARA, [clip])
    (only,) = attach.of(seen.id)
    with pytest.raises(NothingSeen):
        attach.take_off(only)
    desk.amend.set_note(seen.id, "a bar")
    attach.take_off(only)
    assert attach.of(seen.id) == ()


def test_nothing_is_handed_on_without_consent(qtbot, theme, desk, strip, attach, tmp_path) -> None:
    strip.take(dropped(picture(tmp_path / "one.png")))
    (one,) = kept(desk)
    out = FakeDialogs(tmp_path / "copy.jpg")
    view = ClipView(theme, one, attach.may_hand_on(AMARA), FakeTasks(), out)
    qtbot.addWidget(view)
    assert not view.save.isEnabled()
    strip.consent.click()
    view = ClipView(theme, one, attach.may_hand_on(AMARA), FakeTasks(), out)
    qtbot.addWidget(view)
    view.save.click()
    assert (tmp_path / "copy.jpg").read_bytes() == base64.b64decode(one.content)


def test_a_damaged_picture_has_no_thumbnail(desk, strip, tmp_path) -> None:
    strip.take(dropped(picture(tmp_path / "one.png")))
    (one,) = kept(desk)
    small = thumb(one, 44)
    assert small is not None
    assert (small.width(), small.height()) == (44, 44)
    for content in ("no base64!", base64.b64encode(b"no picture").decode()):
        assert (
            thumb(Attachment(one.id, one.observation_id, AMARA, PICTURE, "", content), 44) is None
        )
