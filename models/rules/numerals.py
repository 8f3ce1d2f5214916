"""Numbers in words: Chinese and capital numerals, amounts of money, English words, counts with their qualifier."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from models.codes import Qualifier

_CAPITAL_DIGITS, _CAPITAL_UNITS = "零壹贰叁肆伍陆柒捌玖", ("", "拾", "佰", "仟")
_PLAIN_DIGITS, _PLAIN_UNITS = "零一二三四五六七八九", ("", "十", "百", "千")
# fmt: off
_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
# fmt: on
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand"))
_CENT = Decimal("0.01")


def chinese_number(n: int) -> str:
    """12 → 十二, 101 → 一百零一, 10010 → 一万零一十. ValueError below zero."""
    return _short_ten(_spell(_not_negative(n), _PLAIN_DIGITS, _PLAIN_UNITS), "一十")


def capital_number(n: int) -> str:
    """4 → 肆, 12 → 拾贰: the numerals of a copies clause. ValueError below zero."""
    return _short_ten(_spell(_not_negative(n), _CAPITAL_DIGITS, _CAPITAL_UNITS), "壹拾")


def amount_in_capitals(amount: Decimal) -> str:
    """100000 → 人民币壹拾万元整, 325.04 → 人民币叁佰贰拾伍元零肆分. Yuan; rounded to the fen; ValueError below zero.

    The rules of bills and settlements: 整 after 元 and after 角, none after 分; 壹拾, never 拾; one 零 for many.
    """
    fen = _in_fen(amount)
    yuan, jiao, fen = fen // 100, fen // 10 % 10, fen % 10
    text = _spell(yuan, _CAPITAL_DIGITS, _CAPITAL_UNITS) + "元" if yuan or not (jiao or fen) else ""
    if jiao:
        text += _CAPITAL_DIGITS[jiao] + "角"
    elif fen and yuan:
        text += "零"
    return "人民币" + text + (_CAPITAL_DIGITS[fen] + "分" if fen else "整")


def format_amount(amount: Decimal) -> str:
    """100000 → 100,000.00: yuan to the fen."""
    return f"{amount.quantize(_CENT, ROUND_HALF_UP):,.2f}"


def clause_number(n: int, language: str) -> str:
    """12 → 第十二条 / Article 12."""
    return f"Article {n}" if language == "en" else f"第{chinese_number(n)}条"


def item_number(n: int, language: str) -> str:
    """3 → （三） / (3): the level below a clause."""
    return f"({n})" if language == "en" else f"（{chinese_number(n)}）"


def number_in_words_en(n: int) -> str:
    """4 → four, 121 → one hundred twenty-one. ValueError below zero."""
    if _not_negative(n) < 20:
        return _ONES[n]
    if n < 100:
        return _TENS[n // 10] + (f"-{_ONES[n % 10]}" if n % 10 else "")
    if n < 1000:
        return _with_rest(f"{_ONES[n // 100]} hundred", n % 100)
    size, name = next((size, name) for size, name in _SCALES if n >= size)
    return _with_rest(f"{number_in_words_en(n // size)} {name}", n % size)


def plain_number(value: int | Decimal, language: str) -> str:
    """A number without needless zeros; English groups thousands: 20000 → 20,000."""
    whole = value == int(value)
    number: int | Decimal = int(value) if whole else Decimal(value).normalize()
    return f"{number:,}" if language == "en" else f"{number:f}" if isinstance(number, Decimal) else str(number)


def count_with_qualifier(value: int | Decimal | None, qualifier: Qualifier, unit: str, language: str) -> str:
    """60, MORE_THAN, 项 → 60余项; 60, MORE_THAN, projects → more than 60 projects. Without a value: 部分 or nothing.

    `unit` is the measure word in the same language; English callers give it in its right number.
    """
    if value is None:
        return {"en": f"some {unit}".strip(), "zh": f"部分{unit}"}[language] if qualifier is Qualifier.PARTIAL else ""
    number = plain_number(value, language)
    return _count_en(number, qualifier, unit) if language == "en" else _count_zh(number, qualifier, unit)


def _count_zh(number: str, qualifier: Qualifier, unit: str) -> str:
    return {
        Qualifier.EXACT: f"{number}{unit}",
        Qualifier.MORE_THAN: f"{number}余{unit}",
        Qualifier.AT_LEAST: f"{number}{unit}以上",
        Qualifier.ABOUT: f"约{number}{unit}",
        Qualifier.OPEN: f"{number}{unit}等",
        Qualifier.PARTIAL: f"部分（{number}{unit}）",
    }[qualifier]


def _count_en(number: str, qualifier: Qualifier, unit: str) -> str:
    counted = f"{number}{unit}" if unit.startswith("%") else f"{number} {unit}".rstrip()
    return {
        Qualifier.EXACT: counted,
        Qualifier.MORE_THAN: f"more than {counted}",
        Qualifier.AT_LEAST: f"at least {counted}",
        Qualifier.ABOUT: f"about {counted}",
        Qualifier.OPEN: f"{counted} and others",
        Qualifier.PARTIAL: f"some ({counted})",
    }[qualifier]


def _spell(n: int, digits: str, units: tuple[str, ...]) -> str:
    """The number in groups of 万 and 亿, with one 零 where a lower group does not fill its places."""
    for size, name in ((10**8, "亿"), (10**4, "万")):
        if n >= size:
            low = n % size
            gap = digits[0] if 0 < low < size // 10 else ""
            return _spell(n // size, digits, units) + name + (gap + _spell(low, digits, units) if low else "")
    return _spell_group(n, digits, units) or digits[0]


def _spell_group(n: int, digits: str, units: tuple[str, ...]) -> str:
    text, skipped = "", False
    for place in (3, 2, 1, 0):
        digit = n // 10**place % 10
        if digit:
            text += (digits[0] if skipped and text else "") + digits[digit] + units[place]
        skipped = not digit
    return text


def _short_ten(text: str, ten: str) -> str:
    """十二, not 一十二, at the very start."""
    return text[1:] if text.startswith(ten) else text


def _not_negative(n: int) -> int:
    if n < 0:
        raise ValueError(f"no words for a number below zero: {n}")
    return n


def _in_fen(amount: Decimal) -> int:
    if not amount.is_finite() or amount < 0:
        raise ValueError(f"no amount of money: {amount}")
    return int(amount.quantize(_CENT, ROUND_HALF_UP) * 100)


def _with_rest(text: str, rest: int) -> str:
    return f"{text} {number_in_words_en(rest)}" if rest else text
