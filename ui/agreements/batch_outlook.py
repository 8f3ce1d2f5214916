"""What a batch will come to: titles and clauses of its lines, the order of signing, who has no agreement yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from exporters.documents.words import word
from models.codes import AgreementTier
from models.rules.signing_order import counted_tiers
from models.snapshots.shapes import Bilingual, MeetingSnapshot
from models.templates import AgreementTemplate
from resources.languages import translator
from ui.agreements.batch_lines import BatchLine

if TYPE_CHECKING:
    from models.actions.batch_agreements import BatchCommon, BatchRow
    from models.batch_preview import RowPreview


class Outlook:
    """Works out what each line will be; only what has changed is worked out anew."""

    def __init__(self) -> None:
        self._base: tuple[object, ...] = ()
        self._known: dict[int, tuple[BatchRow, RowPreview]] = {}

    def numbered(
        self,
        lines: Sequence[BatchLine],
        rows: Sequence[BatchRow],
        snapshot: MeetingSnapshot,
        template: AgreementTemplate,
        common: BatchCommon,
        names: Mapping[int, Bilingual],
    ) -> tuple[BatchLine, ...]:
        """The lines with their numbers, their titles, and how many clauses stand."""
        from models.batch_preview import preview_row

        base = (snapshot.taken_at, template, common, len(names))
        if base != self._base:
            self._base, self._known = base, {}
        shown = []
        for number, (line, row) in enumerate(zip(lines, rows, strict=True), start=1):
            before = self._known.get(line.id)
            if before is None or before[0] != row:
                before = self._known[line.id] = row, preview_row(snapshot, template, common, row, names)
            found = before[1]
            clauses = f"{found.stand(template, line.left_out)}/{len(template.clauses)}"
            title = found.title.zh, found.title.en
            shown.append(replace(line, number=number, clauses=clauses, without=found.without, title=title))
        return tuple(shown)


@dataclass(frozen=True)
class _Coming:
    tier: AgreementTier


def order_words(snapshot: MeetingSnapshot, tier: AgreementTier, count: int, common: BatchCommon, language: str) -> str:
    """“Signed in this order: framework 1 → special 9”, with those of the batch."""
    _ = translator(language).gettext
    coming: list[Any] = [*snapshot.agreements, *([_Coming(tier)] * count)]
    counted = counted_tiers(coming)
    if not counted:
        return _("Type a unit in the first line, take the units of the meeting, or paste rows from Excel or WPS.")
    parts = " → ".join(f"{word(one, language)} {number}" for one, number in counted.items())
    if common.in_order:
        return _("Signing order of the meeting afterwards: {order}").format(order=parts)
    return _("Behind the agreements of the meeting as they stand: {order}").format(order=parts)


def lines_for(snapshot: MeetingSnapshot, ours: object, lines: Sequence[BatchLine]) -> list[BatchLine]:
    """A line for each unit of the other sides that has neither a line nor an agreement with ours yet, in order."""
    signed = [
        {party.organization.id for party in agreement.parties if party.organization is not None}
        for agreement in snapshot.agreements
    ]
    sides = [side for side in snapshot.sides if all(unit.id != ours for unit in side.units)]
    units = dict.fromkeys(unit.id for side in sides for unit in side.units)
    here = {line.unit for line in lines}
    free = [unit for unit in units if unit not in here and not any({unit, ours} <= together for together in signed)]
    return [BatchLine(0, unit) for unit in free]
