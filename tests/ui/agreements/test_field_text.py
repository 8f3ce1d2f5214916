"""The text editor: chips are whole, what is stored is what was written, paste is plain, undo while typing."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QImage, QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.clause_reading import ShownToken, shown_tokens
from models.rules.clause_text import TokenKind
from ui.agreements.chips import MARK, chip_tip, chip_words
from ui.agreements.field_text import STORE_AFTER, FieldText

SOURCE = "与{{ party_b.short_zh }}{% if party_c %}三方{% endif %}\n共建{{ party_b.short_zh }}{{ party_b.short_zh }}。"
VALUES = {"party_b": {"short_zh": "武大"}}
CTRL = Qt.KeyboardModifier.ControlModifier
MakeText = Callable[..., FieldText]


@pytest.fixture
def make_text(qtbot: QtBot) -> MakeText:
    """Makes a text that shows a source, with the keyboard at its end."""

    def made(source: str = SOURCE, *, one_line: bool = False) -> FieldText:
        text = FieldText(one_line=one_line)
        qtbot.addWidget(text)
        text.resize(420, 200)
        text.show_source(source, read)
        text.show()
        text.activateWindow()
        text.setFocus()
        qtbot.waitUntil(text.hasFocus)
        text.moveCursor(QTextCursor.MoveOperation.End)
        return text

    return made


def read(source: str) -> tuple[ShownToken, ...]:
    return shown_tokens(source, VALUES, "zh")


def paste(into: FieldText, **given: object) -> None:
    """Put something on the clipboard and paste it."""
    mime = QMimeData()
    for name, value in given.items():
        getattr(mime, f"set{name.capitalize()}")(value)
    into.insertFromMimeData(mime)


def test_what_is_shown_is_what_is_stored(make_text: MakeText):
    text = make_text()
    assert text.source() == SOURCE
    assert text.toPlainText() == f"与{MARK}{MARK}三方{MARK}\n共建{MARK}{MARK}。"
    assert text.expressions()[0] == "{{ party_b.short_zh }}"


def test_a_chip_is_deleted_as_a_whole(make_text: MakeText, qtbot: QtBot):
    text = make_text("甲{{ party_b.short_zh }}")
    qtbot.keyClick(text, Qt.Key.Key_Backspace)
    assert text.source() == "甲"
    qtbot.keyClick(text, Qt.Key.Key_Z, CTRL)
    assert text.source() == "甲{{ party_b.short_zh }}"


def test_typing_is_told_once_soon_after_the_first_key(make_text: MakeText, qtbot: QtBot):
    text = make_text("甲")
    with qtbot.waitSignal(text.edited) as told:
        qtbot.keyClicks(text, "abc")
    assert told.args == ["甲", "甲abc"]
    assert not text.typing()


def test_somebody_who_never_pauses_loses_no_more_than_three_seconds(make_text: MakeText, qtbot: QtBot):
    text, told = make_text("甲"), []
    text.edited.connect(lambda *change: told.append(change))
    qtbot.keyClicks(text, "a")
    first = time.perf_counter()
    waits = []
    while len(waits) < 3 and not told:  # told already: the machine stood still for so long
        qtbot.keyClicks(text, "b", delay=20)
        passed = (time.perf_counter() - first) * 1000
        waits.append((text.wait_left(), STORE_AFTER - passed + 1))  # a millisecond is the unit of timers
    assert [left <= most for left, most in waits] == [True] * len(waits)
    assert told or len(waits) == 3


def test_nothing_is_stored_or_replaced_while_characters_are_composed(make_text: MakeText, qtbot: QtBot):
    text = make_text("甲")
    qtbot.keyClicks(text, "a")
    compose(text, "zhong")
    text.show_source("乙", read)
    text.retranslate("en")
    assert (preedit(text), text.source(), text.wait_left()) == ("zhong", "甲a", -1)
    with qtbot.waitSignal(text.composed):
        compose(text, "", "中")
    assert (text.source(), text.stored, text.wait_left() > 0) == ("甲a中", "甲", True)


def test_a_text_that_came_while_composing_is_shown_when_nothing_was_taken(make_text: MakeText):
    text = make_text("甲")
    compose(text, "zhong")
    text.show_source("乙", read)
    compose(text, "")
    assert (text.source(), text.stored, text.typing()) == ("乙", "乙", False)


def compose(text: FieldText, shown: str, taken: str = "") -> None:
    """What a Chinese input method sends."""
    event = QInputMethodEvent(shown, [])
    event.setCommitString(taken)
    QApplication.sendEvent(text, event)


def preedit(text: FieldText) -> str:
    return text.textCursor().block().layout().preeditAreaText()


def test_a_line_feed_at_the_end_is_not_taken_for_another_text(make_text: MakeText, qtbot: QtBot):
    text, told = make_text("甲"), []
    text.edited.connect(lambda before, after: told.append((before, after)))
    qtbot.keyClick(text, Qt.Key.Key_Return)
    qtbot.keyClicks(text, "b")
    qtbot.keyClick(text, Qt.Key.Key_Return)
    text.commit()
    qtbot.keyClicks(text, "c")
    text.commit()
    assert told == [("甲", "甲\nb"), ("甲\nb", "甲\nb\nc")]


def test_leaving_tells_at_once_and_only_what_changed(make_text: MakeText, qtbot: QtBot):
    text = make_text("甲")
    with qtbot.assertNotEmitted(text.edited):
        text.clearFocus()
    text.setFocus()
    qtbot.keyClicks(text, "b")
    with qtbot.waitSignal(text.edited):
        text.clearFocus()


def test_braces_typed_by_hand_become_a_chip(make_text: MakeText, qtbot: QtBot):
    text = make_text("甲")
    qtbot.keyClicks(text, "{{ party_b.short_zh }}x")
    assert (text.toPlainText(), text.source()) == (f"甲{MARK}x", "甲{{ party_b.short_zh }}x")


def test_a_chip_typed_by_hand_can_be_undone(make_text: MakeText, qtbot: QtBot):
    text = make_text("甲")
    qtbot.keyClicks(text, "{{ x }}")
    seen = []
    for _time in range(2):
        qtbot.keyClick(text, Qt.Key.Key_Z, CTRL)
        seen.append(text.toPlainText())
    assert seen == ["甲{{ x }}", "甲"]


def test_a_chip_is_made_behind_rare_characters(make_text: MakeText, qtbot: QtBot):
    text = make_text("𠮷𠮷")
    qtbot.keyClicks(text, "{{ x }}a")
    assert (text.toPlainText(), text.source()) == (f"𠮷𠮷{MARK}a", "𠮷𠮷{{ x }}a")


def test_a_clause_of_fifty_thousand_characters_is_laid_out_once(make_text: MakeText):
    text, sizes = make_text(""), []
    text.document().documentLayout().documentSizeChanged.connect(sizes.append)
    source = ("合作内容{{ party_b.short_zh }}，" * 2000)[:50_000]
    text.show_source(source, read)
    assert text.source() == source
    assert len(sizes) < 10


def test_a_field_is_inserted_in_the_place_of_what_is_marked(make_text: MakeText):
    text = make_text("甲乙丙")
    cursor = text.textCursor()
    cursor.setPosition(1)
    cursor.setPosition(2, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    text.insert_expression("{{ court_zh }}")
    assert text.source() == "甲{{ court_zh }}丙"


def test_paste_is_plain_and_expressions_in_it_become_chips(make_text: MakeText):
    text = make_text("")
    paste(text, html="<b>粗</b>\r\n<i>{{ x }}</i>\x07", text="粗\r\n{{ x }}\x07")
    assert (text.source(), text.toPlainText()) == ("粗\n{{ x }}", f"粗\n{MARK}")


def test_paste_leaves_out_what_no_paper_can_show(make_text: MakeText):
    text = make_text("")
    text.insertFromMimeData(mime_of("a\ufeff\x85b\u2028c\x9f\ufffe\x00d\u2029e"))
    assert text.source() == "a\nb\ncd\ne"


def mime_of(words: str) -> QMimeData:
    mime = QMimeData()
    mime.setText(words)
    return mime


def test_a_pasted_heading_stays_on_one_line(make_text: MakeText):
    text = make_text("", one_line=True)
    paste(text, text="合作\n 目标 ")
    assert text.source() == "合作 目标"


def test_a_picture_is_refused_with_a_word(make_text: MakeText, qtbot: QtBot):
    text = make_text("甲")
    with qtbot.waitSignal(text.picture_pasted):
        text.insertFromMimeData(picture())
    assert text.source() == "甲"


def picture() -> QMimeData:
    mime = QMimeData()
    mime.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    return mime


def test_a_copy_carries_words_for_others_and_chips_for_ourselves(make_text: MakeText):
    text, other = make_text("与{{ party_b.short_zh }}签"), make_text("")
    text.selectAll()
    text.copy()
    assert QApplication.clipboard().text() == "与武大签"
    other.paste()
    assert other.source() == "与{{ party_b.short_zh }}签"


def test_a_stored_text_that_changes_replaces_one_that_nobody_types_in(make_text: MakeText, qtbot: QtBot):
    text = make_text("甲")
    text.show_source("乙", read)
    assert text.source() == "乙"
    qtbot.keyClicks(text, "b")
    text.show_source("丙", read)
    assert (text.source(), text.stored, text.typing()) == ("乙b", "乙", True)


def test_new_values_leave_text_cursor_and_undo_alone(make_text: MakeText, qtbot: QtBot):
    text = make_text("甲{{ court_zh }}")
    qtbot.keyClicks(text, "x")
    text.commit()
    text.show_source("甲{{ court_zh }}x", partial(shown_tokens, values={"court_zh": "法院"}, language="zh"))
    assert text.token_of("{{ court_zh }}").value == "法院"
    assert text.document().isUndoAvailable()
    assert text.textCursor().atEnd()


def test_a_line_feed_just_typed_is_not_taken_away_when_the_stored_text_comes_back(make_text: MakeText, qtbot: QtBot):
    text = make_text("甲")
    qtbot.keyClicks(text, "b")
    qtbot.keyClick(text, Qt.Key.Key_Return)
    text.commit()
    text.show_source("甲b", read)
    assert text.source() == "甲b\n"


def test_a_chip_leads_to_its_fact_by_keyboard(make_text: MakeText, qtbot: QtBot):
    text = make_text("甲{{ party_b.short_zh }}")
    with qtbot.waitSignal(text.chip_opened) as opened:
        qtbot.keyClick(text, Qt.Key.Key_F2)
    assert opened.args == ["party_b.short_zh"]


def test_enter_leaves_a_heading(make_text: MakeText, qtbot: QtBot):
    text = make_text("标题", one_line=True)
    qtbot.keyClick(text, Qt.Key.Key_Return)
    assert text.source() == "标题"


CHIPS = {
    "{{ party_b.short_zh }}": ("武大", "乙方简称（中文）：武大"),
    "{{ court_zh }}": ("管辖法院：未填", "管辖法院（中文）：未填。双击前往填写。"),
    "{% if party_c %}": ("如有丙方", "如有丙方"),
    "{% if not party_c %}": ("如无丙方", "如无丙方"),
    "{% if a == 1 %}": ("如a = 1", "如a = 1"),
    "{{ a b }}": ("{{ a b }}", "无法识别：{{ a b }}"),
}


@pytest.mark.parametrize(("source", "words"), CHIPS.items())
def test_what_chips_say(source: str, words: tuple[str, str]):
    token = read(source)[0]
    assert (chip_words(token, "zh"), chip_tip(token, "zh")) == words


def test_what_loops_and_branches_say():
    shown = read(
        "{% for party in parties %}{{ party.short_zh }}{% if not loop.last %}{% endif %}{% endfor %}"
        "{% if a %}{% elif b %}{% else %}{% endif %}"
    )
    words = [chip_words(token, "en") for token in shown if token.kind is not TokenKind.WORDS]
    assert words == [
        "for each: all parties",
        "party: short name (Chinese)",
        "if it is not the last of the list",
        "end",
        "end",
        "with a",
        "otherwise, if b",
        "otherwise",
        "end",
    ]
