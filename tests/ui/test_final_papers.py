"""Final papers: no Chinese words in an English one, and every ruled blank is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from exporters.assembly import assemble_agreement
from exporters.blocks import Cell, Column, Document, Paragraph, Row, Section, Span, SpanKind, Table
from exporters.paper import Notice
from exporters.registry import find
from models.codes import AgreementLanguage, AgreementStatus, Confidentiality, DatePrecision, MeetingStatus
from models.errors import KnownError
from models.snapshots.shapes import EMPTY, Agreement, AttendeeGroup, Bilingual, Meeting, MeetingSnapshot, Revision
from tests.exporters.documents.agreements import COUNTY, meeting_with, party, told
from tests.sample_snapshots import both, options
from ui.final_papers import SHOWN, final_notices, open_places, place_of, refuse_missing_english

MEETING = Meeting(
    id=1,
    key="m",
    kinds=(),
    title=Bilingual("校地合作座谈会", "Symposium"),
    theme=EMPTY,
    purpose=EMPTY,
    starts_on=date(2024, 5, 20),
    ends_on=None,
    date_precision=DatePrecision.DAY,
    date_note=EMPTY,
    venue=Bilingual("会"),
    city=EMPTY,
    status=MeetingStatus.CLOSED,
    confidentiality=Confidentiality.NORMAL,
    invented=False,
    notes=EMPTY,
)
SNAPSHOT = MeetingSnapshot(
    MEETING, taken_at=datetime(2026, 1, 1), groups=(AttendeeGroup(1, None, Bilingual("教师代表")),)
)


def paper(*texts: str, language: str = "en", key: str = "") -> Document:
    """A paper that says these texts, in a table within a section."""
    rows = tuple(Row((Cell(text),)) for text in texts)
    blocks = (Section("s", (Table((Column("a", "A", 10),), rows),)),)
    return Document("agenda", "Agenda", language, blocks, key=key)


def blank(name: str) -> Paragraph:
    """A paragraph with a place to be filled in by hand."""
    return Paragraph((Span("No. "), Span(name, SpanKind.BLANK, 8)))


def test_words_known_in_chinese_only_are_refused_in_a_final_english_paper():
    with pytest.raises(KnownError) as refused:
        refuse_missing_english(SNAPSHOT, [paper("Symposium"), paper("26 教师代表", "会", "教师代表")])
    assert (refused.value.code, refused.value.values) == (
        "english_missing",
        {"document": "agenda", "text": "教师代表", "count": 2},
    )


@pytest.mark.parametrize(
    "document",
    [
        paper("Symposium", "teachers"),
        paper("校地合作座谈会 as the report has it"),  # has its English: the Chinese stands there on purpose
        paper("会议"),  # one character within a word is no borrowed text
        paper("教师代表", language="zh"),
        paper(),
    ],
)
def test_a_paper_that_borrows_nothing_is_let_through(document: Document):
    refuse_missing_english(SNAPSHOT, [document])


def test_every_ruled_blank_counts_and_each_fact_is_named_once():
    first = replace(paper(key="a1"), blocks=(blank("agreement.no"), blank("bases_zh"), blank("agreement.no")))
    notice = Notice("open_places", (("count", "3"), ("variables", "agreement.no, bases_zh")))
    assert open_places([first, paper("full")]) == (("agenda/a1", notice),)


def test_only_the_first_of_many_blanks_are_named():
    many = replace(paper(), blocks=tuple(blank(f"x{number}") for number in range(SHOWN + 1)))
    [(place, notice)] = open_places([many])
    assert (place, dict(notice.values)["count"]) == ("agenda", "25")
    assert dict(notice.values)["variables"].split(", ")[-2:] == ["x23", "…"]


def test_a_blank_inside_a_heading_counts_too():
    [(_place, notice)] = open_places([paper("Annex ________ to ________________")])
    assert dict(notice.values) == {"count": "2", "variables": "…"}


def test_a_place_is_the_paper_and_its_key():
    assert (place_of("agenda", ""), place_of("agreement", "a1")) == ("agenda", "agreement/a1")


def frozen(agreement: Agreement, **parts: Any) -> MeetingSnapshot:
    """The meeting with the agreement's text of now made final."""
    snapshot = meeting_with(agreement, **parts)
    text = assemble_agreement(snapshot, agreement.key, made_at=snapshot.taken_at)
    revision = Revision(
        1, 1, text.language, text.content_hash, text.blocks(), snapshot.taken_at, terms=dict(text.terms)
    )
    return replace(snapshot, agreements=(replace(agreement, status=AgreementStatus.FINAL, revisions=(revision,)),))


