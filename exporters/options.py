"""What a caller may choose about a paper. Frozen, and all a paper depends on besides the snapshot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

EACH_UNIT = "*"  # `unit`: one paper for each unit invited


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
    columns: tuple[str, ...] = ()  # of the list of attendees, in this order, by key; (): the paper's own
    slip_columns: tuple[str, ...] = ()  # of the reply slip, in the same way
    grouping: str = ""  # of a list: "side", "unit", "rank"; "": the paper's own
    came_only: bool = False  # the list of attendees names those who were signed in at the door, and no others
    blank_lines: int | None = None  # at the end of a list, to be written in by hand; None: the paper's own
    unit: str = ""  # whom a reply slip or an invitation goes to, by its name; EACH_UNIT; "": nobody in particular
    reply_by: date | None = None  # the day by which replies are due; None: left open on the paper
    return_to: str = ""  # where replies go, as typed; "": what is known of the organizer
    table_card: str = ""  # format of table cards: a key of resources/tables/cards.toml, or "180x90" in mm; "": usual
    badge: str = ""  # format of badges, in the same way
    card_faces: int = 2  # of a table card that carry the name
    card_units: bool = True  # table cards show the unit, small
    as_notice: bool = False  # the invitation is a notice (会议通知), not a letter (邀请函)
    compare_from: int | None = None  # number of the older revision of a comparison; None: the newest before the other
    compare_to: int | None = None  # of the newer one; None: the text as it is now
    revision: int | None = None  # an agreement as this revision kept it, number and date included, final or not
