"""Numbers and amounts written in Chinese: 五百万元, 人民币伍佰万元整, 1亿2千万, 三十万五千, 500万."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

_DIGITS = {
    sign: value for signs in ("零一二三四五六七八九", "〇壹贰叁肆伍陆柒捌玖") for value, sign in enumerate(signs)
}
_DIGITS |= {"两": 2, "貳": 2, "參": 3, "陸": 6}
_SIGNS = str.maketrans("拾佰仟萬億圆", "十百千万亿元")
_SCALES = (("亿", Decimal(10**8)), ("万", Decimal(10**4)))
_ONE = rf"(?:\d+(?:\.\d+)?|[{''.join(set(_DIGITS) - {'零', '〇'})}])"
_GROUP = re.compile(
    rf"[零〇]?(?:(?P<thousands>{_ONE})?(?P<k>千))?[零〇]?(?:(?P<hundreds>{_ONE})?(?P<h>百))?"
    rf"[零〇]?(?:(?P<tens>{_ONE})?(?P<t>十))?[零〇]?(?P<ones>{_ONE})?"
)
_AMOUNT = re.compile(r"(?:人民币|rmb|cny|¥)?(?P<yuan>[^元角分]*)(?:元(?P<change>.*?))?(?:整|正)?")
_CHANGE = re.compile(r"零?(?:(?P<jiao>.)角)?零?(?:(?P<fen>.)分)?")


def read_chinese_number(text: str) -> Decimal | None:
    """二十三万四千 → 234000, 1亿2千万 → 120000000, 三十万五 → 305000; None for what is no number."""
    plain = unicodedata.normalize("NFKC", text).translate(_SIGNS).replace(",", "").replace(" ", "")
    if plain in ("零", "〇"):
        return Decimal(0)
    return _read(plain) if plain else None


def read_chinese_amount(text: str) -> Decimal | None:
    """Yuan from 人民币叁佰贰拾伍元零肆分 or 五百万元; None for what is no amount."""
    plain = unicodedata.normalize("NFKC", text).translate(_SIGNS).replace(" ", "").replace("￥", "¥").lower()
    found = _AMOUNT.fullmatch(plain)
    change = _CHANGE.fullmatch(found["change"] or "") if found else None
    if found is None or change is None:
        return None
    yuan = read_chinese_number(found["yuan"])
    small = [0 if change[name] is None else _DIGITS.get(change[name]) for name in ("jiao", "fen")]
    if yuan is None or None in small:
        return None
    return yuan + Decimal(10 * (small[0] or 0) + (small[1] or 0)) / 100


def _read(plain: str) -> Decimal | None:
    """By the largest unit first."""
    for sign, scale in _SCALES:
        head, found, tail = plain.rpartition(sign)
        if found:
            above, below = _read(head) if head else None, _tail(tail, scale)
            return None if above is None or below is None or below >= scale else _sum(above * scale, below, head)
    return _group(plain)


def _sum(above: Decimal, below: Decimal, count: str) -> Decimal | None:
    """Behind a fraction of a unit (1.5万) nothing can follow."""
    return None if "." in count and below else above + below


def _tail(tail: str, scale: Decimal) -> Decimal | None:
    """What follows a unit; a digit alone counts tenths of it (三十万五, 3万5)."""
    if not tail:
        return Decimal(0)
    return _one(tail) * scale / 10 if _is_digit(tail) else _read(tail)


def _group(plain: str) -> Decimal | None:
    """Up to 千."""
    found = _GROUP.fullmatch(plain)
    if found is None or not any(found[name] for name in ("k", "h", "t", "ones")):
        return None
    ones = _one(found["ones"]) if found["ones"] else Decimal(0)
    after_gap = plain[found.start("ones") - 1 : found.start("ones")] in ("零", "〇")
    if _is_digit(found["ones"] or "") and not found["t"] and not after_gap:  # 三百五, 3千5
        ones *= 10 if found["h"] else 100 if found["k"] else 1
    total: Decimal | None = ones
    for name, unit, size in (("tens", "t", 10), ("hundreds", "h", 100), ("thousands", "k", 1000)):
        if total is not None and found[unit]:
            total = _sum(_one(found[name]) * size, total, found[name] or "") if total < size else None
    return total


def _is_digit(text: str) -> bool:
    return len(text) == 1 and (text in _DIGITS or text.isdecimal())


def _one(sign: str | None) -> Decimal:
    """A digit or figures; nothing before a unit is one (百万)."""
    return Decimal(1) if not sign else Decimal(_DIGITS[sign]) if sign in _DIGITS else Decimal(sign)
