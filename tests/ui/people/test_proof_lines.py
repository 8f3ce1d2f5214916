"""The facts to be checked as lines: parts, ticks, ticks that hold no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from models.rules.proof_places import proof_facts
from models.snapshots.shapes import MeetingSnapshot, ProofTick
from tests.sample_snapshots import agreement, attendee, party, snapshot
from ui.people.proof.lines import next_open, proof_lines, proof_state
from ui.people.proof.places import entered_at

AT = datetime(2024, 5, 18, 1, 0, tzinfo=UTC)
BY = f"李红 {AT.astimezone():%m-%d %H:%M}"
ONE = replace(attendee("梁涛"), id=7)
PLAIN = snapshot(attendees=(ONE,))
PLAIN = replace(PLAIN, meeting=replace(PLAIN.meeting, needs_english=False))
HASHES = {fact.place: fact.value_hash for fact in proof_facts(PLAIN)}


def ticked(*places: str, **changes: str) -> MeetingSnapshot:
    """The meeting with ticks; `void` has the hash of other words."""
    ticks = [ProofTick(place, HASHES[place], "李红", AT) for place in places]
    ticks += [ProofTick(place, "other", "李红", AT) for place in changes.values()]
    return replace(PLAIN, proof_ticks=tuple(ticks))


def told(taken: MeetingSnapshot, *, open_only: bool = False, kept: str = "") -> list[tuple[str, str, str]]:
    lines = proof_lines(proof_state(taken), "zh", open_only=open_only, kept=kept)
    return [(line.lead or line.words, line.words if line.lead else "", line.note) for line in lines]


def test_each_fact_has_a_line_under_its_part_with_who_ticked_it() -> None:
    assert told(ticked("people/7/name_zh", gone="people/7/title_zh")) == [
        ("会议", "", "0 / 2"),
        ("标题", PLAIN.meeting.title.zh, ""),
        ("会场", PLAIN.meeting.venue.zh, ""),
        ("人员", "", "1 / 3"),
        ("姓名", "梁涛", BY),
        ("单位", "武汉大学", ""),
        ("职务", "院长", f"{BY}勾选后已改动"),
    ]


def test_open_ones_only_leaves_the_one_out_that_is_ticked_unless_the_cursor_is_there() -> None:
    taken = ticked("people/7/name_zh", "people/7/unit_zh", "meeting/title_zh", "meeting/venue_zh")
    assert told(taken, open_only=True) == [("人员", "", "2 / 3"), ("职务", "院长", "")]
    assert told(taken, open_only=True, kept="people/7/unit_zh")[1] == ("单位", "武汉大学", BY)


def test_the_next_open_one_is_below_and_then_from_the_top() -> None:
    state = proof_state(ticked("people/7/unit_zh", "meeting/title_zh"))
    lines = proof_lines(state, "zh", open_only=False)
    assert next_open(state, lines, "people/7/name_zh") == "people/7/title_zh"
    assert next_open(state, lines, "people/7/title_zh") == "meeting/venue_zh"
    assert next_open(state, lines, "") == "meeting/venue_zh"


def test_where_all_is_ticked_there_is_no_next() -> None:
    state = proof_state(ticked(*HASHES))
    assert next_open(state, proof_lines(state, "zh", open_only=False), "people/7/name_zh") == ""


def test_only_facts_that_are_still_there_count_as_changed() -> None:
    state = proof_state(ticked("people/7/name_zh", changed="people/7/title_zh", gone="people/9/name_zh"))
    assert (state.done, list(state.void)) == (1, ["people/7/title_zh"])


@pytest.mark.parametrize(
    ("place", "entered"),
    [
        ("people/7/name_zh", "people/7/name_zh"),
        ("people/7/unit_en", "people/7/unit"),
        ("people/7/substitute_zh", "people/7/substitute_id"),
        ("meeting/venue_zh", "meeting/venue_zh"),
        ("plaques/1/text_zh", "plaques/1/text_zh"),
        ("agreements/k/title_zh", "agreements/k/title_zh"),
        ("agreements/k/parties/8/name_zh", "agreements/k/parties/2/organization_id"),
        ("agreements/k/parties/5/signatory_zh", "agreements/k/parties/3/signatory_id"),
        ("agreements/k/parties/9/capacity_zh", "agreements/k/parties/1/capacity_zh"),
        ("agreements/k/parties/4/capacity_zh", "agreements/k/parties/1/capacity_zh"),
    ],
)
def test_a_fact_leads_to_the_field_in_which_it_is_entered(place: str, entered: str) -> None:
    parties = (party(id=5, is_witness=True), party(id=9), party(id=8))
    signed = replace(agreement(parties=parties), key="k")
    assert entered_at(place, snapshot(agreements=(signed,))) == entered
