"""Preflight as a whole: secrecy, English forms, characters, order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from models.checks import Finding, preflight
from models.checks.english import check_english
from models.checks.finding import error, notice, warning
from models.checks.secrecy import check_secrecy
from models.checks.texts import Text, texts_of
from models.codes import AgreementLanguage, ClauseKind, Confidentiality, PlaqueAction
from models.snapshots.shapes import Bilingual, Clause, MeetingSnapshot, Plaque, SourceDocument, Variable
from tests import sample_snapshots as sample

ZH_ONLY = Bilingual("座谈会")


def test_a_meeting_in_order_has_no_findings() -> None:
    people = (sample.attendee("梁涛"), sample.attendee("王明"))
    assert preflight(sample.snapshot(attendees=people, agenda=(sample.agenda_item(),))) == ()


def test_errors_come_first_and_each_finding_once() -> None:
    meeting = sample.meeting(
        title=ZH_ONLY, notes=Bilingual("涉密", "涉密"), starts_on=date(2024, 5, 20), ends_on=date(2024, 5, 1)
    )
    people = (sample.attendee("王明", "Wang Ming", id=1, proposed=True),)
    assert preflight(sample.snapshot(meeting=meeting, attendees=people)) == (
        error("meeting_ends_before_start", "meeting", start="2024-05-20", end="2024-05-01"),
        warning("classified_text", "meeting", text="涉密"),
        warning("meeting_without_english", "meeting", text="座谈会"),
        notice("name_in_pinyin", "people/1", person="王明", proposed="Wang Ming"),
    )


def secrecy(**parts: object) -> list[Finding]:
    """Findings on secrecy alone."""
    return list(check_secrecy(sample.snapshot(**parts)))


def test_classified_material_is_told_plainly() -> None:
    unit = sample.organization(id=3, notes="涉密单位")
    fact = sample.fact(id=5, source_wording="秘密★10年 " + "很长" * 30)
    agreement = sample.agreement(confidentiality=Confidentiality.CLASSIFIED)
    meeting = sample.meeting(confidentiality=Confidentiality.CLASSIFIED)
    assert secrecy(meeting=meeting, all_organizations=(unit,), facts=(fact,), agreements=(agreement,)) == [
        warning("classified_meeting", "meeting"),
        warning("classified_agreement", "agreements/framework", agreement="战略合作框架协议"),
        warning("classified_unit", "organizations/3", text="涉密单位"),
        warning("classified_text", "facts/5", text=("秘密★10年 " + "很长" * 30)[:40] + "…"),
    ]


def test_clauses_and_reports_may_speak_of_secrecy() -> None:
    clause = Clause(1, ClauseKind.ARTICLE, "secrecy", "", Bilingual("保密"), Bilingual("涉密资料按规定处理"))
    report = SourceDocument("报道", text="参观涉密展厅")
    internal = sample.meeting(confidentiality=Confidentiality.INTERNAL)
    assert secrecy(meeting=internal, agreements=(sample.agreement(clauses=(clause,)),), sources=(report,)) == []


def english(**parts: object) -> list[Finding]:
    """Findings on missing English alone."""
    return list(check_english(sample.snapshot(**parts)))


@pytest.mark.parametrize(
    ("parts", "code", "place"),
    [
        ({"meeting": sample.meeting(venue=ZH_ONLY)}, "venue_without_english", "meeting"),
        ({"attendees": (sample.attendee(id=1, title=ZH_ONLY),)}, "title_without_english", "people/1"),
        ({"all_organizations": (sample.organization("座谈会", "", id=2),)}, "unit_without_english", "organizations/2"),
        ({"groups": (sample.group("座谈会", "", id=3),)}, "group_without_english", "groups/3"),
        ({"agenda": (sample.agenda_item("座谈会", "", id=4),)}, "item_without_english", "agenda/4"),
        (
            {"routes": (sample.route(id=5, stops=(sample.stop("座谈会", "", id=6),)),)},
            "stop_without_english",
            "routes/5/stops/6",
        ),
        ({"plaques": (Plaque(7, PlaqueAction.AWARD, ZH_ONLY),)}, "plaque_without_english", "plaques/7"),
        ({"agreements": (sample.agreement("座谈会", ""),)}, "agreement_without_english", "agreements/framework"),
    ],
)
def test_what_is_known_in_chinese_only(parts: dict[str, object], code: str, place: str) -> None:
    assert english(**parts) == [warning(code, place, text="座谈会")]


def test_spellings_to_confirm() -> None:
    people = (
        sample.attendee("盖明", "Ge Ming", id=1, proposed=True),
        sample.attendee("尉迟恭", "Yuchi Gong", id=2, proposed=True),
        sample.attendee("欧阳·阿依古丽", "欧阳·阿依古丽", id=3, proposed=True),
        sample.attendee("", "Jiang Jie", id=4),
    )
    assert english(attendees=people) == [
        notice("name_in_pinyin", "people/1", person="盖明", proposed="Ge Ming"),
        notice("surname_read_otherwise", "people/1", person="盖明", proposed="Ge Ming", other="Gai"),
        notice("name_in_pinyin", "people/2", person="尉迟恭", proposed="Yuchi Gong"),
        warning("name_without_english", "people/3", person="欧阳·阿依古丽"),
    ]


def test_clauses_need_english_where_english_is_signed() -> None:
    below = Clause(2, ClauseKind.ITEM, "", "", Bilingual(), Bilingual("有"))
    clause = Clause(1, ClauseKind.ARTICLE, "term", "", Bilingual("期限"), Bilingual("三年", "years"), (below,))
    signed = sample.agreement(clauses=(clause,), language=AgreementLanguage.SIDE_BY_SIDE)
    assert english(agreements=(signed,)) == [
        warning("clause_without_english", "agreements/framework/clauses/term", clause="期限"),
        warning("clause_without_english", "agreements/framework/clauses/term/clauses/2", clause="有"),
    ]
    assert english(agreements=(replace(signed, language=AgreementLanguage.ZH),)) == []


def test_characters_that_no_font_knows() -> None:
    people = (sample.attendee("王\ue000", "Wang", id=1), sample.attendee("李\ufffd", "Li", id=2))
    assert preflight(sample.snapshot(attendees=people)) == (
        warning("private_character", "people/1", character="\ue000", code_point="U+E000", context="王\ue000"),
        warning("replacement_character", "people/2", character="\ufffd", code_point="U+FFFD", context="李\ufffd"),
    )


def test_characters_that_these_fonts_cannot_draw() -> None:
    asked: list[str] = []

    def can_draw(text: str, role: str) -> bool:
        asked.append(role)
        return "龘" not in text and "\n" not in text

    meeting = sample.meeting(notes=Bilingual("第一行\n很长很长很长很长很长很长的龘字，后面还有很多字"))
    assert preflight(sample.snapshot(meeting=meeting), can_draw=can_draw) == (
        error(
            "undrawable_character",
            "meeting",
            character="龘",
            code_point="U+9F98",
            context="长很长很长很长很长的龘字，后面还有很多字",
        ),
    )
    assert set(asked) == {"body"}


def test_every_text_is_visited_once_at_its_own_place() -> None:
    dean = sample.attendee("梁涛", "", id=1, unit=Bilingual(), title=Bilingual(), remarks=Bilingual("清真"))
    agreement = sample.agreement("协议", "", template="", variables=(Variable("court", Bilingual("法院")),))
    snapshot = sample.snapshot(
        meeting=sample.meeting(title=Bilingual(), venue=Bilingual(), city=Bilingual(), key="k"),
        attendees=(dean,),
        agenda=(sample.agenda_item("致辞", "", id=2, moderator=dean),),
        agreements=(replace(agreement, areas=(Bilingual("人才"),), signed_on=date(2024, 5, 20)),),
    )
    assert list(texts_of(snapshot)) == [
        Text("meeting", "key", "k"),
        Text("people/1", "zh", "梁涛"),
        Text("people/1", "remarks", "清真"),
        Text("agenda/2", "title", "致辞"),
        Text("agreements/framework", "key", "framework"),
        Text("agreements/framework", "title", "协议"),
        Text("agreements/framework", "prevailing_language", "zh"),
        Text("agreements/framework", "areas", "人才"),
        Text("agreements/framework/variables/1", "name", "court"),
        Text("agreements/framework/variables/1", "value", "法院"),
    ]


def test_a_snapshot_with_nothing_is_fine() -> None:
    empty = MeetingSnapshot(meeting=sample.MEETING, taken_at=datetime(2024, 5, 18))
    assert preflight(empty, can_draw=lambda text, role: True) == ()
