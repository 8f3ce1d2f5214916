"""How much of a slip is read at most: a county's largest list is a few hundred rows, a hostile file has no end."""

from __future__ import annotations

MEGABYTE = 1 << 20
MOST_BYTES = 50 * MEGABYTE  # of the file, as kept beside the workspace
MOST_ROWS = 20_000
MOST_COLUMNS = 1_000
MOST_CELLS = 3_000_000  # of one sheet, empty ones counted: the readers lay it out as a full rectangle
EMPTY_ROWS = 50  # so many in a row end a sheet, whatever its used range claims
MOST_SHEETS = 200
MOST_MEMBERS = 10_000  # of a zip file
MOST_UNPACKED_PART = 64 * MEGABYTE
MOST_UNPACKED = 1_024 * MEGABYTE  # claimed by all parts together, most of which are never unpacked
