"""The cells of a column, cleaned: each text once, however many rows hold it; what is more than text kept apart."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from models.imports.answers import (
    NO,
    answer_of,
    clean_category,
    clean_diet,
    clean_ethnicity,
    clean_flag,
    clean_gender,
    clean_lodging,
    clean_meals,
    clean_reply,
    clean_room,
)
from models.imports.book import CellValue, Note
from models.imports.headers import heading_words
from models.imports.match_columns import LABEL, Column
from models.imports.name_cells import NameCell, clean_name, clean_name_together, plain_names
from models.imports.numbers_in_cells import (
    are_plain_mobiles,
    clean_email,
    clean_identity,
    clean_phone,
    clean_second_phone,
)
from models.imports.slip_dates import clean_moment
from models.imports.split_cells import UnitSplitter
from models.imports.tables import NAME_AND_TITLE, UNIT_AND_TITLE, ColumnMatch, MatchedBy
from models.imports.texts import HAN_CLASS, CleanCell, Cleaned, clean_code, clean_remark, clean_words, text_of, told
from models.imports.titles import is_title

Clean = Callable[[CellValue], CleanCell]
OF_ONE_PERSON = frozenset({"phone", "phone_2", "email", "id_number"})  # nobody has those of the person above
DITTO = frozenset({"同上", "〃", '"', "“", "”", "″", "''", "同", "上同", "ditto", "〞", "〃〃", "↑", "同 上"})
_GARBLED = re.compile("\ufffd|锟斤拷|烫烫烫")
_PLAIN: Mapping[str, Clean] = {
    "organization": clean_words,
    "department": clean_words,
    "gender": clean_gender,
    "ethnicity": clean_ethnicity,
    "phone": clean_phone,
    "phone_2": clean_second_phone,
    "email": clean_email,
    "id_number": clean_identity,
    "category": clean_category,
    "role": clean_words,
    "reply": clean_reply,
    "arrival_trip": clean_code,
    "departure_trip": clean_code,
    "room": clean_room,
    "roommate": clean_words,
    "meals": clean_meals,
    "diet": clean_diet,
    "table_number": clean_code,
    "vehicle": clean_code,
    "remarks": clean_remark,
    "title_en": clean_remark,
    "name_en": clean_remark,
}
_NUMBERS = frozenset({"phone", "phone_2", "email", "id_number", "gender"})  # what is garbled is no number anyway
_TWO_SCRIPTS = re.compile(f"(?P<han>[{HAN_CLASS}、]+)[ /]+(?P<latin>[A-Z][A-Za-z,.& -]{{3,}})")
_DASHES = frozenset({"-", "—", "——", "/", "--", "－"})
_TITLE_ENGLISH = "title_en"


MOST_KEPT = 20_000  # texts of a kind of column, from one slip to the next


class Memo(dict[CellValue, str]):
    """Value → text. `special`: what says more than text."""

    def __init__(self, clean: Clean) -> None:
        super().__init__()
        self._clean = clean
        self.special: dict[CellValue, Cleaned] = {}

    def __missing__(self, value: CellValue) -> str:
        cell = self._clean(value)
        if isinstance(cell, Cleaned):
            self.special[value] = cell
            cell = cell.text
        self[value] = cell
        return cell

    def forget(self) -> None:
        """Begin anew."""
        self.clear()
        self.special = {}


class NameMemo(dict[CellValue, str]):
    """Value → the name where it is one plain name, else ""; `special`: everything else that stands in the cell."""

    def __init__(self) -> None:
        super().__init__()
        self.special: dict[CellValue, NameCell] = {}

    def __missing__(self, value: CellValue) -> str:
        cell = clean_name(value)
        if isinstance(cell, NameCell):
            self.special[value] = cell
            cell = ""
        self[value] = cell
        return cell

    def together(self, value: CellValue) -> NameCell:
        """The cell as one person."""
        cell = clean_name_together(value)
        return NameCell((Cleaned(cell),)) if isinstance(cell, str) else cell

    def names(self, values: Sequence[CellValue]) -> list[str]:
        """The plain names of a column, "" for whatever else stands there."""
        is_plain = plain_names().fullmatch
        return [value if type(value) is str and is_plain(value) else self[value] for value in values]


@dataclass(slots=True)
class Values:
    """A field of all rows: their texts, and by row what is more than text."""

    field: str
    texts: list[str]
    special: dict[int, list[Cleaned]] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """What cells need to know besides themselves."""

    year: int | None
    splitter: UnitSplitter


def clean_column(column: Column, values: Sequence[CellValue], reading: Reading) -> Values:
    """One column; 同上 takes the cell above it."""
    if column.field in ("phone", "phone_2") and column.keep != LABEL and (numbers := are_plain_mobiles(values)):
        return Values(column.field, numbers)
    own = column.field in OF_ONE_PERSON
    plain, dittos = _without_dittos(_hashable(values), fill=not own)
    memo = _memo(column.field, column.keep, column.match.header, reading)
    if len(memo) > MOST_KEPT:
        memo.forget()
    found = Values(_field(column), list(map(memo.__getitem__, plain)))
    if memo.special:
        found.special = {row: [memo.special[value]] for row, value in enumerate(plain) if value in memo.special}
    for row in dittos:
        note = Note("ditto_of_a_person" if own else "ditto_filled", {"field": found.field, "text": found.texts[row]})
        found.special.setdefault(row, [Cleaned(found.texts[row])]).append(Cleaned("", (), (note,)))
    return found


@lru_cache(maxsize=200)
def _memo(field: str, keep: str, heading: str, reading: Reading) -> Memo:
    """Columns of one kind hold the same few words, in one slip as in the next."""
    column = Column(ColumnMatch(0, heading, field, MatchedBy.HEADER), keep)
    return Memo(_labelled(column) if keep == LABEL else _cleaner(column, reading))


def _hashable(values: Sequence[CellValue]) -> Sequence[CellValue]:
    """True and 1 are one key of a dictionary: yes and no are told apart first."""
    if bool not in set(map(type, values)):
        return values
    return ["是" if value is True else "否" if value is False else value for value in values]


def _without_dittos(values: Sequence[CellValue], *, fill: bool) -> tuple[Sequence[CellValue], list[int]]:
    """The values with marks such as 同上 filled from above, or left empty; and the rows of the marks."""
    if DITTO.isdisjoint(values):
        return values, []
    filled: list[CellValue] = []
    rows: list[int] = []
    above: CellValue = None
    for row, value in enumerate(values):
        if isinstance(value, str) and value in DITTO and above is not None:
            rows.append(row)
            value = above if fill else None
        elif value not in (None, ""):
            above = value
        filled.append(value)
    return filled, rows


def _field(column: Column) -> str:
    return "organization" if column.field == UNIT_AND_TITLE else column.field


def _cleaner(column: Column, reading: Reading) -> Clean:
    key, heading = column.field, column.match.header
    if column.keep.startswith("="):
        word = column.keep[1:]
        return lambda value: clean_flag(key, word, value)
    if key in ("arrival", "departure"):
        return lambda value: clean_moment(key, value, reading.year)
    if key == "lodging":
        return lambda value: clean_lodging(value, heading=heading or "住宿")
    if key == UNIT_AND_TITLE:
        return reading.splitter.clean
    if key == "title_zh":
        return _clean_title
    return _PLAIN[key] if key in _NUMBERS else _checked(key, _PLAIN[key])


def _checked(key: str, clean: Clean) -> Clean:
    """Garbled characters are told, wherever they stand; a day in a column of numbers too."""

    def checked(value: CellValue) -> CleanCell:
        cell = clean(value)
        if isinstance(cell, str):
            if cell in _DASHES and key != "remarks":
                return ""
            if not cell.isascii() and _GARBLED.search(cell):
                return told(key, "garbled", cell, cell)
            if key == "table_number" and isinstance(value, date | datetime):
                return told(key, "room_is_date", cell, f"{value.month}-{value.day}")
        return cell

    return checked


def _clean_title(value: CellValue) -> CleanCell:
    """A title; an English one goes to its own field."""
    text = clean_words(value)
    if text in ("", "无", "-", "/", "—", "——"):
        return ""
    if " " in text or text is not value:
        text = _joined_titles(text_of(value)) or text
    if text.isascii() and any(map(str.isalpha, text)):
        return Cleaned("", ((_TITLE_ENGLISH, text),))
    if both := _TWO_SCRIPTS.fullmatch(text):
        return Cleaned(both["han"], ((_TITLE_ENGLISH, both["latin"]),))
    if _GARBLED.search(text):
        return told("title_zh", "garbled", text, text)
    return text


def _joined_titles(raw: str) -> str:
    """教授 博导, or a title on each line: joined as titles are; empty where the parts are no titles of their own."""
    parts = [clean_words(part) for part in raw.split()]
    return "、".join(parts) if len(parts) > 1 and all(map(is_title, parts)) else ""


def _labelled(column: Column) -> Clean:
    """Kept with its heading: “是否接站：是”; a no is nothing."""
    heading = heading_words(column.match.header) or column.match.header

    def labelled(value: CellValue) -> CleanCell:
        text = clean_remark(value)
        return "" if not text or answer_of(text) == NO else f"{heading}：{text}"

    return labelled


def combined(one: Values, other: Values) -> Values:
    """Two columns of one field, row by row: both where they differ."""
    join = _joiner(one.field)
    texts = [
        text if not more or more == text else join(text, more) if text else more
        for text, more in zip(one.texts, other.texts, strict=True)
    ]
    special = {row: list(cells) for row, cells in one.special.items()}
    for row, cells in other.special.items():
        special.setdefault(row, []).extend(cells)
    return Values(one.field, texts, special)


def mobiles_first(first: Values, second: Values) -> None:
    """Of two columns of phones the mobile is the phone, wherever it stands."""
    for row, (one, other) in enumerate(zip(first.texts, second.texts, strict=True)):
        if other and not _is_mobile(one) and _is_mobile(other):
            first.texts[row], second.texts[row] = other, one


def _is_mobile(text: str) -> bool:
    return len(text) == 11 and text[0] == "1" and text.isdecimal()


def _joiner(key: str) -> Callable[[str, str], str]:
    if key == "lodging":
        return lambda one, other: "yes" if "yes" in (one, other) else one
    if key in ("gender", "reply", "category"):
        return lambda one, other: one
    return lambda one, other: join_words(key, one, other)


def join_words(key: str, one: str, other: str) -> str:
    """Two texts for one field: remarks as clauses, everything else as a list; once where one holds the other."""
    if not one or not other or other in one:
        return one or other
    return f"{one}；{other}" if key in ("remarks", "diet", "meals") else f"{one}、{other}"


def labelled_column(column: Column) -> Column:
    """A further column of names: whoever stands there is kept in the remarks, with the heading."""
    match = column.match
    return Column(ColumnMatch(match.column, match.header, "remarks", match.by), LABEL)


def is_name_column(column: Column) -> bool:
    """Whether people stand in it."""
    return column.field in ("name_zh", NAME_AND_TITLE)
