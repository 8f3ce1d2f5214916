"""Classified material does not belong into this app; whoever brings some is told plainly."""

from __future__ import annotations

from collections.abc import Iterator

from models.checks.finding import Finding, said, warning
from models.checks.texts import Text, texts_of
from models.codes import Confidentiality
from models.rules.classified import looks_classified
from models.snapshots.shapes import MeetingSnapshot

LONGEST_EXCERPT = 40


def check_secrecy(snapshot: MeetingSnapshot) -> Iterator[Finding]:
    """What is marked as classified, and what looks it. Clauses and reports speak of secrecy and are left alone."""
    if snapshot.meeting.confidentiality is Confidentiality.CLASSIFIED:
        yield warning("classified_meeting", "meeting")
    for agreement in snapshot.agreements:
        if agreement.confidentiality is Confidentiality.CLASSIFIED:
            yield warning("classified_agreement", f"agreements/{agreement.key}", agreement=said(agreement.title))
    for text in texts_of(snapshot):
        if not _may_speak_of_secrecy(text) and looks_classified(text.text):
            unit = text.place.startswith("organizations/")
            yield warning("classified_unit" if unit else "classified_text", text.place, text=_excerpt(text.text))


def _may_speak_of_secrecy(text: Text) -> bool:
    return "/clauses/" in text.place or (text.place.startswith("sources/") and text.field == "text")


def _excerpt(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_EXCERPT else line[:LONGEST_EXCERPT] + "…"
