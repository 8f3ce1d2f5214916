"""What the comparison leaves to the worker process: reading two texts of an agreement, and finding what differs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from models.snapshots.shapes import MeetingSnapshot

if TYPE_CHECKING:
    from exporters.comparison.compare import Comparison


@dataclass(frozen=True, slots=True)
class Compared:
    """Two texts with what became of each piece, and the content hash of either."""

    wish: CompareTexts
    hashes: tuple[str, str]
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class CompareTexts:
    """Compare two texts of an agreement: numbers of revisions; `newer` None: the text as the records make it now."""

    agreement_key: str
    language: str
    older: int
    newer: int | None

    def do(self, snapshot: MeetingSnapshot) -> Compared:
        """KnownError: what `versions` raises."""
        from exporters.comparison.compare import compare
        from exporters.documents.comparison import versions
        from exporters.fingerprint import content_hash
        from exporters.options import ExportOptions

        agreement = next(one for one in snapshot.agreements if one.key == self.agreement_key)
        options = ExportOptions(self.language, made_at=snapshot.taken_at, agreement_key=self.agreement_key)
        pair = versions(snapshot, agreement, replace(options, compare_from=self.older, compare_to=self.newer))
        assert pair is not None  # the older one is named
        old, new = (version.document for version in pair)
        return Compared(self, (content_hash(old), content_hash(new)), compare(old, new))
