"""The form in the page that asks what a step needs."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.codes import AgreementStatus
from models.rules.agreement_steps import Step
from tests import sample_snapshots as make
from ui.agreements.lifecycle_words import form_of
from ui.agreements.step_form import Answers, Asked, Form, StepForm

MARKS = (("for_review", "送审稿"), ("for_comment", "征求意见稿"))


@pytest.fixture
def form(qtbot: QtBot) -> StepForm:
    made = StepForm()
    qtbot.addWidget(made)
    return made


def ask(form: StepForm, *asked: Asked) -> list[Answers]:
    """Ask; what is answered later comes into the list."""
    given: list[Answers] = []
    form.ask(Form("定稿", "", "定稿", asked, ("尚未办结：份数",)), given.append, "zh")
    return given


def test_enter_goes_on_once_everything_needed_is_there(form: StepForm, qtbot: QtBot):
    given = ask(form, Asked("reason", "原因", needed=True), Asked("note", "备注"))
    line = form.lines["reason"]
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert (given, form.go_button.isEnabled(), form.note.text()) == ([], False, "尚未办结：份数")
    qtbot.keyClicks(line, " why ")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert (given, form.isHidden(), form.asking()) == ([{"reason": "why", "note": ""}], True, False)


def test_days_are_read_generously_and_never_guessed(form: StepForm):
    given = ask(form, Asked("day", "日期", "2024-05-20", day=True))
    form.lines["day"].setText("2024年6月1日")
    assert form.answers() == {"day": "2024-06-01"}
    form.lines["day"].setText("下周")
    assert (form.answers(), form.go_button.isEnabled()) == (None, False)
    form.lines["day"].clear()
    form.go_button.click()
    assert given == [{"day": ""}]


def test_one_of_the_choices_is_taken(form: StepForm):
    given = ask(form, Asked("mark", "稿件标识", "for_review", choices=MARKS))
    form.choices["mark"][1].click()
    form.go_button.click()
    assert given == [{"mark": "for_comment"}]


def test_escape_gives_up(form: StepForm, qtbot: QtBot):
    given = ask(form, Asked("note", "备注"))
    qtbot.keyClick(form.lines["note"], Qt.Key.Key_Escape)
    assert (given, form.isHidden()) == ([], True)


def test_a_slip_in_a_day_is_remarked_while_it_is_typed(form: StepForm) -> None:
    signed = make.agreement(status=AgreementStatus.SIGNED, signed_on=date(2024, 5, 20))
    form.ask(form_of(Step.ARCHIVE, make.snapshot(agreements=(signed,)), signed, "zh"), list, "zh")
    scan = "尚未留存签署文本的扫描件，可在“归档与扫描件”中添加。"
    assert form.note.text() == scan
    form.lines["day"].setText("2024-5-1")
    assert form.note.text().split("\n") == ["早于签订日期（2024-05-20），请核对。", scan]
    form.lines["day"].setText("2999-1-1")
    assert form.note.text().split("\n") == ["该日期在今天之后，请核对。", scan]
