"""How papers are to be made, as chosen in the window: the same for preview, print and export."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from resources.languages import LANGUAGES

if TYPE_CHECKING:
    from datetime import date, datetime

    from exporters.options import ExportOptions


@dataclass(frozen=True)
class PaperOptions:
    """The choices, each as `ExportOptions` has it. `pack_languages`: the languages of a whole pack."""

    final: bool = False
    unmasked: bool = False
    preset: str = ""
    archive: bool = False
    swap_labels: bool = False
    duplex: bool = True
    table_card: str = ""
    badge: str = ""
    card_faces: int = 2
    card_units: bool = True
    as_notice: bool = False
    columns: tuple[str, ...] = ()
    slip_columns: tuple[str, ...] = ()
    grouping: str = ""
    came_only: bool = False
    blank_lines: int | None = None
    unit: str = ""
    reply_by: date | None = None
    return_to: str = ""
    compare_from: int | None = None
    compare_to: int | None = None
    revision: int | None = None
    pack_languages: tuple[str, ...] = LANGUAGES

    def languages_of_pack(self, *, needs_english: bool) -> tuple[str, ...]:
        """The languages of a whole pack; both are no more than Chinese where a meeting needs no English papers."""
        return ("zh",) if self.pack_languages == LANGUAGES and not needs_english else self.pack_languages

    def in_language(self, language: str, made_at: datetime, office: str) -> ExportOptions:
        """What the exporters take."""
        from exporters.options import ExportOptions

        return ExportOptions(
            language=language,
            made_at=made_at,
            final=self.final,
            unmasked=self.unmasked,
            organization_name=office,
            preset=self.preset,
            archive=self.archive,
            swap_labels=self.swap_labels,
            duplex=self.duplex,
            table_card=self.table_card,
            badge=self.badge,
            card_faces=self.card_faces,
            card_units=self.card_units,
            as_notice=self.as_notice,
            columns=self.columns,
            slip_columns=self.slip_columns,
            grouping=self.grouping,
            came_only=self.came_only,
            blank_lines=self.blank_lines,
            unit=self.unit,
            reply_by=self.reply_by,
            return_to=self.return_to,
            compare_from=self.compare_from,
            compare_to=self.compare_to,
            revision=self.revision,
        )

    def for_other_meeting(self) -> PaperOptions:
        """Without what concerns one meeting only."""
        return replace(self, unit="", reply_by=None, came_only=False)


USUAL = PaperOptions()