def notices(agreement: Agreement, language: str, **how: bool) -> list[tuple[str, str]]:
    """What is told of the final agreement."""
    made = replace(options("zh"), language=language, final=True)
    told_of = final_notices(frozen(agreement), [find("agreement")], made, **how)
    return [(place, notice.code) for place, notice in told_of]


@pytest.mark.parametrize("language", ["zh", "en", "zh-en"])
@pytest.mark.parametrize("status", [AgreementStatus.DRAFT, AgreementStatus.UNDER_REVIEW, AgreementStatus.FINAL])
def test_a_text_that_may_still_change_is_not_printed_for_signing(language: str, status: AgreementStatus):
    agreement = told("commissioner", 2, status=status)
    made = replace(options("zh"), language=language, final=True)
    for kind in ("agreement", "signature-pages"):
        with pytest.raises(KnownError) as refused:
            final_notices(meeting_with(agreement), [find(kind)], made)
        assert (refused.value.code, refused.value.values["count"]) == ("text_not_final", 1)


WITHOUT_ENGLISH = told(
    "commissioner",
    2,
    status=AgreementStatus.FINAL,
    parties=(COUNTY, party("武汉大学", "WHU", department=both("外事处"))),
)


@pytest.mark.parametrize("language", ["en", "zh-en"])
def test_a_final_paper_in_both_languages_is_refused_as_an_english_one_is(language: str):
    with pytest.raises(KnownError, match="english_missing"):
        notices(WITHOUT_ENGLISH, language)
    assert notices(WITHOUT_ENGLISH, "zh") == []


@pytest.mark.parametrize("form", [AgreementLanguage.SIDE_BY_SIDE, AgreementLanguage.ZH_THEN_EN])
def test_a_set_that_is_signed_in_both_languages_needs_its_english(form: AgreementLanguage):
    signed = replace(WITHOUT_ENGLISH, language=form)
    assert notices(signed, "zh") == []
    with pytest.raises(KnownError, match="english_missing"):
        notices(signed, "zh", with_set=True)


def signature_pages(agreement: Agreement, language: str, *groups: AttendeeGroup) -> list[tuple[str, str]]:
    """What is told of final signature pages alone."""
    made = options(language, final=True)
    found = final_notices(frozen(agreement, groups=groups), [find("signature-pages")], made)
    return [(place, notice.code) for place, notice in found]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("form", [AgreementLanguage.SIDE_BY_SIDE, AgreementLanguage.ZH_THEN_EN])
def test_signature_pages_in_both_languages_need_the_english_names_alone(form: AgreementLanguage, language: str):
    signed = told("commissioner", 2, status=AgreementStatus.FINAL, language=form)
    assert signature_pages(signed, language, AttendeeGroup(1, None, Bilingual("上党区"))) == []
    with pytest.raises(KnownError) as refused:
        signature_pages(replace(WITHOUT_ENGLISH, language=form), language)
    assert refused.value.values == {"document": "signature-pages", "text": "外事处", "count": 1}


@pytest.mark.parametrize(
    ("form", "language", "codes"),
    [
        (AgreementLanguage.ZH, "en", [("signature-pages", "signed_in_chinese")]),
        (AgreementLanguage.EN, "zh", [("signature-pages", "signed_in_english")]),
        (AgreementLanguage.ZH, "zh", []),
        (AgreementLanguage.SIDE_BY_SIDE, "en", []),
    ],
)
def test_final_signature_pages_in_a_language_that_is_not_signed_are_told(
    form: AgreementLanguage, language: str, codes: list[tuple[str, str]]
):
    signed = told("commissioner", 2, status=AgreementStatus.FINAL, language=form)
    assert signature_pages(signed, language) == codes


def test_a_pack_whose_set_tells_so_does_not_tell_it_twice():
    signed = told("commissioner", 2, status=AgreementStatus.FINAL, language=AgreementLanguage.EN)
    kinds = [find("signature-pages")]
    assert final_notices(frozen(signed), kinds, options("zh", final=True), with_set=True) == ()


def test_english_that_came_after_the_text_was_frozen_does_not_hide_what_the_text_lacks():
    snapshot = frozen(WITHOUT_ENGLISH)
    (agreement,) = snapshot.agreements
    first, second = agreement.parties
    known = replace(second, department=both("外事处", "International Office"))
    later = replace(snapshot, agreements=(replace(agreement, parties=(first, known)),))
    with pytest.raises(KnownError, match="english_missing"):
        final_notices(later, [find("agreement")], options("en", final=True))
