"""Agreements: parties, who signs, copies, terms."""

from __future__ import annotations

from collections.abc import Iterator

from models.checks.capacities import check_capacities
from models.checks.finding import Finding, error, said, warning
from models.codes import Reply
from models.snapshots.agreement_terms import duplicates_stated_and_kept, stated_and_kept
from models.snapshots.agreement_values import is_college, party_label
from models.snapshots.shapes import Agreement, AgreementParty, Bilingual, MeetingSnapshot


def check_agreements(snapshot: MeetingSnapshot) -> Iterator[Finding]:
    """Every agreement by itself, and against the list of attendees."""
    declined = {attendee.person.id for attendee in snapshot.attendees if attendee.reply is Reply.DECLINED}
    for agreement in snapshot.agreements:
        place = f"agreements/{agreement.key}"
        yield from _whole(agreement, place)
        parties = [party for party in agreement.parties if not party.is_witness]
        yield from _twice(parties, place)
        for number, party in enumerate(parties):
            yield from _party(party, party_label(number).zh, f"{place}/parties/{number + 1}", declined)
        yield from check_capacities(snapshot, agreement, place)


def _whole(agreement: Agreement, place: str) -> Iterator[Finding]:
    title = said(agreement.title or Bilingual(agreement.key))
    if len([party for party in agreement.parties if not party.is_witness]) < 2:
        yield warning("fewer_than_two_parties", place, agreement=title)
    copies = stated_and_kept(agreement)
    if copies:
        yield error("copies_do_not_add_up", place, agreement=title, stated=copies[0], kept=copies[1])
    duplicates = duplicates_stated_and_kept(agreement)
    if duplicates:
        values = {"stated": duplicates[0], "kept": duplicates[1]}
        yield error("duplicates_do_not_add_up", place, agreement=title, **values)
    first, last = agreement.starts_on, agreement.ends_on
    if first and last and last < first:
        days = {"start": first.isoformat(), "end": last.isoformat()}
        yield error("agreement_ends_before_start", place, agreement=title, **days)


def _twice(parties: list[AgreementParty], place: str) -> Iterator[Finding]:
    """Nobody agrees with oneself; two departments of one unit may."""
    first: dict[tuple[int, Bilingual], int] = {}
    for number, party in enumerate(parties):
        if party.organization is None:
            continue
        before = first.setdefault((party.organization.id, party.department), number)
        if before != number:
            labels = {"party": party_label(before).zh, "other": party_label(number).zh}
            yield error("party_twice", f"{place}/parties/{number + 1}", unit=said(party.organization.name), **labels)


def _party(party: AgreementParty, label: str, place: str, declined: set[int]) -> Iterator[Finding]:
    unit = party.organization
    values = {"party": label, "unit": said(unit.name) if unit else "—"}
    if unit is None:
        yield warning("party_without_unit", place, party=label)
    elif is_college(unit) and not party.authorization:
        yield warning("party_without_authorization", place, **values)
    if party.signatory is None:
        yield warning("party_without_signatory", place, **values)
    elif party.signatory.id in declined:
        yield warning("signatory_declined", place, **values, person=said(party.signatory.name))
