"""Rows of headings: two known ones at least, one of them for the name; of one level or two; tables side by side."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from models.imports.book import CellValue
from models.imports.footers import is_label
from models.imports.grid import Grid
from models.imports.headers import CONTACT_NAME, LEVELS, LONGEST, NAME_FIELDS, Meaning, guessed_meaning, meaning_of
from models.imports.texts import line_of

WHO = frozenset({*NAME_FIELDS, CONTACT_NAME})
MOST_ROWS_SEARCHED = 400  # headings lie near the top, or below another table
LONGEST_GROUP_HEAD = 14
_ALONE = re.compile(r"(?i).{0,6}姓\s*名|(?:full )?name")  # a list of names with nothing else


@dataclass(frozen=True, slots=True)
class Headings:
    """The rows that head a table, and the heading of each column; `first`, `last`: the columns of the table."""

    rows: tuple[int, ...]
    texts: Mapping[int, str]
    first: int
    last: int
    unit: tuple[int, str] | None = None  # column and heading of the units that it shares with the table beside it


def find_headings(grid: Grid, row: int, last_row: int, first: int, last: int) -> Headings | None:
    """The next headings from a row on, within these columns."""
    for each in range(row, min(last_row, row + MOST_ROWS_SEARCHED) + 1):
        if is_heading_row(grid, each, first, last):
            return headings_at(grid, each, first, last, above=row)
    return None


def is_heading_row(grid: Grid, row: int, first: int, last: int) -> bool:
    """Two known headings or more, one of them for a name, and few cells besides; or the heading 姓名 alone."""
    values = grid.rows[row][first : last + 1]
    if not any(isinstance(value, str) and 0 < len(value) <= 3 * LONGEST for value in values):
        return False
    texts = grid.heading_texts(row, first, last)
    known = {column: found for column, text in texts.items() if len(text) <= LONGEST and (found := meaning_of(text))}
    fields = {meaning.field for meaning in known.values()}
    if not fields & WHO or _is_form(texts, known) or _is_answered(grid, row, texts, known):
        return False
    if fields & WHO == {CONTACT_NAME} and sum(str(value).rstrip().endswith(("：", ":")) for value in values) > 1:
        return False  # 填报单位： | 联系人： | 联系电话： above the table, to be answered behind each
    written = len(set(texts.values()))
    if len(fields) >= 2:
        return 2 * len(known) >= written or len(fields) >= 4
    return len(texts) == 1 and bool(_ALONE.fullmatch(next(iter(texts.values())))) and not grid.is_wide(row, min(texts))


def _is_form(texts: Mapping[int, str], known: Mapping[int, Meaning]) -> bool:
    """姓名 | 张三 | 性别 | 男: headings and answers in turn."""
    columns = sorted(texts)
    turns = [column in known for column in columns]
    answers = sum(turns[place] and not turns[place + 1] for place in range(len(turns) - 1))
    return len(known) >= 2 and answers == len(known) and turns[0]


def _is_answered(grid: Grid, row: int, texts: Mapping[int, str], known: Mapping[int, Meaning]) -> bool:
    """A name stands behind the heading 姓名 and the next row begins with a heading again: a form."""
    following = next((text for column in range(len(texts) + 2) if (text := grid.text(row + 1, column))), "")
    if not following or meaning_of(following) is None or (row + 1, min(texts)) in grid.continued:
        return False
    columns = sorted(texts)
    return any(
        meaning.field in WHO and after not in known and len(texts[after]) <= 12
        for column, meaning in known.items()
        for after in columns[columns.index(column) + 1 :][:1]
    )


def headings_at(grid: Grid, row: int, first: int, last: int, *, above: int = 0) -> Headings:
    """The headings of a row, with the second level below it or the heads of groups above it."""
    if row + 1 < len(grid.rows) and _is_lower_level(grid, row, row + 1, first, last):
        return joined(grid, (row, row + 1), first, last)
    if row > above and _is_upper_level(grid, row - 1, row, first, last):
        return joined(grid, (row - 1, row), first, last)
    return joined(grid, (row,), first, last)


def joined(grid: Grid, rows: Sequence[int], first: int, last: int) -> Headings:
    """The headings of one row, or of several joined column by column (“住宿·是否”)."""
    levels = [grid.heading_texts(row, first, last) for row in rows]
    if len(levels) == 1:
        return Headings(tuple(rows), dict(sorted(levels[0].items())), first, last)
    for upper, lower in pairwise(levels):
        _spread(upper, lower, first, last)
    texts: dict[int, str] = {}
    for column in range(first, last + 1):
        words = dict.fromkeys(level[column] for level in levels if column in level)
        if words:
            texts[column] = LEVELS.join(words)
    return Headings(tuple(rows), texts, first, last)


def _spread(upper: dict[int, str], lower: Mapping[int, str], first: int, last: int) -> None:
    """A head of a group without merged cells reaches over the empty cells beside it."""
    for column in range(first + 1, last + 1):
        before = column - 1
        is_open = column not in upper and column in lower and before in upper and before in lower
        if is_open and lower[before] != upper[before]:
            upper[column] = upper[before]


def _is_lower_level(grid: Grid, row: int, below: int, first: int, last: int) -> bool:
    """Whether the next row divides headings further: below no name, and half of its words known."""
    cells = grid.rows[below][first : last + 1]
    if any(type(cell) is float and (below, column) not in grid.continued for column, cell in enumerate(cells, first)):
        return False
    upper = grid.heading_texts(row, first, last)
    written = {
        column: text
        for column in range(first, last + 1)
        if (below, column) not in grid.continued and (text := grid.text(below, column))
    }
    if not written or any(not isinstance(grid.value(below, column), str) for column in written):
        return False
    names = [column for column, text in upper.items() if (found := meaning_of(text)) and found.field in WHO]
    if any(column in written for column in names if not grid.is_wide(row, column)):
        return False
    heads = joined(grid, (row, below), first, last).texts
    known = sum(
        meaning_of(heads[column]) is not None and meaning_of(text) is not None for column, text in written.items()
    )
    return 2 * known >= len(written) and (known >= 2 or any(grid.is_wide(row, column) for column in upper))


def _is_upper_level(grid: Grid, above: int, row: int, first: int, last: int) -> bool:
    """Whether the row before holds heads of groups: short words, several of them, each over some columns."""
    cells = grid.rows[above][first : last + 1]
    texts = {column: text for column, cell in enumerate(cells, first) if cell is not None and (text := line_of(cell))}
    lower = grid.heading_texts(row, first, last)
    new = {column: text for column, text in texts.items() if lower.get(column) != text}
    if not new or any(_is_no_group_head(grid.value(above, column), text) for column, text in new.items()):
        return False
    is_linked = any((row, column) in grid.continued for column in texts)
    if len(new) < 2 and not is_linked:
        return False
    return grid.widest(above) * 4 < 3 * max(len(lower), 1) + 4 and all(column in lower for column in new)


def _is_no_group_head(value: CellValue, text: str) -> bool:
    has_sign = any(character in "：:。，,0123456789" for character in text)
    return not isinstance(value, str) or len(text) > LONGEST_GROUP_HEAD or has_sign or is_label(text)


def side_by_side(headings: Headings) -> list[Headings]:
    """The tables beside each other: each has a name; the next begins behind a gap or where a heading recurs."""
    blocks: list[dict[int, str]] = [{}]
    fields: set[str] = set()
    for column in range(headings.first, headings.last + 1):
        field = _field(headings.texts.get(column, ""))
        is_new = fields & NAME_FIELDS and (field in fields or column not in headings.texts)
        if is_new and _names_later(headings, column, fields):
            blocks.append({})
            fields = set()
        if column in headings.texts:
            blocks[-1][column] = headings.texts[column]
            fields.add(field)
    if len(blocks) == 1:
        return [headings]
    starts = [headings.first, *(min(block) for block in blocks[1:])]
    ends = [*(start - 1 for start in starts[1:]), headings.last]
    shared = _shared_unit(blocks)
    return [
        Headings(headings.rows, block, start, end, shared if number else None)
        for number, (block, start, end) in enumerate(zip(blocks, starts, ends, strict=True))
        if block
    ]


def _shared_unit(blocks: Sequence[Mapping[int, str]]) -> tuple[int, str] | None:
    """单位 | 姓名 | 电话 | 姓名 | 电话: two people a line, of one unit, where no gap parts them."""
    has_gap = any(min(after) > max(before) + 1 for before, after in pairwise(blocks) if before and after)
    units = [(column, text) for block in blocks for column, text in block.items() if _field(text) == "organization"]
    return units[0] if len(units) == 1 and units[0][0] in blocks[0] and not has_gap else None


@lru_cache(maxsize=20_000)
def _field(text: str) -> str:
    """The field, names and parts of names told apart; unknown headings as themselves."""
    found = meaning_of(text) or guessed_meaning(text)
    return f"{found.field}{found.keep}" if found else f"?{text}"


def _names_later(headings: Headings, column: int, before: set[str]) -> bool:
    """Whether a name stands here or behind that the table before has too: not 姓名 and 英文姓名 of one person."""
    later = {_field(text) for place, text in headings.texts.items() if place >= column}
    return bool(later & before & NAME_FIELDS)
