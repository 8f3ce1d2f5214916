"""The facts to be checked as lines, subject by subject, each with its box."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from models.rules.proof_places import (
    ProofFact,
    ProofField,
    ProofSubject,
    SubjectKind,
    proof_subjects,
    valid_ticks,
)
from models.snapshots.shapes import MeetingSnapshot, ProofTick
from resources.languages import translator
from ui.people.rows import N_
from ui.widgets.tick_list import TickLine

PARTS: Mapping[SubjectKind, str] = {
    SubjectKind.MEETING: N_("Meeting"),
    SubjectKind.PERSON: N_("People"),
    SubjectKind.UNIT: N_("Organizations"),
    SubjectKind.AGREEMENT: N_("Agreements"),
    SubjectKind.PARTY: N_("Agreements"),
    SubjectKind.PLAQUE: N_("Plaques"),
}
FIELDS: Mapping[ProofField, str] = {
    ProofField.NAME: N_("Name"),
    ProofField.UNIT: N_("Organization"),
    ProofField.TITLE: N_("Job title"),
    ProofField.SUBSTITUTE: N_("Substitute"),
    ProofField.SIGNATORY: N_("Signatory"),
    ProofField.PLACE: N_("Venue"),
}
_TITLED = {SubjectKind.MEETING, SubjectKind.AGREEMENT}  # whose title is that of a paper, not of a person


@dataclass(frozen=True, slots=True)
class ProofState:
    """The facts of a meeting, which of them are ticked, and which ticks hold no more."""

    subjects: tuple[ProofSubject, ...]
    facts: Mapping[str, ProofFact]
    ticked: Mapping[str, ProofTick]
    void: Mapping[str, ProofTick]

    @property
    def done(self) -> int:
        """How many facts are ticked."""
        return len(self.ticked)


def proof_state(snapshot: MeetingSnapshot) -> ProofState:
    """How far the meeting is."""
    subjects, ticked = proof_subjects(snapshot), valid_ticks(snapshot)
    facts = {fact.place: fact for subject in subjects for fact in subject.facts}
    void = {tick.place: tick for tick in snapshot.proof_ticks if tick.place in facts and tick.place not in ticked}
    return ProofState(subjects, facts, ticked, void)


def proof_lines(state: ProofState, language: str, *, open_only: bool, kept: str = "") -> list[TickLine]:
    """Every fact, or those without a tick and the one `kept`; parts under their headings."""
    _ = translator(language).gettext
    lines: list[TickLine] = []
    part = ""
    for subject in state.subjects:
        shown = [one for one in subject.facts if not open_only or one.place not in state.ticked or one.place == kept]
        if shown and PARTS[subject.kind] != part:
            part = PARTS[subject.kind]
            lines.append(TickLine(f"heading-{part}", _(part), note=_count(state, part), ticked=None, heading=True))
        lines += [_line(state, subject, fact, language, first=number == 0) for number, fact in enumerate(shown)]
    return lines


def next_open(state: ProofState, lines: Iterable[TickLine], after: str) -> str:
    """The next line without a tick, behind the one named and then from the top; nothing where all are ticked."""
    keys = [line.key for line in lines if not line.heading]
    start = keys.index(after) + 1 if after in keys else 0
    return next((key for key in (*keys[start:], *keys[:start]) if key not in state.ticked and key != after), "")


def field_words(subject: ProofSubject, fact: ProofFact, language: str) -> str:
    """What a fact is of its subject."""
    _ = translator(language).gettext
    if fact.field is ProofField.TITLE and subject.kind in _TITLED:
        return _("Title")
    return _("Text of the plaque") if subject.kind is SubjectKind.PLAQUE else _(FIELDS[fact.field])


def _count(state: ProofState, part: str) -> str:
    places = [fact.place for one in state.subjects if PARTS[one.kind] == part for fact in one.facts]
    return f"{sum(place in state.ticked for place in places)} / {len(places)}"


def _line(state: ProofState, subject: ProofSubject, fact: ProofFact, language: str, *, first: bool) -> TickLine:
    _ = translator(language).gettext
    tick, void = state.ticked.get(fact.place), state.void.get(fact.place)
    note, shade = "", "ink_soft"
    if tick is not None:
        note = _by(tick)
    elif void is not None:
        note, shade = _("changed since {who} ticked it").format(who=_by(void)), "warn"
    return TickLine(
        fact.place,
        fact.words.replace("\n", " "),
        _("proposed from pinyin") if fact.proposed else "",
        note,
        shade,
        tick is not None,
        apart=first,
        lead=field_words(subject, fact, language),
    )


def _by(tick: ProofTick) -> str:
    """Who, and when by the clock of this computer."""
    at = f"{tick.ticked_at.astimezone():%m-%d %H:%M}" if tick.ticked_at else ""
    return " ".join(filter(None, (tick.ticked_by, at)))
