"""Reads a pasted table of counterparties: which column is which, whom it names, what is new, what cannot be read.

A plan: nothing is written. Columns are known by their heading, else by their order in the table on the screen.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from models.rules.spoken_numbers import read_chinese_amount
from models.rules.typed_values import read_number
from models.snapshots.shapes import Bilingual

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "number": ("序号", "编号", "序", "no", "#", "seq"),
    "unit": (
        "单位",
        "单位名称",
        "企业",
        "企业名称",
        "公司",
        "公司名称",
        "合作单位",
        "签约单位",
        "学校",
        "高校",
        "甲方",
        "乙方",
        "unit",
        "counterparty",
        "organization",
        "company",
    ),
    "signatory": (
        "签约人",
        "签字人",
        "签约代表",
        "签字代表",
        "授权代表",
        "代表",
        "姓名",
        "signatory",
        "signedby",
        "name",
    ),
    "capacity_zh": ("职务", "职位", "签约人职务", "签字人职务", "职务(中文)", "capacity", "title", "position"),
    "capacity_en": ("英文职务", "职务(英文)", "capacityinenglish", "titleinenglish"),
    "third": ("丙方", "第三方", "见证方", "见证单位", "thirdparty", "witness"),
    "areas_zh": (
        "合作领域",
        "合作内容",
        "领域",
        "合作方向",
        "合作领域(中文)",
        "fields",
        "fieldsofcooperation",
        "areas",
    ),
    "areas_en": ("英文合作领域", "合作领域(英文)", "fieldsinenglish"),
    "bases": ("基地", "基地类型", "共建基地", "合作基地", "base", "bases", "basetypes", "jointbases"),
    "amount": ("金额", "经费", "合作经费", "资金", "合同金额", "协议金额", "投资额", "amount", "funds", "money"),
}
IN_ORDER = ("unit", "signatory", "capacity_zh", "areas_zh", "bases", "amount")
LEAST_LIKE = 3  # characters: a shorter piece of a name says nothing
MOST_ROWS = 500

_UNIT_OF_MONEY = re.compile(r"[(（\[]?\s*(?:单位)?[:：]?\s*(亿元|万元|元|亿|万|rmb|cny|yuan)\s*[)）\]]?$")
_GROUPED = r"\d{1,3}(?:,\d{3})+|\d{1,4}(?:,\d{4})+|\d+"  # by threes, or by 万
_AMOUNT = re.compile(
    rf"(?:人民币|rmb|cny|¥)?(?P<digits>(?:{_GROUPED})(?:\.\d+)?)(?P<scale>万|亿|w)?(?:元|yuan)?(?:整|正)?"
)
_SCALES = {"": 1, "元": 1, "万": 10**4, "w": 10**4, "亿": 10**8}


class Doubt(StrEnum):
    """What the user is told about a cell before anything is taken over."""

    NEW_UNIT = "new_unit"  # will be added
    NEW_PERSON = "new_person"
    LIKE_UNIT = "like_unit"  # taken for the one unit whose name holds it
    SEVERAL_PEOPLE = "several_people"  # of this name: left open
    NO_UNIT = "no_unit"  # the line is left out
    SAME_UNIT = "same_unit"  # named in an earlier line as well
    NO_AMOUNT = "no_amount"  # cannot be read: left open
    OWN_BASE = "own_base"  # no known type: a base of this name
    TOO_MANY = "too_many"  # lines behind the last that is read


@dataclass(frozen=True, slots=True)
class Remark:
    """A doubt about a cell: its line (from 1, as pasted), its column, its text, and the name it is taken for."""

    line: int
    column: str
    doubt: Doubt
    text: str = ""
    meant: str = ""


@dataclass(frozen=True, slots=True)
class PartyLine:
    """A counterparty as the table names it: records by id, or names to be added."""

    line: int
    unit: int | str
    signatory: int | str | None = None
    capacity_zh: str = ""
    capacity_en: str = ""
    third: int | str | None = None
    areas_zh: str = ""
    areas_en: str = ""
    bases: str = ""
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class KnownUnit:
    """A unit with all its names."""

    id: int
    name: Bilingual
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person with the unit of the first post."""

    id: int
    name: Bilingual
    unit_id: int | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """Whom the workspace knows, and the names of base types as they may be written."""

    units: tuple[KnownUnit, ...] = ()
    people: tuple[KnownPerson, ...] = ()
    bases: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class PartyTable:
    """What a paste would do."""

    lines: tuple[PartyLine, ...]
    remarks: tuple[Remark, ...]
    columns: tuple[str, ...]  # how the columns were understood; "" for one that is left out

    def new_units(self) -> tuple[str, ...]:
        """Units that would be added, each once."""
        return tuple(dict.fromkeys(one.text for one in self.remarks if one.doubt is Doubt.NEW_UNIT))

    def new_people(self) -> tuple[str, ...]:
        """People who would be added, each once."""
        return tuple(dict.fromkeys(one.text for one in self.remarks if one.doubt is Doubt.NEW_PERSON))


