"""Facts, reports, photos and readings in a snapshot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.snapshots import shapes
from models.snapshots.names import both
from models.snapshots.rows import MeetingRows, grouped
from models.snapshots.take_cooperation import take_outcomes
from models.snapshots.take_people import Known

if TYPE_CHECKING:
    from models import records


def take_facts(rows: MeetingRows, known: Known) -> tuple[shapes.Fact, ...]:
    """The facts of the meeting, then the standing ones of its units and people."""
    outcomes = grouped(rows.outcomes, lambda row: row.fact_id)
    cooperations = {row.id: both(row, "name") or both(row, "topic") for row in rows.cooperations}
    return tuple(
        _fact(row, _subject(row, cooperations, known), take_outcomes(outcomes.get(row.id, []))) for row in rows.facts
    )


def take_sources(rows: MeetingRows) -> tuple[shapes.SourceDocument, ...]:
    """The reports about the meeting."""
    return tuple(
        shapes.SourceDocument(
            title=row.title,
            original_title=row.original_title,
            title_reading=both(row, "title_reading"),
            outlet=both(row, "outlet"),
            published=row.published,
            authors=row.authors,
            editor=row.editor,
            language=row.language,
            machine_translated=row.machine_translated,
            text=row.text,
            notes=row.notes,
        )
        for row in rows.sources
    )


def take_photos(rows: MeetingRows) -> tuple[shapes.Photo, ...]:
    """The photos that reports name."""
    return tuple(shapes.Photo(row.file_name, both(row, "caption")) for row in rows.photos)


def take_readings(rows: MeetingRows) -> tuple[shapes.Reading, ...]:
    """The readings of garbled words."""
    return tuple(
        shapes.Reading(
            row.target_kind,
            row.target_label,
            row.target_field,
            row.original,
            both(row, "reading"),
            row.confidence,
            row.basis,
            row.reviewed_by,
        )
        for row in rows.readings
    )


def _subject(row: records.Fact, cooperations: dict[int, shapes.Bilingual], known: Known) -> shapes.Bilingual:
    """What the fact is about: the nearest of person, unit and cooperation."""
    person, unit = known.person(row.person_id), known.unit(row.organization_id)
    if person:
        return shapes.Bilingual(person.name.zh, person.name.en)
    if unit:
        return unit.name
    return cooperations.get(row.cooperation_id or 0, shapes.EMPTY)


def _fact(row: records.Fact, subject: shapes.Bilingual, outcomes: tuple[shapes.Outcome, ...]) -> shapes.Fact:
    return shapes.Fact(
        id=row.id,
        kind=row.kind,
        indicator=both(row, "indicator"),
        text=both(row, "text"),
        subject=subject,
        value=row.value,
        qualifier=row.qualifier,
        unit=both(row, "unit"),
        share=both(row, "share"),
        level=row.level,
        period=both(row, "period"),
        as_of=row.as_of,
        examples=both(row, "examples"),
        list_complete=row.list_complete,
        document_number=row.document_number,
        issuer=both(row, "issuer"),
        owner=both(row, "owner"),
        due_on=row.due_on,
        done=row.done,
        source_wording=row.source_wording,
        agenda_item_id=row.agenda_item_id,
        outcomes=outcomes,
    )
