"""The facts of a meeting that a second person ticks, and which ticks still hold."""

from __future__ import annotations

from dataclasses import replace

from models.codes import PlaqueAction, Reply
from models.rules.proof_places import proof_facts, proof_hash, proof_subjects, valid_ticks, void_ticks
from models.snapshots.shapes import MeetingSnapshot, Plaque, ProofTick
from tests import sample_snapshots as make

WHO = make.attendee("侯明", "Hou Ming", id=12, proposed=True)
MEETING = make.snapshot(attendees=(WHO,))


def in_chinese(snapshot: MeetingSnapshot) -> MeetingSnapshot:
    return replace(snapshot, meeting=replace(snapshot.meeting, needs_english=False))


def words(snapshot: MeetingSnapshot, kind: str) -> list[tuple[str, str]]:
    found = [one for one in proof_subjects(snapshot) if one.kind == kind]
    return [(fact.place, fact.words) for one in found for fact in one.facts]


def tick(place: str, text: str) -> ProofTick:
    return ProofTick(place, proof_hash(text), "李红", None)


def test_name_unit_and_title_of_a_person_in_both_languages() -> None:
    assert words(MEETING, "person") == [
        ("people/12/name_zh", "侯明"),
        ("people/12/name_en", "Hou Ming"),
        ("people/12/unit_zh", "武汉大学"),
        ("people/12/unit_en", "Wuhan University"),
        ("people/12/title_zh", "院长"),
        ("people/12/title_en", "Dean"),
    ]
    assert [fact.place for fact in proof_facts(MEETING) if fact.proposed] == ["people/12/name_en"]


def test_a_meeting_without_english_is_checked_in_chinese_but_foreign_names_stay() -> None:
    foreign = make.attendee("", "Bo Li", id=13, unit=make.both("兰州大学"), title=make.both())
    found = words(in_chinese(replace(MEETING, attendees=(WHO, foreign))), "person")
    assert [place for place, _words in found] == [
        *("people/12/name_zh", "people/12/unit_zh", "people/12/title_zh"),
        *("people/13/name_en", "people/13/unit_zh"),
    ]


def test_who_declined_is_not_checked_and_who_comes_instead_is() -> None:
    absent = replace(WHO, id=13, reply=Reply.DECLINED)
    sent = replace(WHO, id=14, reply=Reply.SUBSTITUTE, substitute=make.person("王明", "Wang Ming"))
    found = words(in_chinese(replace(MEETING, attendees=(absent, sent))), "person")
    assert found[:2] == [("people/14/name_zh", "侯明"), ("people/14/substitute_zh", "王明")]
    assert {place.split("/")[1] for place, _words in found} == {"14"}


def test_units_are_checked_once_and_parties_one_by_one() -> None:
    unit = make.organization("沧澜大学", "", id=5)
    party = make.party(organization=unit, signatory=make.person("周喆", "Zhou Zhe"), capacity=make.both("校长"))
    side = make.side(units=(unit,))
    found = in_chinese(make.snapshot(sides=(side,), agreements=(make.agreement(parties=(party,)),)))
    assert words(found, "unit") == [("organizations/5/name_zh", "沧澜大学")]
    place = f"agreements/framework/parties/{party.id}"
    assert words(found, "party") == [
        (f"{place}/name_zh", "沧澜大学"),
        (f"{place}/signatory_zh", "周喆"),
        (f"{place}/capacity_zh", "校长"),
    ]


def test_plaques_are_checked() -> None:
    plaque = Plaque(3, PlaqueAction.AWARD, make.both("实习基地"))
    assert words(in_chinese(make.snapshot(plaques=(plaque,))), "plaque") == [("plaques/3/text_zh", "实习基地")]


def test_a_tick_holds_until_what_stood_there_is_changed() -> None:
    ticks = (tick("people/12/name_zh", "侯明"), tick("people/12/title_zh", "副院长"), tick("people/99/name_zh", "王"))
    ticked = replace(MEETING, proof_ticks=ticks)
    assert dict(valid_ticks(ticked)) == {"people/12/name_zh": ticks[0]}
    assert void_ticks(ticked) == ticks[1:]
    renamed = replace(WHO, person=make.person("候明", "Hou Ming"))
    assert dict(valid_ticks(replace(ticked, attendees=(renamed,)))) == {}


def test_every_place_is_one_facts_alone() -> None:
    from tests.sample_meetings import sample_meetings

    for snapshot in sample_meetings().values():
        places = [fact.place for fact in proof_facts(snapshot)]
        assert len(places) == len(set(places))


def test_odd_texts_have_a_hash() -> None:
    assert len({proof_hash(text) for text in ("", "侯", "候", "\ud800", "𬭎")}) == 5
