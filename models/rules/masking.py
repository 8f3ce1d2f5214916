"""Masks for personal data on paper: enough to recognize one's own, too little for a stranger."""

from __future__ import annotations

import re

_MOBILE = re.compile(r"(?<!\d)(1[3-9]\d)[\s-]?\d{4}[\s-]?(\d{4})(?!\d)")
_COUNTRY = re.compile(r"(?<!\d)\+?86[\s-]?(?=1[3-9]\d)")
_OTHER_NUMBER = re.compile(r"(?<![\d*])\d(?:[\s-]?\d){6,}(?!\d)")
_EMAIL = re.compile(r"([^\s@;,，；、/<>]+)@([^\s@;,，；、/<>]+)")
_AREA = r"[(（]?0(?:10|2\d|[3-9]\d{2})[)）]?"
_LANDLINE = re.compile(rf"(?<![\d*A-Za-z]){_AREA}[\s-]?\d{{7,8}}(?!\d)")
_AREA_OF = re.compile(rf"\d{{3,4}}(?=[\s-])|{_AREA}(?=[\s-]?\d{{7,8}}$)")
_IDENTITY = re.compile(r"(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])")
_DIGIT = re.compile(r"\d")


def mask_phone(text: str) -> str:
    """13812345678 → 138****5678, 0355-2113499 → 0355-***3499; every number of the text, words stay."""
    masked = _MOBILE.sub(r"\1****\2", _COUNTRY.sub("", text))
    return _OTHER_NUMBER.sub(lambda found: _mask_landline(found.group()), masked)


def mask_id(text: str) -> str:
    """110101194912311234 → 110101********1234; of shorter numbers (a passport's) the first and the last two stay."""
    number = text.strip()
    head, tail = (6, 4) if len(number) >= 15 else (1, 2)
    if len(number) <= head + tail:
        return "*" * len(number)
    return number[:head] + "*" * (len(number) - head - tail) + number[-tail:]


def mask_email(text: str) -> str:
    """wang@x.edu.cn → w***@x.edu.cn; words that are no address keep their first character alone."""
    if "@" in text:
        return _EMAIL.sub(lambda found: f"{found.group(1)[0]}***@{found.group(2)}", text)
    return text[:1] + "***" if text else ""


def _mask_landline(number: str) -> str:
    """The area code (or three digits) and the last four stay."""
    area = _AREA_OF.match(number)
    kept = len(area.group()) if area else 3 if len(number) >= 10 else 0
    return number[:kept] + _DIGIT.sub("*", number[kept:-4]) + number[-4:]


def mask_numbers(text: str) -> str:
    """Free words with what is surely somebody's masked: mobiles, landlines with their area code, identities, addresses.

    Other long numbers (of documents, of days) stay.
    """
    text = _IDENTITY.sub(lambda found: mask_id(found.group()), text)
    text = _EMAIL.sub(lambda found: mask_email(found.group()), text)
    text = _MOBILE.sub(r"\1****\2", _COUNTRY.sub("", text))
    return _LANDLINE.sub(lambda found: _mask_landline(found.group()), text)
