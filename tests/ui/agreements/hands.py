"""What the tests of the agreements room do again and again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.snapshots.shapes import Agreement
from ui.agreements.editor import AgreementEditor
from ui.agreements.room import AgreementsRoom


def agreement(room: AgreementsRoom, place: int = 0) -> Agreement:
    """The agreement as it is stored now."""
    found: Agreement = room.snapshot.agreements[place]
    return found


def until(qtbot: QtBot, room: AgreementsRoom, holds: Callable[[Agreement], bool]) -> None:
    """Wait until the stored first agreement is so."""
    qtbot.waitUntil(lambda: holds(agreement(room)))


def click(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def headings(found: Agreement) -> list[str]:
    return [clause.heading.zh for clause in found.clauses]


def enter(editor: AgreementEditor, number: int) -> int:
    """Choose a clause by its place; its id."""
    assert editor.agreement is not None
    clause = editor.agreement.clauses[number]
    editor.choose(clause.id)
    return clause.id
