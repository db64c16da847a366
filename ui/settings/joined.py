"""The settings page of a desk: each section with what it is about."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from app.settings import Settings
from ui.desk.main_window import PageEntry
from ui.settings.backups_link import BackupsLink
from ui.settings.backups_section import BackupsSection
from ui.settings.check_link import CheckLink
from ui.settings.settings_page import SettingsPage
from ui.settings.sound_link import SoundLink

if TYPE_CHECKING:
    from ui.desk.pages import Errands


def joined(desk: "Errands") -> PageEntry:
    """The page of this desk, with what it asks for carried out."""
    page = SettingsPage(desk.theme, desk.settings, desk.folder)
    choose = partial(_choose, desk)
    page.changed.connect(choose)

    def show() -> None:
        page.show_settings(desk.settings)

    sounds = SoundLink(desk)
    sounds.changed.connect(desk.choose)
    sounds.changed.connect(lambda _settings: show())
    page.add_section(sounds.section)
    link = _backups(desk, page)
    page.year_wanted.connect(lambda: desk.go("year"))
    page.times_wanted.connect(lambda: desk.go("times"))
    if (secure := desk.secure) is not None:
        section = secure.section()
        page.add_section(section)
        section.changed.connect(choose)
        section.changed.connect(lambda _settings: show())
        section.changed.connect(lambda _settings: secure.follow_settings())
        for part in (page, sounds):
            part.changed.connect(lambda _settings: section.show_settings(desk.settings))
    check = _check(desk, page)

    def show_all() -> None:
        show()
        sounds.show()
        if link is not None:
            link.show()
        if check is not None and check.has_news:
            QTimer.singleShot(0, page, partial(page.reach, check.section))

    return PageEntry(page, show_all, lambda _kinds: show())


def _choose(desk: "Errands", after: Settings) -> None:
    """Take a page's choices; what concerns backups may have changed since it was shown."""
    now = desk.settings
    desk.choose(
        replace(
            after,
            second_place=now.second_place,
            earlier_places=now.earlier_places,
            restored=now.restored,
            before_restore=now.before_restore,
            checked=now.checked,
        )
    )


def _check(desk: "Errands", page: SettingsPage) -> CheckLink | None:
    """Reading everything from end to end; not for the demo class, which nobody keeps."""
    if (checkup := desk.care.soundness.checkup) is None:
        return None
    from ui.paper.paper import has_printer  # not for the start

    link = CheckLink(desk, checkup, has_printer())
    link.setParent(page)
    page.add_section(link.section)
    return link


def _backups(desk: "Errands", page: SettingsPage) -> BackupsLink | None:
    """The backups on the settings page; the demo class has none that come by themselves."""
    backing, link = desk.care.backing, None
    if backing is None:
        section = BackupsSection(desk.theme, by_itself=False)
    else:
        link = BackupsLink(desk, backing.keeper, desk.room.clock)
        link.changed.connect(desk.choose)
        section = link.section
    section.save_file_wanted.connect(desk.save_backup)
    section.open_file_wanted.connect(desk.open_backup)
    page.add_section(section)
    return link
