"""What the golden texts hold: every paper of three sample meetings, in both languages, as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from exporters.documents.plain_text import plain_text
from exporters.options import ExportOptions
from exporters.registry import DOCUMENTS, LANGUAGES, DocumentKind
from models.errors import KnownError
from models.snapshots.shapes import MeetingSnapshot
from tests.sample_meetings import TAKEN_AT, sample_meetings

FOLDER = Path(__file__).parent
MEETINGS = ("shangdang-whu", "lanzhou-lzu", "demo-full")


def golden_texts() -> Iterator[tuple[str, str]]:
    """File names with their texts; a paper without material has none."""
    for key in MEETINGS:
        for kind in DOCUMENTS:
            for language in LANGUAGES:
                if text := paper_text(sample_meetings()[key], kind, language):
                    yield f"{key}_{kind.key}_{language}.txt", text


def paper_text(snapshot: MeetingSnapshot, kind: DocumentKind, language: str) -> str:
    """The text of a paper, several agreements below one another; empty where there is no material."""
    try:
        documents = kind.assemble(snapshot, ExportOptions(language, TAKEN_AT))
    except KnownError as error:
        if error.code != "no_material":
            raise
        return ""
    return "\n".join(plain_text(document) for document in documents)
