"""Findings and notices, as JSON and as lines for the reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.paper import Notice
from ui.wording import document_title, finding_sentence, notice_sentence, severity_word
from ui.wording.messages import N_, fill

if TYPE_CHECKING:
    from models.checks import Finding

ABOUT_PAPER = N_("{paper}: {sentence}")
WARNINGS = (  # notices that somebody must act on
    "open_places",
    "copies_assumed",
    "copies_not_told",
    "copies_wrong_sum",
    "duplicates_wrong_sum",
    "too_many_copies",
    "older_copies",
)


def finding_entry(finding: Finding, language: str) -> dict[str, object]:
    """A finding as the JSON of `check` lists it."""
    return {
        "code": finding.code,
        "severity": finding.severity,
        "place": finding.place,
        "values": dict(finding.values),
        "text": finding_sentence(finding, language),
    }


def notice_entry(notice: Notice, place: str, language: str) -> dict[str, object]:
    """A notice about a paper in the same shape; its place is the paper."""
    return {
        "code": notice.code,
        "severity": "warning" if notice.code in WARNINGS else "notice",
        "place": place,
        "values": dict(notice.values),
        "text": notice_sentence(notice, language),
    }


def finding_line(finding: Finding, language: str) -> str:
    """A finding for the reader: how grave, what, where."""
    return f"{severity_word(finding.severity, language)}  {finding_sentence(finding, language)}  [{finding.place}]"


def notice_line(notice: Notice, place: str, language: str) -> str:
    """A notice for the reader, with the paper it belongs to unless it names one itself."""
    sentence = notice_sentence(notice, language)
    if "document" in dict(notice.values):
        return sentence
    document, _, key = place.partition("/")
    paper = f"{document_title(document, language)} {key}".rstrip()
    return fill(ABOUT_PAPER, {"paper": paper, "sentence": sentence}, language)
