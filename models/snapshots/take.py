"""Takes the snapshot of a meeting: stored rows in, frozen shapes out."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from models.errors import KnownError
from models.looking import Looking, Source, looking_at
from models.office_keys import EXPIRY_DAYS, LADDERS_KEY
from models.rules.ranks import from_stored
from models.snapshots import shapes
from models.snapshots.names import both
from models.snapshots.rows import read_rows
from models.snapshots.take_agreement_files import take_proof_ticks, take_seal_uses
from models.snapshots.take_agreements import take_agreements, take_batches, take_own_templates
from models.snapshots.take_ceremony import take_cue_lines, take_plaques, take_rounds, take_seat_plans
from models.snapshots.take_cooperation import take_bases, take_cooperations
from models.snapshots.take_facts import take_facts, take_photos, take_readings, take_sources
from models.snapshots.take_people import Known, take_known, take_open_places, take_own_columns, take_roles, take_sides
from models.snapshots.take_program import take_agenda, take_routes
from models.stored_rows import stored_rows

if TYPE_CHECKING:
    from models import records


def take_meeting(source: Source, meeting_id: int, *, taken_at: datetime) -> shapes.MeetingSnapshot:
    """The whole meeting as it is now, in a fixed number of queries. KnownError("unknown_meeting") if there is none."""
    looking = looking_at(source)
    found = stored_rows(looking, "meeting", {"id": (meeting_id,)}, order=("id",))
    if not found:
        raise KnownError("unknown_meeting", meeting=str(meeting_id), known="")
    meeting: records.Meeting = found[0]
    rows = read_rows(looking, meeting)
    known = take_known(rows)
    return shapes.MeetingSnapshot(
        meeting=_meeting(meeting, known),
        taken_at=taken_at,
        organizations=take_roles(rows, known),
        sides=take_sides(rows, known),
        attendees=tuple(known.attendees.values()),
        groups=tuple(known.groups.values()),
        agenda=take_agenda(rows, known),
        routes=take_routes(rows, known),
        cooperations=take_cooperations(rows, known),
        bases=take_bases([row for row in rows.bases if _is_meetings_own(row)], rows, known),
        batches=take_batches(rows),
        agreements=take_agreements(rows, known),
        plaques=take_plaques(rows, known),
        rounds=take_rounds(rows, known),
        seat_plans=take_seat_plans(rows, known),
        cue_lines=take_cue_lines(rows),
        facts=take_facts(rows, known),
        sources=take_sources(rows),
        photos=take_photos(rows),
        readings=take_readings(rows),
        all_organizations=tuple(known.units.values()),
        own_columns=take_own_columns(rows),
        open_places=take_open_places(rows),
        seal_uses=take_seal_uses(rows, known),
        proof_ticks=take_proof_ticks(rows),
        own_templates=take_own_templates(rows),
        **_settings(looking),
    )


def _settings(looking: Looking) -> dict[str, Any]:
    """What the office has chosen: its table of ranks where it has one, how early the end of an agreement is told."""
    kept = {row.key: row.value for row in stored_rows(looking, "setting", columns=("key", "value"), order=("id",))}
    days = kept.get(EXPIRY_DAYS.key)
    return {
        "rungs": from_stored(kept.get(LADDERS_KEY)),
        "expiry_days": days if EXPIRY_DAYS.fits(days) else EXPIRY_DAYS.default,
    }


def _is_meetings_own(base: records.Base) -> bool:
    return base.cooperation_id is None and base.agreement_id is None


def _meeting(row: records.Meeting, known: Known) -> shapes.Meeting:
    return shapes.Meeting(
        id=row.id,
        key=row.key,
        kinds=row.kinds,
        title=both(row, "title"),
        theme=both(row, "theme"),
        purpose=both(row, "purpose"),
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        date_precision=row.date_precision,
        date_note=both(row, "date_note"),
        venue=both(row, "venue"),
        city=both(row, "city"),
        status=row.status,
        confidentiality=row.confidentiality,
        invented=row.invented,
        notes=both(row, "notes"),
        venue_organization=known.unit(row.venue_organization_id),
        needs_english=row.needs_english,
        personal_data_purged_at=row.personal_data_purged_at,
    )
