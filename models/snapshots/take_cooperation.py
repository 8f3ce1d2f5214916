"""Cooperations, bases and their results in a snapshot."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from models.snapshots import shapes
from models.snapshots.names import both
from models.snapshots.rows import MeetingRows, grouped
from models.snapshots.take_people import Known

if TYPE_CHECKING:
    from models import records


def take_cooperations(rows: MeetingRows, known: Known) -> tuple[shapes.Cooperation, ...]:
    """The cooperations with bases, responsible people, follow-ups and outcomes."""
    bases = grouped(rows.bases, lambda row: row.cooperation_id)
    responsible = grouped(rows.responsible, lambda row: row.cooperation_id)
    steps = grouped(rows.follow_ups, lambda row: row.cooperation_id)
    outcomes = grouped(rows.outcomes, lambda row: row.cooperation_id)
    return tuple(
        _cooperation(
            row,
            known,
            bases=take_bases(bases.get(row.id, []), rows, known),
            responsible=tuple(_responsible(who, known) for who in responsible.get(row.id, [])),
            follow_ups=tuple(_follow_up(step) for step in steps.get(row.id, [])),
            outcomes=take_outcomes(outcomes.get(row.id, [])),
        )
        for row in rows.cooperations
    )


def take_bases(bases: Iterable[records.Base], rows: MeetingRows, known: Known) -> tuple[shapes.Base, ...]:
    """Joint bases, called by their type where they have no name of their own."""
    types = {row.id: row for row in rows.base_types}
    return tuple(_base(row, types.get(row.base_type_id or 0), known) for row in bases)


def take_outcomes(rows: Iterable[records.Outcome]) -> tuple[shapes.Outcome, ...]:
    """Measured results."""
    return tuple(
        shapes.Outcome(both(row, "metric"), row.value, row.qualifier, both(row, "unit"), row.level, row.as_of)
        for row in rows
    )


def _base(row: records.Base, kind: records.BaseType | None, known: Known) -> shapes.Base:
    type_name = both(kind, "name") if kind else shapes.EMPTY
    return shapes.Base(
        id=row.id,
        type_code=kind.code if kind else "",
        type_name=type_name,
        name=both(row, "name") or type_name,
        level=row.level,
        established=row.established,
        established_on=row.established_on,
        annual_quota=row.annual_quota,
        partner=known.unit(row.partner_organization_id),
        local=known.unit(row.local_organization_id),
        remarks=both(row, "remarks"),
    )


def _responsible(row: records.CooperationResponsible, known: Known) -> shapes.Responsible:
    return shapes.Responsible(known.person(row.person_id), known.unit(row.organization_id), both(row, "role"))


def _follow_up(row: records.FollowUp) -> shapes.FollowUp:
    return shapes.FollowUp(row.happened_on, row.status, both(row, "text"), row.author, row.evidence)


def _cooperation(
    row: records.Cooperation,
    known: Known,
    *,
    bases: tuple[shapes.Base, ...],
    responsible: tuple[shapes.Responsible, ...],
    follow_ups: tuple[shapes.FollowUp, ...],
    outcomes: tuple[shapes.Outcome, ...],
) -> shapes.Cooperation:
    return shapes.Cooperation(
        id=row.id,
        name=both(row, "name"),
        topic=both(row, "topic"),
        local=known.unit(row.local_organization_id),
        partner=known.unit(row.partner_organization_id),
        partner_department=both(row, "partner_department"),
        lead=known.unit(row.lead_organization_id),
        category=row.category,
        status=row.status,
        level=row.level,
        content=both(row, "content"),
        need=both(row, "need"),
        expertise=both(row, "expertise"),
        support=both(row, "support"),
        amount=row.amount,
        matched_on=row.matched_on,
        due_on=row.due_on,
        targets=both(row, "targets"),
        progress=both(row, "progress"),
        problems=both(row, "problems"),
        next_step=both(row, "next_step"),
        evidence=row.evidence,
        unresolved=both(row, "unresolved"),
        remarks=both(row, "remarks"),
        bases=bases,
        responsible=responsible,
        follow_ups=follow_ups,
        outcomes=outcomes,
        updated_at=row.updated_at,
    )
