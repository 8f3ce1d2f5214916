"""The rows of the papers: every paper there is, what stands against it, ticks and formats that outlive a reload."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from exporters.registry import DOCUMENTS
from models.codes import AgreementLanguage, AgreementStatus
from models.snapshots.shapes import Revision
from tests import sample_snapshots as make
from tests.ui.test_export_worker import CLAUSE
from ui.export_worker import Choice
from ui.papers.filters import LACKING, MEETING, SIGNED, TICKED, PaperFilter
from ui.papers.rows import Lack, PapersModel, RowNumbers, content, paper_rows
from ui.papers.work import file_name

WRITTEN = make.agreement(clauses=(CLAUSE,))
UNWRITTEN = make.agreement("共建协议", "", key="base")
CHINESE = make.agreement("项目协议", "", key="project", clauses=(replace(CLAUSE, body=make.both("双方合作。")),))
SNAPSHOT = make.snapshot(
    attendees=(make.attendee(),), agenda=(make.agenda_item(),), agreements=(WRITTEN, UNWRITTEN, CHINESE)
)
ROWS = paper_rows(SNAPSHOT, ("itinerary",))
CHECK = Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def model(qapp) -> PapersModel:
    made = PapersModel()
    made.take_all(ROWS)
    made.show_rows(ROWS)
    return made


def row(document: str, key: str | None, language: str):
    """The row with this name."""
    return next(one for one in ROWS if one.name == (document, key, language))


def test_every_paper_of_the_registry_is_listed_in_each_language_and_an_agreement_by_itself():
    names: list[tuple[str, str | None, str]] = [("signing-set", None, "zh")]  # none is signed in English
    for kind in (one for one in DOCUMENTS if one.key != "comparison"):  # no revision was kept yet
        keys = [one.key for one in SNAPSHOT.agreements] if kind.per_agreement else [None]
        names += [(kind.key, key, language) for key in keys for language in kind.languages]
    assert [one.name for one in ROWS] == names


@pytest.mark.parametrize(
    ("revisions", "status", "listed"),
    [(1, AgreementStatus.DRAFT, True), (1, AgreementStatus.FINAL, False), (2, AgreementStatus.SIGNED, True)],
)
def test_a_comparison_is_listed_where_there_are_two_texts(revisions: int, status: AgreementStatus, listed: bool):
    kept = tuple(Revision(number, number, "zh", "", {}, None) for number in range(1, revisions + 1))
    agreement = replace(WRITTEN, status=status, revisions=kept)
    rows = paper_rows(replace(SNAPSHOT, agreements=(agreement,)))
    assert ("comparison" in {one.document for one in rows}) is listed


def test_a_row_says_what_stands_against_its_paper():
    found = {
        one.name: (one.lack, content(one, "zh"))
        for one in ROWS
        if one.document in ("agreement", "itinerary", "agenda") and one.language != "zh-en"
    }
    assert found == {
        ("agreement", "framework", "zh"): (Lack.NONE, "1 条"),
        ("agreement", "framework", "en"): (Lack.NONE, "1 条"),
        ("agreement", "base", "zh"): (Lack.TEXT, "尚无正文"),
        ("agreement", "base", "en"): (Lack.TEXT, "尚无正文"),
        ("agreement", "project", "zh"): (Lack.NONE, "1 条"),
        ("agreement", "project", "en"): (Lack.ENGLISH, "1 条尚无英文"),
        ("agenda", None, "zh"): (Lack.NONE, "1 项"),
        ("agenda", None, "en"): (Lack.NONE, "1 项"),
        ("itinerary", None, "zh"): (Lack.NOTHING, "暂无内容"),
        ("itinerary", None, "en"): (Lack.NOTHING, "暂无内容"),
    }


@pytest.mark.parametrize(
    ("signed", "sets"),
    [
        ((), [("zh", 0, Lack.NOTHING), ("en", 0, Lack.NOTHING)]),
        ((AgreementLanguage.ZH, AgreementLanguage.SIDE_BY_SIDE), [("zh", 2, Lack.NONE)]),
        ((AgreementLanguage.EN,), [("en", 1, Lack.NONE)]),
    ],
)
def test_a_set_to_sign_is_listed_in_the_languages_that_are_signed(signed: tuple[AgreementLanguage, ...], sets: object):
    agreements = tuple(
        make.agreement(key=f"a{n}", clauses=(CLAUSE,), language=language) for n, language in enumerate(signed)
    )
    rows = paper_rows(replace(SNAPSHOT, agreements=(UNWRITTEN, *agreements)))
    assert [(one.language, one.count, one.lack) for one in rows if one.document == "signing-set"] == sets


def test_what_is_missing_is_entered_in_a_room():
    places = [
        row("itinerary", None, "zh").place,
        row("agreement", "base", "zh").place,
        row("sign-in", None, "en").place,
    ]
    assert places == ["visits", "agreements/base", "people"]


def test_a_paper_keeps_its_number_whatever_comes_and_goes():
    numbers = RowNumbers()
    before = {one.name: one.id for one in paper_rows(SNAPSHOT, (), numbers)}
    fewer = paper_rows(replace(SNAPSHOT, agreements=(CHINESE,)), (), numbers)
    assert all(before[one.name] == one.id for one in fewer)


def test_qt_finds_no_fault(model: PapersModel, qtmodeltester: ModelTester):
    qtmodeltester.check(model)


def test_ticks_and_formats_outlive_a_filter_and_a_reload(model: PapersModel):
    agenda, project = row("agenda", None, "zh"), row("agreement", "project", "zh")
    model.tick([agenda.id, project.id], on=True)
    model.choose_formats(project, ("docx", "pdf"))
    model.choose_formats(agenda, ())  # one at least
    model.show_rows(())
    assert model.choices(model.ticked()) == (
        Choice("agreement", "pdf", "zh", "project"),
        Choice("agreement", "docx", "zh", "project"),
        Choice("agenda", "pdf", "zh"),
    )


def test_only_the_box_can_be_ticked(model: PapersModel):
    assert [model.setData(model.index(0, column), 2, CHECK) for column in (0, 1)] == [True, False]
    flags = [model.flags(model.index(0, column)) for column in (0, 1)]
    assert [bool(flag & Qt.ItemFlag.ItemIsUserCheckable) for flag in flags] == [True, False]


def test_a_box_is_heard_by_the_name_of_its_paper(model: PapersModel):
    place = model.place_of(row("agenda", None, "zh").id)
    assert model.index(place, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "议程"


@pytest.mark.parametrize(
    ("final", "name"), [(True, "战略合作框架协议_zh-en.pdf"), (False, "战略合作框架协议_草稿_zh-en.pdf")]
)
def test_a_draft_never_has_the_name_of_the_final_paper(final: bool, name: str):
    assert file_name(row("agreement", "framework", "zh-en"), "pdf", final=final) == name


def test_chips_and_letters_narrow_the_list(qapp):
    chips, ticked = PaperFilter(), {row("agenda", None, "zh").id}
    found = {}
    for key in (SIGNED, MEETING, LACKING, TICKED):
        chips.chips[key].setChecked(True)
        found[key] = {one.document for one in chips.chosen(ROWS, ticked)}
    assert found[SIGNED] == {"signing-set", "agreement", "signature-pages"}
    assert found[MEETING] == {one.document for one in ROWS} - found[SIGNED]
    assert (found[LACKING], found[TICKED]) == ({"agreement", "itinerary"}, {"agenda"})
    chips.show_all()
    chips.languages["zh-en"].click()
    chips.search.setText("xmxy")
    assert [one.name for one in chips.chosen(ROWS, ticked)] == [("agreement", "project", "zh-en")]
