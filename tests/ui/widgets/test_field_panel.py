"""The field panel: what is typed is told once, outlives a reload, and comes back after a refusal."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import load_theme
from ui.widgets.choice_editors import DateEditor
from ui.widgets.field_panel import Field, FieldKind, FieldPanel, FieldSection
from ui.widgets.line_editors import MaskedEditor
from ui.widgets.picker import Picker
from ui.widgets.picker_entries import Entry

NEAR = date(2024, 5, 20)
FIELDS = (
    Field("title", "Agenda item", FieldKind.BILINGUAL_LINE),
    Field("day", "Day", FieldKind.DATE, near=lambda: NEAR),
    Field("start", "Start", FieldKind.TIME),
    Field("minutes", "Minutes", FieldKind.NUMBER),
    Field("amount", "Minutes", FieldKind.NUMBER, decimals=2),
    Field("kind", "Kind", FieldKind.CHOICE, choices=lambda language: [(1, "eins"), (2, f"zwei {language}")]),
    Field("phone", "Mobile", masked=True),
    Field("detail", "Content", FieldKind.TEXT),
    Field("done", "Agenda", FieldKind.FLAG),
    Field("who", "Moderator", FieldKind.PICK, entries=lambda _: [Entry(7, "梁涛"), Entry(8, "李强")]),
    Field("end", "End", FieldKind.TIME, computed=True),
)
SECTIONS = (FieldSection("", FIELDS),)
VALUES: dict[str, Any] = {
    "title_zh": "致辞",
    "title_en": "",
    "day": NEAR,
    "start": time(9),
    "minutes": 30,
    "amount": Decimal("1.50"),
    "kind": 1,
    "phone": "13812345678",
    "detail": "要点",
    "done": False,
    "who": 7,
    "end": time(9, 30),
}


class ToldPanel(FieldPanel):
    """A panel that keeps its edits."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[Any, ...]] = []
        self.escapes = 0
        self.field_edited.connect(lambda *edit: self.told.append(edit))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count what no field has taken."""
        self.escapes += event.key() == Qt.Key.Key_Escape


@pytest.fixture
def panel(qtbot: QtBot) -> ToldPanel:
    """A panel that shows record 5."""
    made = ToldPanel()
    qtbot.addWidget(made)
    made.retranslate("zh")
    made.retheme(load_theme("light"))
    made.resize(320, 900)
    made.show_record(5, "致辞", "第 1 项", SECTIONS, VALUES)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def line(panel: FieldPanel, column: str) -> QLineEdit:
    """The line of a field."""
    found: QWidget = panel.editors[column].input()
    assert isinstance(found, QLineEdit)
    return found


def write(widget: QWidget, text: str) -> None:
    """Type any text, Chinese too, as an input method hands it over."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def enter(qtbot: QtBot, panel: ToldPanel, column: str, text: str) -> None:
    """Type over a field and press Enter."""
    panel.focus_field(column)
    write(line(panel, column), text)
    qtbot.keyClick(line(panel, column), Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("column", "typed", "before", "after"),
    [
        ("title_zh", "领导致辞 ", "致辞", "领导致辞"),
        ("day", "21", NEAR, date(2024, 5, 21)),
        ("start", "9点半", time(9), time(9, 30)),
        ("minutes", "４５", 30, 45),
        ("amount", "1,200.5", Decimal("1.50"), Decimal("1200.5")),
    ],
)
def test_what_is_typed_is_told_with_enter(
    panel: ToldPanel, qtbot: QtBot, column: str, typed: str, before: object, after: object
):
    enter(qtbot, panel, column, typed)
    assert panel.told == [(5, column, before, after)]


def test_leaving_a_field_tells_what_was_typed_and_an_unchanged_one_nothing(panel: ToldPanel, qtbot: QtBot):
    panel.focus_field("title")
    qtbot.keyClick(line(panel, "title_zh"), Qt.Key.Key_Tab)
    write(line(panel, "title_en"), "Speech")
    qtbot.keyClick(line(panel, "title_en"), Qt.Key.Key_Tab)
    assert panel.told == [(5, "title_en", "", "Speech")]


