"""What a caller may choose about a paper. Frozen, and all a paper depends on besides the snapshot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """Choices for one export.

    `language` is the document's ("zh", "en"), never the window's. `made_at` is the local wall time printed or stored
    in the paper: exporters read no clock, so the same input gives the same bytes.
    """

    language: str
    made_at: datetime
    final: bool = False  # False: preview mark, number and date left blank
    unmasked: bool = False  # True: full phones; the caller logs it
    agreement_key: str | None = None  # only this agreement, for papers made one an agreement
    organization_name: str = ""  # the office, for document properties
    preset: str = ""  # page preset ("gbt9704", "gbt9704-grid", "common28", "compact", "english"); "": the paper's own
    archive: bool = False  # PDF/A-2b
    swap_labels: bool = False  # True: on the copy a party keeps it is called 甲方; False: it comes first as 乙方
    duplex: bool = True  # copies to be signed are printed on both sides of the sheet
