"""The settings dialog: what is chosen holds at once and is there the next time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui import folders
from ui.dialogs.settings import SettingsDialog, choices
from ui.settings import EXPORT_FOLDER, LANGUAGE, OFFICE_NAME, THEME, Settings
from ui.theme import load_theme
from ui.widgets.elided_label import ElidedLabel


@pytest.fixture
def dialog(qtbot: QtBot, tmp_path: Path) -> Iterator[SettingsDialog]:
    """The dialog in English on fresh settings."""
    parent = QWidget()
    qtbot.addWidget(parent)
    made = SettingsDialog(Settings(tmp_path / "settings.json"), "en", load_theme("light"), parent)
    made.open()
    yield made


def test_it_shows_what_holds_now(dialog: SettingsDialog) -> None:
    line = dialog.panel.editors["export_folder"].input()
    assert isinstance(line, QLineEdit)
    assert line.text() == str(folders.default_exports())


def test_every_setting_is_seen_without_scrolling(dialog: SettingsDialog, qtbot: QtBot) -> None:
    last = list(dialog.panel.editors.values())[-1]
    qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty())
    assert last.visibleRegion().boundingRect() == last.rect()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_name_of_a_setting_is_cut(dialog: SettingsDialog, qtbot: QtBot, language: str) -> None:
    dialog.show_office({"retention_days": 90, "expiry_days": 60, "single_name_first": True})
    dialog.retranslate(language)
    qtbot.wait(0)  # labels of the other language go
    labels = cast("list[ElidedLabel]", dialog.panel.findChildren(ElidedLabel))
    assert (len(labels) > 8, [label.text() for label in labels if label.is_cut()]) == (True, [])


def test_a_typed_name_is_kept_at_enter_and_told(dialog: SettingsDialog, qtbot: QtBot) -> None:
    line = dialog.panel.editors["office_name"].input()
    with qtbot.waitSignal(dialog.changed) as told:
        qtbot.keyClicks(line, "Talent Office")
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert told.args == ["office_name"]
    assert Settings(dialog.settings.file).get(OFFICE_NAME) == "Talent Office"
    assert (dialog.isVisible(), dialog.findChild(QFileDialog)) == (True, None)  # Enter presses no button


def test_a_name_half_typed_is_kept_when_the_dialog_closes(dialog: SettingsDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.panel.editors["office_name"].input(), "Office")
    dialog.reject()
    assert dialog.settings.get(OFFICE_NAME) == "Office"


def test_a_choice_holds_at_once(dialog: SettingsDialog, qtbot: QtBot) -> None:
    box = dialog.panel.editors["theme"].input()
    assert isinstance(box, QComboBox)
    with qtbot.waitSignal(dialog.changed):
        qtbot.keyClicks(box, "D")
    assert dialog.settings.get(THEME) == "dark"


def test_a_folder_is_taken(dialog: SettingsDialog, tmp_path: Path) -> None:
    dialog._take_folder(str(tmp_path))
    assert dialog.settings.get(EXPORT_FOLDER) == str(tmp_path)


def test_languages_are_named_by_themselves() -> None:
    assert choices(LANGUAGE.allowed, "en") == [("", "As the system"), ("zh", "中文"), ("en", "English")]


def test_settings_of_the_office_are_asked_to_be_kept_in_the_workspace(dialog: SettingsDialog, qtbot: QtBot) -> None:
    dialog.show_office(
        {"privacy.retention_days": 90, "agreements.expiry_days": 60, "names.single_given_name_first": True}
    )
    line = dialog.panel.editors["privacy.retention_days"].input()
    with qtbot.waitSignal(dialog.office_changed) as told:
        qtbot.mouseDClick(line, Qt.MouseButton.LeftButton)
        qtbot.keyClicks(line, "30")
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert told.args == ["privacy.retention_days", 30]
    assert Settings(dialog.settings.file).get(OFFICE_NAME) == ""


def test_a_number_of_days_out_of_bounds_is_given_back(dialog: SettingsDialog, qtbot: QtBot) -> None:
    dialog.show_office(
        {"privacy.retention_days": 90, "agreements.expiry_days": 60, "names.single_given_name_first": True}
    )
    with qtbot.assertNotEmitted(dialog.office_changed):
        dialog.panel.field_edited.emit(1, "privacy.retention_days", 90, 0)
    line = dialog.panel.editors["privacy.retention_days"].input()
    assert isinstance(line, QLineEdit)
    assert line.text() == "90"
