"""Facts of the background and the reports they come from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from models.codes import Confidence, FactKind, Level, Qualifier
from models.snapshots.shapes.cooperation import Outcome
from models.snapshots.shapes.words import EMPTY, Bilingual


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the background, with the number as the source gives it. `subject` names what it is about."""

    id: int
    kind: FactKind
    indicator: Bilingual
    text: Bilingual
    subject: Bilingual = EMPTY  # unit, person or cooperation it hangs on; empty: the meeting
    value: Decimal | None = None
    qualifier: Qualifier = Qualifier.EXACT
    unit: Bilingual = EMPTY
    share: Bilingual = EMPTY
    level: Level = Level.NONE
    period: Bilingual = EMPTY
    as_of: date | None = None
    examples: Bilingual = EMPTY
    list_complete: bool = True
    document_number: str = ""
    issuer: Bilingual = EMPTY
    owner: Bilingual = EMPTY
    due_on: date | None = None
    done: bool = False
    source_wording: str = ""
    agenda_item_id: int | None = None
    outcomes: tuple[Outcome, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A report about the meeting."""

    title: str
    original_title: str = ""
    title_reading: Bilingual = EMPTY
    outlet: Bilingual = EMPTY
    published: str = ""
    authors: str = ""
    editor: str = ""
    language: str = ""
    machine_translated: bool = False
    text: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo named by a report."""

    file_name: str
    caption: Bilingual


@dataclass(frozen=True, slots=True)
class Reading:
    """A careful reading of garbled words beside the original."""

    target_kind: str
    target_label: str
    target_field: str
    original: str
    reading: Bilingual
    confidence: Confidence
    basis: str = ""
    reviewed_by: str = ""
