"""Short answers of slips: yes and no in all their signs, gender, ethnic group, capacity, reply, room."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache

from models.imports.book import CellValue, Note
from models.imports.texts import CleanCell, Cleaned, clean_remark, narrow, text_of, told

YES, NO = "yes", "no"
_YES = "是 √ ✓ ✔ ☑ 对 需 需要 要 有 1 y yes true 是的 同意 安排 需安排 请安排 参加 住 入住 住宿 可以 好 v 勾 ok ● ■ 确认 要的".split()
_NO = "否 × ✗ ✘ ☐ 不 不需 不需要 不用 不要 无 无需 没有 没 0 n no false 不是 不住 不住宿 不入住 不安排 不参加 x - — —— / □ ○ 自理 自行安排 自行解决".split()
_ANSWERS = dict.fromkeys(_YES, YES) | dict.fromkeys(_NO, NO)
_TICKED = re.compile(
    r"[√✓✔☑■●]\s*(是|否|需要|不需要|要|不要|有|无|男|女|参加|不参加)|(是|否|需要|不需要|要|不要|有|无|男|女|参加|不参加)\s*[√✓✔☑■●]"
)
_ROOM_KINDS = re.compile(
    "单间|标间|标准间|大床|双床|套房|套间|双人间|单人间|合住|单住|双标|single|double|twin|suite", re.IGNORECASE
)
_GENDERS = {
    **dict.fromkeys(("男", "m", "male", "男性", "♂", "先生", "mr", "mr."), "male"),
    **dict.fromkeys(("女", "f", "female", "女性", "♀", "女士", "小姐", "ms", "ms.", "mrs", "mrs.", "miss"), "female"),
}
# fmt: off
_PEOPLES = frozenset(
    "汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 "
    "达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 "
    "门巴 珞巴 基诺".split()
)
# fmt: on
_CATEGORIES = {
    **dict.fromkeys(("嘉宾", "来宾", "客方", "客人", "guest", "特邀嘉宾", "贵宾"), "guest"),
    **dict.fromkeys(("主办方", "主方", "东道主", "host"), "host"),
    **dict.fromkeys(("工作人员", "会务", "会务人员", "工作", "staff", "服务人员", "志愿者"), "staff"),
    **dict.fromkeys(("媒体", "记者", "媒体记者", "新闻媒体", "media", "press"), "media"),
    **dict.fromkeys(("列席", "列席人员", "旁听", "observer"), "observer"),
}
_REPLIES = {
    **dict.fromkeys(
        ("参会", "出席", "到会", "能参加", "可以参加", "能", "准时参加", "attending", "confirmed", "accepted"),
        "confirmed",
    ),
    **dict.fromkeys(("请假", "不参会", "不能参加", "不出席", "缺席", "因故不能参加", "不能", "declined"), "declined"),
    **dict.fromkeys(("替会", "代会", "委托他人", "委托参会", "substitute"), "substitute"),
}
_NOTHING = frozenset(
    {
        "无",
        "-",
        "—",
        "——",
        "/",
        "无要求",
        "无特殊要求",
        "无禁忌",
        "没有",
        "否",
        "不",
        "0",
        "none",
        "no",
        "n/a",
        "无忌口",
    }
)


@lru_cache(maxsize=20_000)
def answer_of(text: str) -> str:
    """ "yes", "no", or "" where the words are neither: √, 需要, 1, ☑是☐否 …"""
    plain = narrow(text).lower().strip(" .。()")
    if plain in _ANSWERS:
        return _ANSWERS[plain]
    ticked = _TICKED.findall(plain)
    if len(ticked) == 1:
        word = "".join(ticked[0])
        return _ANSWERS.get(word, "")
    return ""


def clean_flag(field: str, word: str, value: CellValue) -> CleanCell:
    """A column that asks yes or no about one thing: a yes means that word, a no nothing, other words stay."""
    text = clean_remark(value)
    answer = answer_of(text) if text else NO
    return word if answer == YES else "" if answer == NO else text


def clean_lodging(value: CellValue, *, heading: str) -> CleanCell:
    """yes or no; 标间 or 需要，20日入住 is a yes whose words are kept in the remarks; nobody guesses at other words."""
    text = clean_remark(value)
    if not text:
        return ""
    if answer := answer_of(text):
        return answer
    kept = (("remarks", f"{heading.rpartition('·')[2] or heading}：{text}"),)
    head = re.match(r"(不需要|不需|不用|不要|不住|否|无需|需要|需|要|是)(?=[\s,，。;；(（])", text)
    if head:
        return Cleaned(_ANSWERS[head[1]] if head[1] in _ANSWERS else NO, kept)
    if _ROOM_KINDS.search(text):
        return Cleaned(YES, kept)
    return Cleaned("", kept, (Note("answer_unclear", {"field": "lodging", "text": text}),))


def clean_gender(value: CellValue) -> CleanCell:
    """male or female; ☑男☐女 too."""
    if value is None or value == "":
        return ""
    return _read_gender(narrow(text_of(value)))


@lru_cache(maxsize=2_000)
def _read_gender(text: str) -> CleanCell:
    ticked = _TICKED.findall(text)
    plain = "".join(ticked[0]) if len(ticked) == 1 else text.lower()
    if plain in ("", "-", "/", "—"):
        return ""
    return _GENDERS.get(plain) or told("gender", "answer_unclear", text)


@lru_cache(maxsize=2_000)
def clean_ethnicity(value: CellValue) -> CleanCell:
    """汉 → 汉族; other words stay."""
    text = narrow(text_of(value)).replace(" ", "")
    return f"{text}族" if text in _PEOPLES else text


def clean_category(value: CellValue) -> CleanCell:
    """A capacity that is known; every other word is the part the person claims."""
    return _coded("category", value, _CATEGORIES)


def clean_reply(value: CellValue) -> CleanCell:
    """confirmed, declined or substitute."""
    text = clean_remark(value)
    if answer := answer_of(text) if text else "":
        return "confirmed" if answer == YES else "declined"
    return _coded("reply", value, _REPLIES)


def _coded(field: str, value: CellValue, codes: Mapping[str, str]) -> CleanCell:
    text = clean_remark(value)
    if not text or (code := codes.get(narrow(text).lower())):
        return code if text and code else ""
    if field == "category":
        return Cleaned("", (("role", text),))
    return Cleaned("", (("remarks", text),), (Note("answer_unclear", {"field": field, "text": text}),))


def clean_diet(value: CellValue) -> CleanCell:
    """Words as they are; 无 is nothing."""
    text = clean_remark(value)
    return "" if text.lower() in _NOTHING else text


def clean_meals(value: CellValue) -> CleanCell:
    """Words as they are, yes and no in their usual form: they are printed."""
    text = clean_remark(value)
    answer = answer_of(text) if text else ""
    return {YES: "是", NO: "否"}.get(answer, text)


def clean_room(value: CellValue) -> CleanCell:
    """A room number; one that the spreadsheet made a date of (8-12 → 8月12日) is proposed again and told."""
    if isinstance(value, date | datetime):
        return told("room", "room_is_date", text_of(value), f"{value.month}-{value.day}")
    text = narrow(text_of(value))
    if re.fullmatch(r"-\d+|\d+\.\d+|\d(?:\.\d+)?[eE]\+?\d+", text):
        return told("room", "room_doubtful", text, text)
    return text
