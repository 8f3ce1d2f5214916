"""Signatories of texts that may still change who sign in a post that they hold no longer at the meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.checks.finding import Finding, Said, said, warning
from models.rules.agreement_steps import PREPARED
from models.snapshots.shapes import Agreement, AgreementParty, Attendee, Bilingual, MeetingSnapshot, Organization

_BETWEEN = re.compile(r"[、，,；;/兼\s]+")
_IN_BRACKETS = re.compile(r"[（(].*?[）)]")
_NO_POST = ("代表", "代表人", "代理人", "负责人")  # 授权代表, 法定代表人: says how one signs


def check_capacities(snapshot: MeetingSnapshot, agreement: Agreement, place: str) -> Iterator[Finding]:
    """A final text tells of changed posts itself (`models/checks/lifecycle.py`)."""
    if agreement.status not in PREPARED:
        return
    there = {attendee.person.id: attendee for attendee in snapshot.attendees}
    signing = [party for party in agreement.parties if not party.is_witness]
    for number, party in enumerate(signing, start=1):
        attendee = there.get(party.signatory.id) if party.signatory else None
        held = _titles(attendee, party.organization) if attendee and party.organization else ()
        if attendee and held and not _is_held(party, attendee, held):
            values = {
                "agreement": said(agreement.title or Bilingual(agreement.key)),
                "person": said(attendee.person.name),
            }
            values |= _told(party.capacity, _all(held))
            yield warning("capacity_not_the_post", f"{place}/parties/{number}/capacity", **values)


def _titles(attendee: Attendee, unit: Organization) -> tuple[Bilingual, ...]:
    """What somebody is at a unit; the title printed at this meeting goes before that of the only post."""
    titles = [post.title for post in attendee.posts if post.organization and post.organization.id == unit.id]
    if titles and len(attendee.posts) == 1:
        titles = [attendee.title]
    return tuple(title for title in titles if title.zh)


def _is_held(party: AgreementParty, attendee: Attendee, held: tuple[Bilingual, ...]) -> bool:
    """Whether every post in the capacity, also with unit and department before it, is among those held."""
    words, unit = _IN_BRACKETS.sub("", party.capacity.zh), party.organization
    names = (unit.name.zh, unit.short_name.zh) if unit else ()
    for name in (*names, *(post.department.zh for post in attendee.posts)):
        words = words.removeprefix(name)
    known = {part for title in held for part in _parts(title.zh)}
    return all(part in known or part.endswith(_NO_POST) for part in _parts(words))


def _parts(words: str) -> tuple[str, ...]:
    return tuple(part for part in _BETWEEN.split(_IN_BRACKETS.sub("", words)) if part)


def _told(capacity: Bilingual, post: Bilingual) -> dict[str, Said]:
    """Both, so that the difference is seen: in Chinese where the English is the same still."""
    if capacity.pick("en") == post.pick("en"):
        capacity, post = Bilingual(capacity.zh), Bilingual(post.zh)
    return {"capacity": said(capacity), "post": said(post)}


def _all(titles: tuple[Bilingual, ...]) -> Bilingual:
    return Bilingual("、".join(title.zh for title in titles), ", ".join(title.pick("en") for title in titles))