def plan_party_table(cells: Sequence[Sequence[str]], known: Known, *, columns: Sequence[str] = IN_ORDER) -> PartyTable:
    """Understand pasted cells. `columns` are those of the table from the cell on into which they were pasted."""
    headings = _by_heading(cells[0]) if cells else ()
    found = headings or tuple(columns[: max((len(row) for row in cells), default=0)])
    reader = _Reader(known, found, _scale_of(cells[0], found) if headings else 1)
    first = 1 if headings else 0
    for number, row in enumerate(cells[first:], start=first + 1):
        if any(text.strip() for text in row):
            reader.read(number, row)
    return PartyTable(tuple(reader.lines), tuple(reader.remarks), found)


def read_amount(text: str, scale: int = 1) -> Decimal | None:
    """Yuan from 100,000, ¥10万元, 50w, 五百万元, 人民币壹拾万元整. ValueError for what is no amount, None for nothing.

    `scale` is that of the column (万元): it counts where the cell names no unit of its own.
    """
    plain = "".join(unicodedata.normalize("NFKC", text).lower().split())
    if not plain:
        return None
    found = _AMOUNT.fullmatch(plain)
    if found is None:
        return _spelled_amount(plain, scale)
    number = read_number(found["digits"], decimals=4)
    own = _SCALES[found["scale"] or ""]
    written_out = found["scale"] or "元" in plain or "yuan" in plain
    amount = Decimal(number or 0) * (own if written_out else scale)
    if amount != amount.quantize(Decimal("0.01")):
        raise ValueError(text)
    return amount.normalize() + 0


def _spelled_amount(text: str, scale: int) -> Decimal:
    """An amount in Chinese words; 五 in a column of 万元 is five times that, 五百万 names its own unit."""
    amount = None if "," in text else read_chinese_amount(text)
    if amount is None:
        raise ValueError(text)
    return amount * (1 if any(sign in text for sign in "元圆万亿") else scale)


