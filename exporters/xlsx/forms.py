"""Forms: sheets that go out to be filled in. Only what is to be written is open; short answers are offered as lists."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from exporters.blocks import Table
from resources.languages import translator

LONGEST_LIST = 255  # characters; Excel calls a file broken whose list is longer
FIELD_HEIGHT = 24.0  # points
LEAST_ROOM = 14.0  # digits to write in

Places = tuple[int, int, int]  # of a field: the first column of its label, the first of its room, the last


def protect(sheet: Worksheet) -> None:
    """Only open cells can be changed, rows and columns be fitted. No password: it is against slips only."""
    protection = sheet.protection
    protection.sheet = True
    protection.formatColumns = protection.formatRows = False  # False: allowed
    protection.insertRows = protection.deleteRows = False


def offer_choices(sheet: Worksheet, table: Table, first_row: int, last_row: int, language: str) -> None:
    """The answers that each column offers; another one may be written after a question."""
    _ = translator(language).gettext
    for number, column in enumerate(table.columns, start=1):
        listed = ",".join(column.choices)
        if not column.choices or len(listed) > LONGEST_LIST:
            continue
        offered = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True, showErrorMessage=True)
        offered.errorStyle = "warning"
        offered.errorTitle, offered.error = column.heading, _("This is not in the list. Keep it all the same?")
        letter = get_column_letter(number)
        offered.add(f"{letter}{first_row}:{letter}{last_row}")
        sheet.add_data_validation(offered)


def field_places(widths: Sequence[float], labels: Sequence[float]) -> list[Places]:
    """Where fields stand beside one another, given how wide their labels are; empty where there is no room for all."""
    share = sum(widths) / max(len(labels), 1)
    places: list[Places] = []
    column = 0
    for number, label in enumerate(labels, start=1):
        first, room = column, _up_to(widths, column, label)
        end = _up_to(widths, room, max(share * number - sum(widths[:room]), LEAST_ROOM))
        column = len(widths) if number == len(labels) else end
        places.append((first, room, column - 1))
    fits = all(first < room <= last for first, room, last in places)
    return places if fits else []


def _up_to(widths: Sequence[float], first: int, wanted: float) -> int:
    """The column behind those that together are so wide, at least one."""
    column, got = first, 0.0
    while column < len(widths) and (got < wanted or column == first):
        got += widths[column]
        column += 1
    return column