def test_several_lines_are_told_when_the_focus_leaves(panel: ToldPanel, qtbot: QtBot):
    panel.focus_field("detail")
    text = panel.editors["detail"].input()
    write(text, "新要点")
    qtbot.keyClick(text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(text, Qt.Key.Key_Tab)
    assert panel.told == [(5, "detail", "要点", "新要点")]


def test_an_emptied_field_is_unknown(panel: ToldPanel, qtbot: QtBot):
    panel.focus_field("start")
    qtbot.keyClick(line(panel, "start"), Qt.Key.Key_Delete)
    qtbot.keyClick(line(panel, "start"), Qt.Key.Key_Return)
    assert panel.told == [(5, "start", time(9), None)]


def test_what_cannot_be_read_stays_typed_and_is_not_told(panel: ToldPanel, qtbot: QtBot):
    enter(qtbot, panel, "start", "soon")
    assert (panel.told, line(panel, "start").text()) == ([], "soon")
    assert panel.editors["start"].remark() == "这不是时间。例：9:30"
    qtbot.keyClick(line(panel, "start"), Qt.Key.Key_Escape)
    assert (line(panel, "start").text(), panel.editors["start"].remark()) == ("09:00", "")


def test_arrows_count_minutes_and_move_times_by_five(panel: ToldPanel, qtbot: QtBot):
    qtbot.keyClick(line(panel, "start"), Qt.Key.Key_Up)
    qtbot.keyClick(line(panel, "minutes"), Qt.Key.Key_Down)
    panel.keep_typed()
    assert panel.told == [(5, "start", time(9), time(9, 5)), (5, "minutes", 30, 29)]


def test_half_typed_text_outlives_a_reload_and_its_before_is_what_was_seen(panel: ToldPanel, qtbot: QtBot):
    panel.focus_field("title_zh")
    write(line(panel, "title_zh"), "新")
    panel.show_record(5, "致辞", "", SECTIONS, VALUES | {"title_zh": "别人改的", "minutes": 20})
    assert (line(panel, "title_zh").text(), line(panel, "minutes").text()) == ("新", "20")
    panel.keep_typed()
    assert panel.told == [(5, "title_zh", "致辞", "新")]


def test_escape_shows_what_is_stored_by_now(panel: ToldPanel, qtbot: QtBot):
    panel.focus_field("title_zh")
    write(line(panel, "title_zh"), "新")
    panel.show_record(5, "致辞", "", SECTIONS, VALUES | {"title_zh": "别人改的"})
    qtbot.keyClick(line(panel, "title_zh"), Qt.Key.Key_Escape)
    assert (panel.told, line(panel, "title_zh").text()) == ([], "别人改的")


def test_escape_where_nothing_is_typed_is_left_to_the_page(panel: ToldPanel, qtbot: QtBot):
    text = panel.editors["detail"].input()
    enter(qtbot, panel, "title_zh", "开幕式")
    for part in (line(panel, "title_zh"), text):
        qtbot.keyClick(part, Qt.Key.Key_Escape)
    assert panel.escapes == 2
    qtbot.keyClicks(text, "x")
    qtbot.keyClick(text, Qt.Key.Key_Escape)
    assert (panel.escapes, panel.editors["detail"].typing()) == (2, False)
    qtbot.keyClick(text, Qt.Key.Key_Escape)
    assert panel.escapes == 3


def test_an_older_snapshot_does_not_displace_what_was_just_entered(panel: ToldPanel, qtbot: QtBot):
    enter(qtbot, panel, "minutes", "45")
    panel.show_record(5, "致辞", "", SECTIONS, VALUES)
    assert line(panel, "minutes").text() == "45"
    panel.show_record(5, "致辞", "", SECTIONS, VALUES | {"minutes": 50})
    assert line(panel, "minutes").text() == "50"


def test_what_is_typed_after_an_edit_is_not_displaced_when_its_wait_is_over(panel: ToldPanel, qtbot: QtBot):
    enter(qtbot, panel, "title_zh", "一")
    panel.focus_field("title_zh")
    write(line(panel, "title_zh"), "二")
    editor = panel.editors["title_zh"]
    editor.waiting.setInterval(1)
    with qtbot.waitSignal(editor.waiting.timeout):
        pass
    assert line(panel, "title_zh").text() == "二"
    editor.restore()
    assert line(panel, "title_zh").text() == "致辞"


def test_another_record_first_tells_what_was_typed_for_the_one_before(panel: ToldPanel, qtbot: QtBot):
    panel.focus_field("title_zh")
    write(line(panel, "title_zh"), "新")
    before = panel.editors["title_zh"]
    panel.show_record(6, "讲话", "", SECTIONS, VALUES | {"title_zh": "讲话"})
    assert panel.told == [(5, "title_zh", "致辞", "新")]
    assert (panel.editors["title_zh"] is before, line(panel, "title_zh").text()) == (True, "讲话")


def test_a_refused_edit_shows_the_stored_value_and_offers_what_was_typed(panel: ToldPanel, qtbot: QtBot):
    enter(qtbot, panel, "title_zh", "新")
    panel.give_back("title_zh", "新")
    editor = panel.editors["title_zh"]
    assert (line(panel, "title_zh").text(), editor.remark()) == ("致辞", "未存入：新")
    editor.again.click()
    assert (line(panel, "title_zh").text(), editor.remark()) == ("新", "")
    panel.keep_typed()
    assert panel.told[1:] == [(5, "title_zh", "致辞", "新")]


def test_choices_flags_and_picks_are_told_at_once(panel: ToldPanel, qtbot: QtBot):
    qtbot.keyClick(panel.editors["kind"].input(), Qt.Key.Key_Down)
    qtbot.keyClick(panel.editors["done"].input(), Qt.Key.Key_Space)
    panel.focus_field("who")
    picker = panel.editors["who"].input()
    write(picker.focusProxy(), "李强")
    qtbot.keyClick(picker.focusProxy(), Qt.Key.Key_Return)
    assert panel.told == [(5, "kind", 1, 2), (5, "done", False, True), (5, "who", 7, 8)]


def test_a_phone_is_masked_until_it_is_asked_for(panel: ToldPanel, qtbot: QtBot):
    phone = line(panel, "phone")
    assert (phone.text(), phone.isReadOnly()) == ("138****5678", True)
    panel.editors["phone"].reveal.click()
    assert (phone.text(), phone.isReadOnly()) == ("13812345678", False)
    panel.show_record(6, "讲话", "", SECTIONS, VALUES)
    assert phone.text() == "138****5678"
    panel.show_record(7, "讲话", "", SECTIONS, VALUES | {"phone": ""})
    enter(qtbot, panel, "phone", "13900001111")
    assert panel.told == [(7, "phone", "", "13900001111")]


def test_a_day_is_taken_from_the_calendar(panel: ToldPanel, qtbot: QtBot):
    editor = panel.editors["day"]
    editor.button.click()
    days = editor.calendar.findChild(QTableView)
    qtbot.keyClick(days, Qt.Key.Key_Right)
    qtbot.keyClick(days, Qt.Key.Key_Return)
    assert panel.told == [(5, "day", NEAR, date(2024, 5, 21))]


def test_read_only_shows_everything_and_takes_nothing(panel: ToldPanel, qtbot: QtBot):
    panel.set_read_only(True)
    qtbot.keyClicks(line(panel, "title_zh"), "new")
    panel.keep_typed()
    assert (panel.told, line(panel, "title_zh").text()) == ([], "致辞")
    assert [panel.editors[column].input().isEnabled() for column in ("kind", "done", "who")] == [False] * 3
    panel.set_read_only(False)
    assert [line(panel, column).isReadOnly() for column in ("title_zh", "end")] == [False, True]


def test_everything_is_said_in_the_other_language_and_has_a_name(panel: ToldPanel):
    names = {column: editor.input().accessibleName() for column, editor in panel.editors.items()}
    assert names["title_en"] == "议程事项（英文）"
    assert all(names.values())
    panel.retranslate("en")
    assert panel.editors["title_en"].input().accessibleName() == "Agenda item (English)"
    assert panel.editors["kind"].input().currentText() == "eins"
    assert panel.editors["kind"].input().itemText(1) == "zwei en"


def test_a_cleared_panel_shows_no_record_and_focus_goes_nowhere(panel: ToldPanel):
    panel.clear()
    panel.focus_field("nowhere")
    assert (panel.row_id, panel.title.isVisible(), panel.told) == (None, False, [])


def test_a_widget_of_the_room_stands_behind_its_section_and_outlives_other_fields(panel: ToldPanel):
    own = QLineEdit()
    panel.add_widget(own, after="Place")
    sections = (*SECTIONS, FieldSection("Place", (Field("place", "Place"),)))
    panel.show_record(5, "致辞", "", sections, VALUES | {"place": "一号厅"})
    assert own.isVisible() and own.y() > panel.editors["place"].y()
    panel.show_record(6, "致辞", "", (FieldSection("Place", (Field("hall", "Place"),)),), {"hall": "二号厅"})
    assert own.isVisible()


def with_fields(**fields: Field) -> tuple[FieldSection, ...]:
    """The sections with other fields under the same keys."""
    return (FieldSection("", tuple(fields.get(field.key, field) for field in FIELDS)),)


def test_half_typed_words_outlive_other_entries_to_pick_from(panel: ToldPanel, qtbot: QtBot):
    picker = panel.editors["who"].input()
    assert isinstance(picker, Picker)
    picker.line.setFocus()
    picker.line.selectAll()
    qtbot.keyClicks(picker.line, "wang")
    more = Field("who", "Moderator", FieldKind.PICK, entries=lambda _: [Entry(7, "梁涛"), Entry(9, "王明")])
    panel.show_record(5, "致辞", "", with_fields(who=more), VALUES)
    assert (picker.text(), picker.value(), panel.told) == ("wang", 7, [])
    qtbot.keyClick(picker.line, Qt.Key.Key_Escape)
    assert picker.text() == "梁涛"


def test_what_was_created_from_typed_words_is_what_is_stored_from_then_on(panel: ToldPanel, qtbot: QtBot):
    offered = [Entry(7, "梁涛")]
    who = Field("who", "Moderator", FieldKind.PICK, entries=lambda _: tuple(offered), create_words="Create “{text}”")
    panel.show_record(5, "致辞", "", with_fields(who=who), VALUES)
    picker = panel.editors["who"].input()
    assert isinstance(picker, Picker)
    picker.line.setFocus()
    picker.line.selectAll()
    picker.type_text("赵敏")
    with qtbot.waitSignal(panel.create_requested):
        qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    offered.append(Entry(10, "赵敏（新）"))
    panel.show_record(5, "致辞", "", with_fields(who=who), VALUES | {"who": 10})
    assert (picker.text(), panel.editors["who"].stored) == ("赵敏（新）", 10)


def test_a_phone_that_is_hidden_while_it_is_typed_is_told(panel: ToldPanel, qtbot: QtBot):
    editor = panel.editors["phone"]
    assert isinstance(editor, MaskedEditor)
    editor.reveal.click()
    editor.edit.selectAll()
    write(editor.edit, "13900001111")
    editor.reveal.click()
    assert (editor.edit.text(), panel.told) == ("139****1111", [(5, "phone", "13812345678", "13900001111")])


def test_a_phone_that_comes_from_elsewhere_is_masked_and_one_that_goes_leaves_a_line_to_type_in(panel: ToldPanel):
    seen = []
    for phone in ("", "13700002222", ""):
        panel.show_record(5, "致辞", "", SECTIONS, VALUES | {"phone": phone})
        seen.append((line(panel, "phone").text(), line(panel, "phone").isReadOnly()))
    assert seen == [("", False), ("137****2222", True), ("", False)]


def test_what_was_refused_is_offered_by_the_record_it_was_typed_for(panel: ToldPanel):
    panel.show_record(6, "茶歇", "", SECTIONS, VALUES | {"minutes": 10})
    panel.give_back("minutes", 45, row_id=5)
    other = panel.editors["minutes"].remark()
    panel.show_record(5, "致辞", "", SECTIONS, VALUES)
    editor = panel.editors["minutes"]
    assert (other, editor.remark(), line(panel, "minutes").text()) == ("", "未存入：45", "30")
    panel.show_record(6, "茶歇", "", SECTIONS, VALUES)
    panel.show_record(5, "致辞", "", SECTIONS, VALUES)
    assert panel.editors["minutes"].remark() == ""


def test_the_calendar_stays_on_the_screen(panel: ToldPanel):
    screen = panel.screen().availableGeometry()
    panel.move(screen.right() - 40, screen.bottom() - 40)
    editor = panel.editors["day"]
    assert isinstance(editor, DateEditor)
    editor.open_calendar()
    assert editor.calendar is not None
    shown = editor.calendar.window()
    assert screen.contains(shown.geometry())
    shown.close()


def test_a_line_that_cannot_be_read_says_so_in_the_other_language_too(panel: ToldPanel, qtbot: QtBot):
    enter(qtbot, panel, "minutes", "many")
    panel.retranslate("en")
    assert panel.editors["minutes"].remark() == "This is no number. Example: 45"


def test_a_line_that_is_too_narrow_tells_the_whole(qtbot: QtBot):
    made = FieldPanel()
    qtbot.addWidget(made)
    made.retranslate("zh")
    long = "关于进一步深化校地合作的" * 4
    who = Field("who", "Moderator", FieldKind.PICK, entries=lambda _: [Entry(7, long)])
    made.show_record(5, "致辞", "", with_fields(who=who), VALUES | {"title_zh": long})
    made.show()
    picker = made.editors["who"].input()
    assert isinstance(picker, Picker)
    title, day = line(made, "title_zh"), line(made, "day")
    assert (title.toolTip(), picker.line.toolTip(), day.toolTip()) == (long, long, "2024年5月20日 星期一")
    title.setText("短")
    assert title.toolTip() == ""
