"""What slips into a clause typed by hand: amounts that disagree, clause numbers, dates that depend on the reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from decimal import Decimal, InvalidOperation

from models.rules.clause_text import TokenKind, tokens
from models.rules.numerals import amount_in_capitals
from models.rules.spoken_numbers import read_chinese_amount, read_chinese_number

_CAPITALS = "零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正"
_PLAIN = "〇一二三四五六七八九十百千两"
_FIGURES = r"(?:人民币)?\s*[¥￥]?\s*(?P<figures>\d[\d,，]*(?:\.\d{1,2})?)\s*(?P<unit>亿元|万元|亿|万|元)?"
_WORDS = rf"(?:人民币)?\s*(?P<words>[{_CAPITALS}{_PLAIN}]{{2,}}[元圆][{_CAPITALS}]*|[{_CAPITALS}]{{3,}})"
_AMOUNTS = (
    re.compile(rf"{_WORDS}\s*[（(](?:小写)?[:：]?\s*{_FIGURES}\s*[）)]"),
    re.compile(rf"{_FIGURES}\s*[（(](?:大写)?[:：]?\s*{_WORDS}\s*[）)]"),
    re.compile(rf"大写[）)]?[:：]?\s*{_WORDS}\s*[，,；;、]?\s*[（(]?小写[）)]?[:：]?\s*{_FIGURES}"),
    re.compile(rf"小写[）)]?[:：]?\s*{_FIGURES}\s*[，,；;、]?\s*[（(]?大写[）)]?[:：]?\s*{_WORDS}"),
)
_SCALED = re.compile("[拾佰仟万亿元十百千]")
_AFTER_SCALE = re.compile("(?<=[万亿])零")
_NUMBER = rf"[{_CAPITALS[:13]}{_PLAIN}]+|\d+"
_TOTAL = re.compile(rf"一式\s*(?P<total>{_NUMBER})\s*份(?P<rest>[^。]*)")
_KEPT = re.compile(
    rf"(?:(?:(?P<sides>[双三四五六七八九十各])方)?(?P<each>各)[执持]?|[执持存留方]|备案|[，,；;、])\s*(?P<count>{_NUMBER})\s*份"
)
_OTHERS = re.compile(rf"(?:其余|剩余|余下)(?!\s*(?:{_NUMBER})\s*份)")  # kept by somebody, without a number
_LABELS = re.compile(r"(?:(?:由|协议)?[甲乙丙丁戊己庚辛壬癸]方?[、和与及]?)+")
_COUNTED = re.compile(rf"(?:{_NUMBER})\s*份")
_ONE_REFERENCE = r"第(?:[一二三四五六七八九十百零〇]+|\d+(?:\.\d+)*)条"
_TYPED_REFERENCE = re.compile(
    rf"(?P<own>本(?:意向)?协议|本备忘录|本合同)?\s*{_ONE_REFERENCE}(?:(?:、|和|及|至|或者|或)(?:本协议)?{_ONE_REFERENCE})*"
    r"|(?P<en>\b(?:(?:this|the) Agreement[’']?s? )?Article \d+)(?! of (?:the|that|this) (?!Agreement|MOU))"
)
_BEFORE_OWN = "，。；、：（“按照据依于在由因除与和及至反定守见(:"  # behind any other sign it is an article of a law
_CLAUSE_NUMBER = re.compile(r"第([一二三四五六七八九十百零〇]+|\d+)条|Article (\d+)")
# Words in which 明日, 明年, 后天 … are no days: 光明日报, 说明年度, 后天性.
_RELATIVE = re.compile(
    r"今[天日年](?!头条)|(?<![说证声表阐标注光文黎透发昆三])明[天日年](?!度|报)|昨[天日]|去年|后天(?!性|努力|教育|培养)"
    r"|[下本上]个?(?:月|星期|季度)|[下本上]周(?![期岁边围])|近日|即日"
    r"|\b(?:today|tomorrow|yesterday|(?:next|last|this) (?:week|month|year))\b",
    re.IGNORECASE,
)
_HOUR = r"(?:\d{1,2}|十[一二]|[一二两三四五六七八九十])"
_HALF_DAY = re.compile(
    rf"(?:上午|下午|中午|晚上|傍晚|凌晨|早上|晚)\s*{_HOUR}\s*(?:[:：]\d{{2}}|[点时])|\b\d{{1,2}}(?::\d{{2}})?\s*[ap]\.?m\b",
    re.IGNORECASE,
)
_OPEN_BRACE = r"(?<!\{)\{(?![{%#])[^{}\n]{1,40}\}(?!\})|｛{1,2}[^｛｝\n]{1,40}｝{1,2}"  # {甲方.名称}: no field
_PLACEHOLDER = re.compile(
    r"_{2,}|[×✕]{2,}|某某|某(?=大学|学院|公司|企业|县|市|单位)|(?<![A-Za-z0-9])[Xx]{2,}(?![A-Za-z0-9])|[?？]{2,}|□"
    r"|【\s*】|\[\s*\]|〔\s*〕|（\s*）|\(\s{2,}\)|年\s{2,}月|月\s{2,}日|(?<![对等招接看])待定|待补充|待核实|待填写?|TBD|"
    + _OPEN_BRACE
)
_DAY = r"\d{4}年\d{1,2}月\d{1,2}日"
_SIGNED_ON = re.compile(
    rf"(?<=于){_DAY}(?:在[^，。；]{{1,20}})?(?:签订|签署)|(?:签订|签署)(?:日期|时间|日)[:：为是]?\s*{_DAY}"
)
_UNITS = {"万元": Decimal(10_000), "万": Decimal(10_000), "亿元": Decimal(10**8), "亿": Decimal(10**8)}
_ENDS = r"(?=[，。；、：,;（）()的负应将按以派承组须可]|$)"  # what follows a name that ends here
_FIELD = "\ufffc"  # stands where a field or a condition stands: no part of what was typed


def typed_words(source: str) -> str:
    """What somebody typed: the text without its fields, and without what stands only under a condition."""
    depth, words = 0, []
    for token in tokens(source):
        depth += (token.kind in (TokenKind.IF, TokenKind.FOR)) - (token.kind is TokenKind.END)
        words.append(token.text if token.kind is TokenKind.WORDS and depth <= 0 else _FIELD)
    return "".join(words)


def disagreeing_amounts(words: str) -> Iterator[tuple[str, str, str]]:
    """Amounts written twice whose two forms differ: words, figures, and the capitals of the figures."""
    told = set()
    for pattern in _AMOUNTS:
        for found in pattern.finditer(words):
            right = _capitals_of(found["figures"], found["unit"] or "")
            if right and found.span("figures") not in told and not _agrees(found["words"], right):
                told.add(found.span("figures"))
                yield found["words"], found["figures"] + (found["unit"] or ""), right


def disagreeing_copies(words: str, parties: int) -> tuple[str, int] | None:
    """The total of a copies clause (一式肆份) and the sum of what it says everybody keeps, where they differ.

    None, too, where not every number of the sentence can be understood.
    """
    found = _TOTAL.search(words)
    total = read_chinese_number(found["total"]) if found else None
    if found is None or total is None or "副本" in found["rest"] or _OTHERS.search(found["rest"]):
        return None
    kept = list(_KEPT.finditer(found["rest"]))
    counts = [_kept_by_all(one, parties) for one in kept]
    known = [count for count in counts if count is not None]
    if not kept or len(known) != len(_COUNTED.findall(found["rest"])):
        return None
    return None if sum(known) == total else (found["total"], int(sum(known)))


def _kept_by_all(found: re.Match[str], parties: int) -> Decimal | None:
    count = read_chinese_number(found["count"])
    if count is None or not found["each"]:
        return count
    if found["sides"]:
        return count * (2 if found["sides"] == "双" else read_chinese_number(found["sides"]) or parties)
    named = re.split("[，；,;]", found.string[: found.start()])[-1].strip()  # 甲方、乙方各执两份
    if not named:
        return count * parties
    return count * len(re.findall("[甲乙丙丁戊己庚辛壬癸]", named)) if _LABELS.fullmatch(named) else None


def typed_references(words: str) -> Iterator[str]:
    """Numbers of this agreement's clauses typed by hand: they stay as they are when clauses move."""
    for found in _TYPED_REFERENCE.finditer(words):
        before = words[: found.start()].rstrip(" \u3000")[-1:]
        if found["own"] or found["en"] or before in ("", "\n", *_BEFORE_OWN):
            yield found.group().strip()


