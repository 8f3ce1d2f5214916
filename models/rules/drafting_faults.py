"""What slips into a clause typed by hand: amounts that disagree, clause numbers, dates that depend on the reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from models.rules.clause_text import TokenKind, tokens
from models.rules.numerals import amount_in_capitals

_CAPITALS = "零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正"
_FIGURES = r"[¥￥]?\s*(?P<figures>\d[\d,，]*(?:\.\d{1,2})?)\s*(?P<unit>万元|元)?"
_WORDS = rf"(?:人民币)?\s*(?P<words>[{_CAPITALS}]{{3,}})"
_AMOUNTS = (
    re.compile(rf"{_WORDS}\s*[（(](?:小写)?[:：]?\s*{_FIGURES}\s*[）)]"),
    re.compile(rf"{_FIGURES}\s*[（(](?:大写)?[:：]?\s*{_WORDS}\s*[）)]"),
)
_TYPED_REFERENCE = re.compile(
    r"本协议第([一二三四五六七八九十百零〇]+|\d+)条|\b(?:this|the) Agreement[’']?s? Article (\d+)|\bArticle (\d+)"
)
_RELATIVE = re.compile(
    r"今[天日年]|(?<![说证声表阐标注])明[天日年](?!度)|昨[天日]|去年|后天|下个?月|本月|上个?月|近日|即日"
    r"|\b(?:today|tomorrow|yesterday|(?:next|last|this) (?:week|month|year))\b",
    re.IGNORECASE,
)
_HALF_DAY = re.compile(
    r"(?:上午|下午|晚上|晚)\s*\d{1,2}\s*(?:[:：]\d{2}|[点时])|\b\d{1,2}(?::\d{2})?\s*[ap]\.?m\b", re.IGNORECASE
)
_PLACEHOLDER = re.compile(r"_{3,}|[×✕]{2,}|某某|[Xx]{2,}(?=[年月日元县市])|【\s*】|\[\s*\]|（\s*）|\(\s{2,}\)|待定|TBD")
_UNITS = {"万元": Decimal(10_000)}


_FIELD = "\ufffc"  # stands where a field or a condition stands: no part of what was typed


def typed_words(source: str) -> str:
    """What somebody typed: the text without its fields, and without what stands only under a condition."""
    depth, words = 0, []
    for token in tokens(source):
        depth += (token.kind in (TokenKind.IF, TokenKind.FOR)) - (token.kind is TokenKind.END)
        words.append(token.text if token.kind is TokenKind.WORDS and depth <= 0 else _FIELD)
    return "".join(words)


def disagreeing_amounts(words: str) -> Iterator[tuple[str, str, str]]:
    """Amounts written twice whose two forms differ: capitals, figures, and the capitals of the figures."""
    for pattern in _AMOUNTS:
        for found in pattern.finditer(words):
            right = _capitals_of(found["figures"], found["unit"] or "")
            written = found["words"].replace("圆", "元").replace("正", "整")
            if right and _plain(written) != _plain(right):
                yield found["words"], found["figures"] + (found["unit"] or ""), right


def typed_references(words: str) -> Iterator[str]:
    """Numbers of this agreement's clauses typed by hand: they stay as they are when clauses move."""
    for found in _TYPED_REFERENCE.finditer(words):
        yield found.group()


def relative_times(words: str) -> Iterator[str]:
    """Days and hours that another reader reads otherwise: 明年, 下午3点, next month, 3 p.m."""
    for pattern in (_RELATIVE, _HALF_DAY):
        for found in pattern.finditer(words):
            yield found.group()


def placeholders(words: str) -> Iterator[str]:
    """Places left open by hand: ____, ××, 【 】, 待定."""
    for found in _PLACEHOLDER.finditer(words):
        yield found.group()


def _capitals_of(figures: str, unit: str) -> str:
    try:
        amount = Decimal(figures.replace(",", "").replace("，", "")) * _UNITS.get(unit, Decimal(1))
        return amount_in_capitals(amount)
    except (InvalidOperation, ValueError):
        return ""


def _plain(words: str) -> str:
    """Without what may stand or be missing: the prefix, 整, 零 before 角."""
    return words.removeprefix("人民币").removesuffix("整").replace("元零", "元")
