"""The page at the door, driven by the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QMenu
from pytestqt.qtbot import QtBot

from models.codes import Reply
from tests.ui.conftest import OpenWindow, type_line
from tests.ui.seen import CHINESE, cut, nameless, speak, words
from ui.main_window import MainWindow
from ui.papers.menu import fill_menu
from ui.people.door.page import DoorPage
from ui.rooms import DOOR, PROOF

NOTHING = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(open_window: OpenWindow, people_file: Path) -> MainWindow:
    made = open_window(people_file)
    made.show_room("people")
    made.show_place(DOOR)
    return made


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> DoorPage:
    found: Any = window.rooms["people"]
    qtbot.waitUntil(lambda: bool(found.known.units))
    door = found.side_pages.door
    assert isinstance(door, DoorPage)
    return door


def until(qtbot: QtBot, page: DoorPage, true: Callable[[Any], bool]) -> None:
    qtbot.waitUntil(lambda: true(page.snapshot))


def here(page: DoorPage) -> list[str]:
    """Who is ticked in the snapshot."""
    assert page.snapshot is not None
    return [one.person.name.zh for one in page.snapshot.attendees if one.signed_in_at is not None]


def press(qtbot: QtBot, page: DoorPage, key: Qt.Key, modifier: Qt.KeyboardModifier = NOTHING) -> None:
    qtbot.keyClick(page.window().focusWidget(), key, modifier)


def test_initials_and_enter_tick_one_after_the_other(page: DoorPage, qtbot: QtBot) -> None:
    assert page.line.hasFocus()
    type_line(qtbot, page, "lt")
    type_line(qtbot, page, "王明")
    told = (page.line.text(), page.list.current_key(), page.said.text().partition(" ")[0])
    qtbot.waitUntil(lambda: here(page) == ["梁涛", "王明"])
    assert told == ("", "", "已签到：王明")
    assert (page.counts.here.text(), page.counts.words.text()) == (
        "实到 2 人",
        "应到 4 人 · 未到 2 人 · 另有未列名 26 人",
    )


def test_a_second_enter_ticks_nobody_and_whoever_is_here_is_said_to_be(page: DoorPage, qtbot: QtBot) -> None:
    type_line(qtbot, page, "lt")
    press(qtbot, page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: here(page) == ["梁涛"])
    type_line(qtbot, page, "liangtao")
    at = page.snapshot.attendees[1].signed_in_at
    assert (page.said.text(), here(page)) == (f"梁涛已于{at:%H:%M}签到", ["梁涛"])


def test_backspace_in_an_empty_line_takes_step_by_step_back(page: DoorPage, qtbot: QtBot) -> None:
    type_line(qtbot, page, "lt")
    type_line(qtbot, page, "wm")
    qtbot.waitUntil(lambda: here(page) == ["梁涛", "王明"])
    press(qtbot, page, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: here(page) == ["梁涛"])
    assert page.said.text() == "已撤销：王明"
    press(qtbot, page, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: here(page) == [])
    assert page.desk is not None
    assert not page.desk.can_undo


def test_backspace_leaves_what_was_not_done_here(window: MainWindow, page: DoorPage, qtbot: QtBot) -> None:
    type_line(qtbot, page, "lt")
    qtbot.waitUntil(lambda: here(page) == ["梁涛"])
    room: Any = window.rooms["people"]
    room.desk.add_person("李新", lambda _id: None)
    until(qtbot, page, lambda snapshot: len(snapshot.attendees) == 5)
    assert page.desk is not None
    assert not page.desk.can_undo


def test_somebody_else_came(window: MainWindow, page: DoorPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.line, "wm")
    press(qtbot, page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    asked = page.form.heading.text()
    type_line(qtbot, page.form, "李新")
    until(qtbot, page, lambda snapshot: snapshot.attendees[2].reply is Reply.SUBSTITUTE)
    [came] = [one for one in page.snapshot.attendees if one.signed_in_at]
    assert (asked, came.substitute.name.zh, page.said.text()) == ("谁代王明参会？", "李新", "已签到：李新（代王明）")
    assert (page.form.isVisible(), page.line.hasFocus(), page.line.text()) == (False, True, "")
    window.link.undo(newest=True)
    until(qtbot, page, lambda snapshot: snapshot.attendees[2].substitute is None)


def test_a_walk_in_is_named_and_given_a_unit_in_one_go(page: DoorPage, qtbot: QtBot) -> None:
    type_line(qtbot, page, "李新")
    assert (page.form.isVisible(), page.form.who.text()) == (True, "李新")
    press(qtbot, page, Qt.Key.Key_Return)
    type_line(qtbot, page.form, "whdx")
    until(qtbot, page, lambda snapshot: len(snapshot.attendees) == 5)
    came = page.snapshot.attendees[-1]
    told = (came.person.name.zh, came.unit.zh, came.reply, came.side_id, came.signed_in_at is not None)
    assert told == ("李新", "武汉大学", Reply.WALK_IN, page.snapshot.sides[0].id, True)


def test_enter_on_the_side_lets_a_walk_in_in(page: DoorPage, qtbot: QtBot) -> None:
    type_line(qtbot, page, "李新")
    page.form.side.setFocus()
    press(qtbot, page, Qt.Key.Key_Return)
    until(qtbot, page, lambda snapshot: len(snapshot.attendees) == 5)
    assert page.snapshot.attendees[-1].reply is Reply.WALK_IN


def test_escape_leaves_the_form_the_text_and_then_the_page(window: MainWindow, page: DoorPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.line, "wm")
    press(qtbot, page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, page, Qt.Key.Key_Escape)
    assert (page.form.isVisible(), page.line.hasFocus(), here(page)) == (False, True, [])
    qtbot.keyClicks(page.line, "w")
    press(qtbot, page, Qt.Key.Key_Escape)
    assert page.line.text() == ""
    press(qtbot, page, Qt.Key.Key_Escape)
    room: Any = window.rooms["people"]
    assert (room.side_pages.is_open, room.bar.line.hasFocus()) == (False, True)


def test_a_name_typed_after_escape_renames_nobody(window: MainWindow, page: DoorPage, qtbot: QtBot) -> None:
    room: Any = window.rooms["people"]
    names = [one.person.name.zh for one in room.snapshot.attendees]
    press(qtbot, page, Qt.Key.Key_Escape)
    qtbot.keyClicks(window.focusWidget(), "li")
    assert (room.bar.line.text(), room.table.state()) == ("li", QAbstractItemView.State.NoState)
    assert [one.person.name.zh for one in room.snapshot.attendees] == names


def test_space_on_a_line_ticks_and_takes_back(page: DoorPage, qtbot: QtBot) -> None:
    page.list.setFocus()
    page.list.choose_first()
    press(qtbot, page, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: here(page) == ["高大富"])
    press(qtbot, page, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: here(page) == [])
    press(qtbot, page, Qt.Key.Key_W)
    assert (page.line.text(), page.line.hasFocus()) == ("w", True)


def test_the_sheet_to_sign_in_leads_to_the_door_and_the_proof_sheet_to_its_page(
    window: MainWindow, page: DoorPage, qtbot: QtBot
) -> None:
    room: Any = window.rooms["people"]
    room.side_pages.close()
    window.show_room("papers")
    papers: Any = window.rooms["papers"]
    rows = {row.document: row for row in papers.papers.rows()}
    for document, number in (("sign-in", "door"), ("proof-sheet", "proof")):
        menu = fill_menu(QMenu(papers), papers, rows[document])
        menu.actions()[-1].trigger()
        assert room.side_pages.stack.currentWidget() is getattr(room.side_pages, number)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_both_pages_fit_and_every_control_is_named(
    window: MainWindow, page: DoorPage, qtbot: QtBot, language: str
) -> None:
    speak(window, language)
    window.show_room("people")
    found = nameless(page)
    type_line(qtbot, page, "李新")
    found += cut(page)
    window.show_place(PROOF)
    room: Any = window.rooms["people"]
    proof = room.side_pages.proof
    assert [*found, *nameless(proof), *cut(proof)] == []
    assert [text for text in words(proof) if language == "en" and CHINESE.search(text)] == []