def clause_numbers_in(reference: str) -> Iterator[tuple[str, int]]:
    """The single references of one, with their numbers: 第三条和第五条 → 3, 5."""
    for found in _CLAUSE_NUMBER.finditer(reference):
        number = int(found[2]) if found[2] else read_chinese_number(found[1])
        if number is not None:
            yield found.group(), int(number)


def relative_times(words: str) -> Iterator[str]:
    """Days and hours that another reader reads otherwise: 明年, 下午3点, next month, 3 p.m."""
    for pattern in (_RELATIVE, _HALF_DAY):
        for found in pattern.finditer(words):
            yield found.group()


def placeholders(words: str) -> Iterator[str]:
    """Places left open by hand: ____, ××, 【 】, 待定, {甲方.名称}."""
    for found in _PLACEHOLDER.finditer(words):
        yield found.group()


def signing_days(words: str) -> Iterator[date]:
    """The days on which the text says that it is signed: 于2024年5月20日在武汉签订, 签署日期：2024年5月20日."""
    for found in _SIGNED_ON.finditer(words):
        year, month, day = (int(part) for part in re.findall(r"\d+", found.group())[:3])
        with suppress(ValueError):
            yield date(year, month, day)


def labeled_units(words: str, label: str, names: tuple[str, ...]) -> Iterator[str]:
    """Those of the names that stand for the party called `label`: 甲方（武汉大学）, 武汉大学（以下简称甲方）."""
    for name in names:
        if name not in words:
            continue
        unit = re.escape(name)
        named = rf"[（(]\s*{unit}\s*[）)]|[:：]\s*{unit}|[是为指即]\s*{unit}(?=[，。；,;）)]|$)|{unit}{_ENDS}"
        before = rf"{unit}\s*[（(]\s*(?:以下)?(?:简称|称)?为?\s*[“\"]?{label}"
        if re.search(rf"{label}\s*(?:{named})|{before}", words, re.MULTILINE):
            yield name


def _capitals_of(figures: str, unit: str) -> str:
    try:
        amount = Decimal(figures.replace(",", "").replace("，", "")) * _UNITS.get(unit, Decimal(1))
        return amount_in_capitals(amount)
    except (InvalidOperation, ValueError):
        return ""


def _agrees(words: str, right: str) -> bool:
    """Capitals must be written as the rules want them; common numerals must only mean the same.

    Behind a 万 that is none itself 零 may stand: ¥105,000 is 壹拾万伍仟元整 and 壹拾万零伍仟元整.
    """
    written = words.replace("圆", "元").replace("正", "整")
    if not _SCALED.search(written):  # 贰零贰肆: a year, a number
        return True
    if any(sign in _PLAIN for sign in written):
        return read_chinese_amount(written) == read_chinese_amount(right)
    return _plain(right) in (_plain(written), _AFTER_SCALE.sub("", _plain(written)))


def _plain(words: str) -> str:
    """Without what may stand or be missing: the prefix, 整, 零 before 角, 元 where it is left out."""
    bare = words.removeprefix("人民币").removesuffix("整").replace("元零", "元")
    return bare.removesuffix("元")