def folded(text: str) -> str:
    """A name or heading without regard to width, case, blanks."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def _by_heading(row: Sequence[str]) -> tuple[str, ...]:
    """The columns that the first line names; nothing where it does not name the units."""
    keys = {word: key for key, words in HEADINGS.items() for word in words}
    named = [keys.get(_UNIT_OF_MONEY.sub("", folded(text).removesuffix("*")), "") for text in row]
    once = [key if key not in named[:place] else "" for place, key in enumerate(named)]
    return tuple(once) if "unit" in once else ()


def _scale_of(headings: Sequence[str], columns: Sequence[str]) -> int:
    """金额（万元） counts in ten thousands."""
    if "amount" not in columns:
        return 1
    found = _UNIT_OF_MONEY.search(folded(headings[list(columns).index("amount")]))
    return _SCALES.get((found[1] if found else "").removesuffix("元"), 1)


@dataclass(slots=True)
class _Reader:
    """Reads line by line."""

    known: Known
    columns: tuple[str, ...]
    scale: int
    lines: list[PartyLine] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    _units: dict[str, KnownUnit] = field(default_factory=dict)
    _people: dict[str, list[KnownPerson]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for unit in self.known.units:
            for name in unit.names:
                self._units.setdefault(folded(name), unit)
        for person in self.known.people:
            for name in {folded(person.name.zh), folded(person.name.en)} - {""}:
                self._people.setdefault(name, []).append(person)

    def read(self, number: int, row: Sequence[str]) -> None:
        """A line with something in it."""
        texts = {key: text.strip() for key, text in zip(self.columns, row, strict=False) if key}
        if len(self.lines) >= MOST_ROWS:
            if all(one.doubt is not Doubt.TOO_MANY for one in self.remarks):
                self._note(number, "unit", Doubt.TOO_MANY, str(MOST_ROWS))
            return
        if not texts.get("unit"):
            self._note(number, "unit", Doubt.NO_UNIT, " ".join(filter(None, texts.values())))
            return
        unit = self._unit(number, "unit", texts["unit"])
        if any(line.unit == unit for line in self.lines):
            self._note(number, "unit", Doubt.SAME_UNIT, texts["unit"])
        third = texts.get("third", "")
        self.lines.append(
            PartyLine(
                line=number,
                unit=unit,
                signatory=self._person(number, texts.get("signatory", ""), unit),
                capacity_zh=texts.get("capacity_zh", ""),
                capacity_en=texts.get("capacity_en", ""),
                third=self._unit(number, "third", third) if third else None,
                areas_zh=_one_line(texts.get("areas_zh", "")),
                areas_en=_one_line(texts.get("areas_en", "")),
                bases=self._bases(number, _one_line(texts.get("bases", ""))),
                amount=self._amount(number, texts.get("amount", "")),
            )
        )

    def _unit(self, line: int, column: str, text: str) -> int | str:
        name = " ".join(text.split())
        known = self._units.get(folded(name))
        if known is not None:
            return known.id
        like = self._like(folded(name))
        if like is not None:
            self._note(line, column, Doubt.LIKE_UNIT, name, like.name.pick("zh"))
            return like.id
        self._note(line, column, Doubt.NEW_UNIT, name)
        return name

    def _like(self, name: str) -> KnownUnit | None:
        """The one unit whose name holds this one (中益机械 in 浙江中益机械有限公司)."""
        if len(name) < LEAST_LIKE:
            return None
        found = {unit.id: unit for known, unit in self._units.items() if name in known}
        return next(iter(found.values())) if len(found) == 1 else None

    def _person(self, line: int, text: str, unit: int | str) -> int | str | None:
        name = " ".join(text.split())
        if not name:
            return None
        found = self._people.get(folded(name), [])
        there = [person for person in found if person.unit_id == unit]
        if len(there or found) == 1:
            return (there or found)[0].id
        if found:
            self._note(line, "signatory", Doubt.SEVERAL_PEOPLE, name)
            return None
        self._note(line, "signatory", Doubt.NEW_PERSON, name)
        return name

    def _bases(self, line: int, text: str) -> str:
        for name in split_list(text):
            if folded(name) not in self.known.bases:
                self._note(line, "bases", Doubt.OWN_BASE, name)
        return text

    def _amount(self, line: int, text: str) -> Decimal | None:
        try:
            return read_amount(text, self.scale)
        except ValueError:
            self._note(line, "amount", Doubt.NO_AMOUNT, text)
            return None

    def _note(self, line: int, column: str, doubt: Doubt, text: str = "", meant: str = "") -> None:
        self.remarks.append(Remark(line, column, doubt, text, meant))


def split_list(text: str) -> tuple[str, ...]:
    """The parts of a list in a cell: 培训、咨询；标准建设."""
    return tuple(part for part in (piece.strip() for piece in re.split(r"[、；;\n]+|，|,\s", text)) if part)


def _one_line(text: str) -> str:
    return "、".join(part.strip() for part in text.split("\n") if part.strip())
