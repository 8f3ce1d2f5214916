"""The page of a batch: a table typed, pasted and edited; what a paste is understood to be; clauses of a line."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.imports.party_table import Known, KnownUnit
from models.snapshots.shapes import Bilingual
from models.templates import builtin_template, builtin_templates
from tests.sample_meetings import sample_meetings
from tests.ui import seen
from tests.ui.conftest import type_line
from ui.agreements.batch_common import first_values
from ui.agreements.batch_page import BatchPage
from ui.agreements.batch_reading import BatchLists
from ui.widgets.picker_entries import Entry

MEETING = "shengzhou-zjipc"


@pytest.fixture
def page(qtbot: QtBot) -> BatchPage:
    """The page on the meeting whose eight agreements are signed, with its units to pick."""
    snapshot = sample_meetings()[MEETING]
    units = snapshot.all_organizations
    known = Known(units=tuple(KnownUnit(unit.id, unit.name, (unit.name.zh, unit.name.en)) for unit in units))
    entries = tuple(Entry(unit.id, unit.name.zh) for unit in units)
    names = {unit.id: unit.name for unit in units}
    found = BatchPage()
    qtbot.addWidget(found)
    found.resize(1140, 640)
    found.show_snapshot(snapshot, None)
    found.retranslate("zh")
    found.begin()
    found._take_lists(BatchLists(builtin_templates(), (), entries, ("实习实训基地",), known, names))
    found.show()
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    return found


def paste(page: BatchPage, *rows: str) -> None:
    """Put rows on the clipboard as a sheet does, and paste them."""
    mime = QMimeData()
    mime.setText("\n".join(row.replace("|", "\t") for row in rows))
    QApplication.clipboard().setMimeData(mime)
    page.paste_button.click()
    QApplication.clipboard().clear()  # what Python made must not outlive Python there


def units(page: BatchPage) -> list[object]:
    return [page.offers.name_of(line.unit) for line in page.lines]


def test_units_are_typed_one_below_the_other(page: BatchPage, qtbot: QtBot):
    page.take_focus()
    type_line(qtbot, page, "万能弹簧")
    type_line(qtbot, page, "新昌轴承有限公司")
    known = next(entry.value for entry in page.offers.units if entry.words == "万能弹簧")
    assert [line.unit for line in page.lines] == [known, "新昌轴承有限公司"]
    assert (units(page), page.draft_button.text().strip()) == (["万能弹簧", "新昌轴承有限公司"], "起草 2 份协议")
    QAbstractItemModelTester(page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_rows_pasted_with_headings_are_planned_before_they_are_taken(page: BatchPage, qtbot: QtBot):
    rows = ("金额（万元）|企业名称|签约人|职务", "10|双鸟集团|李强|总经理", "约十万|浙江中益机械有限公司||", "|||张三")
    paste(page, *rows)
    assert page.pages.currentWidget() is page.plan_page
    assert page.plan_page.heading.text() == "识别 2 行，新人员 1 人，略去 1 行"
    assert [row.id for row in page.plan_page.model.rows()] == [2, 3, 4]
    assert page.lines == ()
    qtbot.keyClick(page.plan_page.apply_button, Qt.Key.Key_Space)
    assert units(page) == ["双鸟集团", "浙江中益机械有限公司"]
    assert [(line.signatory, line.capacity_zh, line.amount) for line in page.lines] == [
        ("李强", "总经理", Decimal(100_000)),
        (None, "", None),
    ]


def test_what_is_entered_is_taken_back_step_by_step_before_it_is_drafted(page: BatchPage):
    steps = page.history.steps
    assert steps.can_undo() is False
    paste(page, "企业名称|签约人", "甲乙丙公司|张一", "丁戊公司|李二")
    page.plan_page.apply_button.click()
    page._set("signatory", "王五")
    page._remove([page.lines[0].id])
    seen_units = [units(page)]
    for _step in range(2):
        steps.undo()
        seen_units.append(units(page))
    assert (seen_units, page.values["signatory"]) == ([["丁戊公司"], *[["甲乙丙公司", "丁戊公司"]] * 2], None)
    steps.undo()
    assert (page.lines, steps.can_undo()) == ((), False)
    for _step in range(3):
        steps.redo()
    assert (units(page), page.values["signatory"], steps.can_redo()) == (["丁戊公司"], "王五", False)


def test_a_plan_that_is_declined_leaves_the_table_as_it_was(page: BatchPage, qtbot: QtBot):
    paste(page, "双鸟集团|李强", "特种链轮|王芳")
    qtbot.keyClick(page.plan_page, Qt.Key.Key_Escape)
    assert (page.lines, page.pages.currentIndex()) == ((), 0)


def test_units_of_the_other_side_are_taken_that_have_no_agreement_yet(page: BatchPage):
    snapshot = sample_meetings()[MEETING]
    page.panel.field_edited.emit(1, "unit", page.values["unit"], snapshot.sides[1].units[0].id)
    page.take_units()
    assert page.lines == ()
    page.show_snapshot(replace(snapshot, agreements=snapshot.agreements[:6]), None)
    page.take_units()
    page.take_units()
    assert units(page) == ["高翔工贸", "万能弹簧"]


def test_cells_are_edited_and_what_is_no_amount_keeps_its_value(page: BatchPage):
    paste(page, "双鸟集团|李强", "特种链轮|王芳")
    page.plan_page.accepted.emit()
    first, second = page.lines
    page.table.choose_rows([first.id, second.id])
    page.table.set_cells("amount", "12万元")
    assert [line.amount for line in page.lines] == [Decimal(120_000)] * 2
    page.table.set_cells("amount", "很多")
    assert [line.amount for line in page.lines] == [Decimal(120_000)] * 2
    number = page.model.number_of("amount")
    assert page.model.index(0, number).data() == "120,000.00"
    page.table.rows_deleted.emit((first.id,))
    assert units(page) == ["特种链轮"]


def test_an_amount_lets_its_clause_stand_and_a_clause_can_be_left_out(page: BatchPage):
    paste(page, "双鸟集团|李强", "特种链轮|王芳")
    page.plan_page.accepted.emit()
    first, second = page.lines
    page.table.choose_cell(first.id, "amount")
    page.table.set_cells("amount", "1000")
    stands = [int(line.clauses.split("/")[0]) for line in page.lines]
    assert stands[0] == stands[1] + 1
    page.table.choose_cell(second.id, "unit")
    standards = next(one for one in page._choice().actions() if one.text() == "标准建设")
    standards.trigger()
    assert [line.left_out for line in page.lines] == [frozenset(), frozenset({"standards"})]
    assert int(page.lines[1].clauses.split("/")[0]) == stands[1] - 1


def test_another_template_brings_its_own_questions_as_columns(page: BatchPage):
    page.panel.field_edited.emit(1, "template", "school-enterprise", "letter-of-intent")
    keys = {column.key for column in page.model.columns}
    assert {"answer:tech.name_zh", "answer:intent.exclusive_months_zh"} <= keys
    assert "answer:tech.name_zh" in page.panel.editors
    page.panel.field_edited.emit(1, "answer:tech.name_zh", "", "高强度弹簧钢")
    paste(page, "双鸟集团|李强", "特种链轮|王芳")
    page.plan_page.accepted.emit()
    first = page.lines[0]
    page.table.choose_cell(first.id, "unit")
    page.table.set_cells("answer:intent.exclusive_months_zh", "6")
    stands = [int(line.clauses.split("/")[0]) for line in page.lines]
    assert stands[0] == stands[1] + 1


def test_a_third_party_of_all_stands_in_each_row_and_a_line_may_have_another(page: BatchPage):
    association, other = (entry.value for entry in page.offers.units[:2])
    for column, value in (("third_role", "witness"), ("third", association)):
        page.panel.field_edited.emit(1, column, None, value)
    paste(page, "双鸟集团|李强", "特种链轮|王芳")
    page.plan_page.accepted.emit()
    page.table.choose_cell(page.lines[1].id, "unit")
    page.table.set_cells("third", other)
    given = [[(party.unit, party.is_witness) for party in row.others] for row in page.rows()]
    assert given == [[(association, True)], [(other, True)]]


def test_names_are_kept_for_the_language_and_the_page_speaks_english(page: BatchPage):
    paste(page, "新昌轴承|李强", "特种链轮|王芳")
    page.plan_page.accepted.emit()
    page.retranslate("en")
    assert (page.title.text(), page.draft_button.text().strip()) == ("Draft a batch", "Draft 2 agreements")
    assert page.model.index(0, 1).data() == "新昌轴承"
    assert (
        page.outlook.text() == "Signing order of the meeting afterwards: Framework agreement 8 → Specific agreement 2"
    )


def test_rows_are_put_in_another_order(page: BatchPage):
    paste(page, "双鸟集团|", "特种链轮|", "万能弹簧|")
    page.plan_page.accepted.emit()
    first, second, third = page.lines
    page.table.rows_moved.emit((third.id,), first.id)
    assert [line.id for line in page.lines] == [third.id, first.id, second.id]
    page.table.rows_moved.emit((third.id,), None)
    assert [line.id for line in page.lines] == [first.id, second.id, third.id]


def test_the_unit_of_most_agreements_is_proposed_as_it_signed_the_last():
    snapshot = sample_meetings()["demo-full"]
    values = first_values(snapshot, builtin_template("school-enterprise"))
    university = next(unit for unit in snapshot.all_organizations if unit.name.zh == "沧澜大学")
    assert (values["unit"], values["capacity_zh"], values["row_place"]) == (university.id, "副校长", 1)
    (vice,) = (one for one in snapshot.attendees if one.person.id == values["signatory"])
    promoted = replace(vice, posts=(replace(vice.posts[0], title=Bilingual("常务副校长", "Executive Vice President")),))
    others = tuple(promoted if one is vice else one for one in snapshot.attendees)
    anew = first_values(replace(snapshot, attendees=others), builtin_template("school-enterprise"))
    assert (anew["capacity_zh"], anew["capacity_en"]) == ("常务副校长", "Executive Vice President")
    college = sample_meetings()[MEETING]
    bare = first_values(replace(college, agreements=()), builtin_template("school-enterprise"))
    assert (bare["unit"], bare["signed_on"]) == (college.sides[1].units[0].id, college.meeting.starts_on)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_control_has_a_name(page: BatchPage, language: str):
    page.panel.field_edited.emit(1, "third_role", "", "party")
    paste(page, "新昌轴承|李强", "特种链轮|王芳")
    page.retranslate(language)
    assert seen.nameless(page) == []
    page.plan_page.accepted.emit()
    assert seen.nameless(page) == []
