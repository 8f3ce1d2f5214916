"""Phones, identity numbers and addresses as slips hold them: as floats, rounded, several in one cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import cast

from models.imports.book import CellValue, Note
from models.imports.texts import LARGEST_EXACT, CleanCell, Cleaned, narrow, text_of, told

_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_MOBILES = re.compile(r"(?:1[3-9][0-9]{9}\n)*+1[3-9][0-9]{9}")
_PREFIXED = re.compile(r"^(?:\+?\(?\+?86\)?[\s-]*|0086[\s-]*)(?=1[3-9]\d[\s-]*\d{4}[\s-]*\d{4}$)")
_SCIENTIFIC = re.compile(r"\d(?:\.\d+)?E\+?\d{1,2}", re.IGNORECASE)
_POINT_ZERO = re.compile(r"(?<=\d)\.0+$")
_LABELS = re.compile(
    r"(?i)(?:手机号码|手机号|手机|移动电话|办公电话|办公室电话|办公室|办公|固定电话|固话|座机|宅电|家庭|家|电话|联系|微信同号|微信号?"
    r"|同微信|tel|mobile|cell|phone|office|m|t)[.:\s]*(?=[+(\d])|\(?(?:微信同号|同微信|微信)\)?$"
)
_PARTED = re.compile(r"[/、,;|]|(?<=\d)\s+(?=(?:\+?86[\s-]?)?1[3-9]\d{9}(?!\d)|0\d{2,3}-)")
_GLUED = re.compile(r"(?:1[3-9]\d{9}){2,}")
_LANDLINE = re.compile(
    r"(?:\(?0\d{2,3}\)?[\s-]*)?[2-9]\d{6,7}(?:[\s-]*(?:转|ext\.?|x|分机|-)\s*\d{1,6})?", re.IGNORECASE
)
_SHORT = re.compile(r"[2-9]\d{2,5}")  # numbers of an office exchange, 6 digits in a county's network
_FOREIGN = re.compile(r"(?:\+|00)[1-9](?:[\d\s()-]*\d)")
_MASKED = re.compile(r"\d[\d\s-]*[*xX×]{2,}\d*")
_EMAIL = re.compile(r"[^\s@<>,;、/]+@[^\s@<>,;、/]+\.[A-Za-z]{2,}")
_PLAIN_EMAIL = re.compile(r"[a-z0-9._-]+@[a-z0-9.-]+\.[a-z]{2,}")
_MAIL_BREAKS = re.compile(r"[\s,;、/]+")
_IDENTITY = re.compile(r"[0-9]{17}[0-9X]")
_OLD_IDENTITY = re.compile(r"[0-9]{15}")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_NOTHING = frozenset({"", "无", "-", "—", "——", "/", "暂无", "没有", "n/a", "none"})


def clean_phone(value: CellValue) -> CleanCell:
    """The first mobile of the cell; a second number goes to the second phone, more of them to the remarks."""
    if isinstance(value, str):
        return value if _MOBILE.fullmatch(value) else _read_phones(value)
    return _read_phones(text_of(value))


def are_plain_mobiles(values: Sequence[CellValue]) -> list[str] | None:
    """A column of nothing but mobile numbers, as it usually is; None where one cell is anything else."""
    try:
        together = "\n".join(cast("Sequence[str]", values))
    except TypeError:
        return None
    numbers = together.split("\n") if _MOBILES.fullmatch(together) else []
    return numbers if len(numbers) == len(values) else None


@lru_cache(maxsize=20_000)
def _read_phones(text: str) -> CleanCell:
    plain = _POINT_ZERO.sub("", narrow(text))
    if plain.lower() in _NOTHING:
        return ""
    if _MOBILE.fullmatch(plain):
        return plain
    if _SCIENTIFIC.fullmatch(plain):
        return _of_scientific(plain)
    if addresses := _EMAIL.findall(plain):
        return _with_address(plain, addresses[0])
    if _MASKED.search(plain):
        return told("phone", "phone_masked", plain)
    numbers = [number for part in _parts(plain) if (number := _one_number(part))]
    return _sorted_by_kind(numbers, plain)


def _with_address(plain: str, address: str) -> CleanCell:
    """联系方式 may hold an address beside the phone, or nothing else."""
    cell = _read_phones(plain.replace(address, " ").strip(" /,;、"))
    phone = cell if isinstance(cell, Cleaned) else Cleaned(cell)
    return Cleaned(phone.text, (*phone.extra, ("email", address)), phone.notes)


def _parts(plain: str) -> list[str]:
    if _GLUED.fullmatch(plain):
        return _MOBILE.findall(plain)
    whole = _LABELS.sub("", plain).strip()
    if _is_number(whole):
        return [whole]
    return [_LABELS.sub("", part).strip() for part in _PARTED.split(_LABELS.sub(" / ", plain))]


def _is_number(text: str) -> bool:
    return bool(_MOBILE.fullmatch(_digits(text)) or _LANDLINE.fullmatch(text) or _FOREIGN.fullmatch(text))


def _one_number(part: str) -> str:
    """A mobile without its country code, spaces and hyphens; everything else as written."""
    bare = re.sub(r"[\s()-]", "", _PREFIXED.sub("", part))
    if _MOBILE.fullmatch(bare):
        return bare
    if not _LANDLINE.fullmatch(part):
        return part.strip(" .:")
    return re.sub(r"\s*(转|分机)\s*", r"\1", re.sub(r"^\((0\d{2,3})\)[\s-]*", r"\1-", part))


def _digits(text: str) -> str:
    return re.sub(r"[\s()-]", "", _PREFIXED.sub("", text))


def _sorted_by_kind(numbers: list[str], plain: str) -> CleanCell:
    unlike = [number for number in numbers if not (_is_number(number) or _SHORT.fullmatch(number))]
    if unlike or not numbers:
        return told("phone", "phone_doubtful", plain, plain)
    first = next((number for number in numbers if _MOBILE.fullmatch(number)), numbers[0])
    others = [number for number in dict.fromkeys(numbers) if number != first]
    if not others:
        return first
    extra = [("phone_2", others[0])]
    if len(others) > 1:
        extra.append(("remarks", " / ".join(others[1:])))
    return Cleaned(first, tuple(extra), (Note("several_phones", {"field": "phone", "text": plain}),))


def _of_scientific(plain: str) -> CleanCell:
    """1.3800138000E+10 holds every digit; 1.38E+10 has lost them."""
    mantissa, _, exponent = plain.upper().partition("E")
    digits = mantissa.replace(".", "")
    whole = digits if len(digits) == int(exponent) + 1 else ""
    return whole if _MOBILE.fullmatch(whole) else told("phone", "phone_rounded", plain)


def clean_second_phone(value: CellValue) -> CleanCell:
    """As a phone, but of the column for the other number."""
    cell = clean_phone(value)
    if isinstance(cell, str):
        return cell
    extra = tuple((("remarks" if field == "phone_2" else field), text) for field, text in cell.extra)
    notes = tuple(Note(note.code, {**note.values, "field": "phone_2"}) for note in cell.notes)
    return Cleaned(cell.text, extra, notes)


def clean_identity(value: CellValue) -> CleanCell:
    """18 characters with the right check digit, 15 of the old kind, or a passport; as a number it has lost digits."""
    if isinstance(value, int | float) and abs(value) >= LARGEST_EXACT:
        return told("id_number", "identity_unreliable", text_of(value))
    return _read_identity(text_of(value))


@lru_cache(maxsize=20_000)
def _read_identity(text: str) -> CleanCell:
    plain = re.sub(r"[\s-]", "", narrow(text)).upper()
    if plain.lower() in _NOTHING:
        return ""
    if _SCIENTIFIC.fullmatch(plain):
        return told("id_number", "identity_unreliable", narrow(text))
    if _IDENTITY.fullmatch(plain):
        total = sum(int(digit) * weight for digit, weight in zip(plain, _WEIGHTS, strict=False))
        return plain if plain[-1] == "10X98765432"[total % 11] else told("id_number", "identity_wrong", plain, plain)
    if _OLD_IDENTITY.fullmatch(plain):
        return plain
    is_passport = re.fullmatch(r"[A-Z]{1,3}\d{6,9}|[A-Z0-9]{6,12}", plain) and not plain.isdecimal()
    return plain if is_passport else told("id_number", "identity_wrong", narrow(text), narrow(text))


def clean_email(value: CellValue) -> CleanCell:
    """The first address; more of them go to the remarks; what is none stays and is told."""
    return value if isinstance(value, str) and _PLAIN_EMAIL.fullmatch(value) else _read_emails(text_of(value))


@lru_cache(maxsize=20_000)
def _read_emails(raw: str) -> CleanCell:
    text = narrow(raw).removeprefix("mailto:").replace("。", ".")
    if text.lower() in _NOTHING:
        return ""
    if _EMAIL.fullmatch(text):
        return text
    joined = text.replace(" ", "")
    if joined.count("@") == 1 and _EMAIL.fullmatch(joined):
        return joined
    parts = [part for part in _MAIL_BREAKS.split(text) if part]
    if not parts or not all(map(_EMAIL.fullmatch, parts)):
        return told("email", "email_doubtful", text, text)
    note = Note("several_emails", {"field": "email", "text": text})
    return Cleaned(parts[0], (("remarks", " / ".join(parts[1:])),) if parts[1:] else (), (note,) if parts[1:] else ())
