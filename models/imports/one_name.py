"""One person's name, and what people write beside it: a title, the gender, who is replaced, another spelling."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

import resources
from models.imports.book import Note
from models.imports.texts import HAN_CLASS, Cleaned, narrow, tidy, without_han_gaps
from models.imports.titles import is_title

_DOTS = re.compile(f"(?<=[{HAN_CLASS}A-Za-z]) ?[•‧∙⋅・･·ᐧ∘●] ?(?=[{HAN_CLASS}A-Za-z])")
_POINTS = re.compile(f"(?<=[{HAN_CLASS}]) ?[.．] ?(?=[{HAN_CLASS}])")
_BRACKETS = re.compile(r"(?P<before>.*?)\s*[(（【\[](?P<inside>[^()（）【】\[\]]+)[)）】\]]\s*(?P<after>.*)", re.DOTALL)
_DESCRIBED = re.compile(r"[⿰-⿻]|[(（][^()（）]*[+＋][^()（）]*[)）]|[?？]")
_BROKEN = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]|锟斤拷|烫烫烫")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ.,'’ \-·]*")
_MIXED = re.compile(f"(?P<han>[{HAN_CLASS}·]{{2,}})\\s*[/,，]?\\s*(?P<latin>[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ.'’ \\-]+)")
_MIXED_TURNED = re.compile(f"(?P<latin>[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ.'’ \\-]+?)\\s*[/,，]?\\s*(?P<han>[{HAN_CLASS}·]{{2,}})")
_HONORIFIC = re.compile("(?P<name>.{2,}?)(?P<word>先生|女士|小姐|同志|老师)")
_LATIN_HONORIFIC = re.compile(r"(?P<word>Mr|Ms|Mrs|Miss)\.?\s+(?P<name>.+)", re.IGNORECASE)
_TENTATIVE = re.compile(r"(?:拟请|拟派|拟邀|暂定|暂派|拟)[:：]?\s*(?P<name>.{2,})")
_REPLACES = re.compile(r"(?:代替|顶替|替|代)\s*(?P<name>.+?)(?:参会|参加|出席)?")
_GENDERS = {"男": "male", "女": "female", "先生": "male", "女士": "female", "小姐": "female"}
_GENDERS_EN = {"mr": "male", "ms": "female", "mrs": "female", "miss": "female"}
_HAN_NAME = re.compile(f"[{HAN_CLASS}·]+")
_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_WITH_PHONE = re.compile(r"(?P<name>.*[^\d\s:：/])\s*[:：/]?\s*(?P<phone>1[3-9]\d{9})")
_GROUP = re.compile(
    r"(?:随行|另|携|带|含|及)?\s*(?:随行)?(?:人员|司机|秘书|工作人员)?\s*(?:共)?(?P<count>\d{1,3})\s*(?:名|人|位).*"
)
LONGEST, LONGEST_WITHOUT_DOT = 50, 12


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person with what stands beside the name, and how many come along without a name."""

    cell: Cleaned
    group: str = ""
    count: int | None = None

    @staticmethod
    def has_surname(name: str) -> bool:
        """Whether it begins with a surname that is known."""
        return name[:1] in _surnames() or name[:2] in _surnames()

    @staticmethod
    def is_surname(text: str) -> bool:
        """Whether it is nothing but a surname (司马)."""
        return text in _surnames()


@cache
def _surnames() -> frozenset[str]:
    lines = resources.path("tables/surname_readings.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(line.split("\t")[0] for line in lines if line and not line.startswith("#"))


@lru_cache(maxsize=50_000)
def plain_name(text: str) -> str:
    """Invisible characters and spaces between Chinese characters out, dots as U+00B7; nothing else changes."""
    return _POINTS.sub("·", _DOTS.sub("·", without_han_gaps(tidy(text))))


@lru_cache(maxsize=50_000)
def one_person(text: str) -> str | Somebody:
    """A name alone as text; with a title, a gender, another spelling or a doubt as somebody."""
    if _DESCRIBED.search(text) or _BROKEN.search(text):
        return _with_note(plain_name(text), "character_unclear", text)
    if bracket := _BRACKETS.fullmatch(text):
        return _with_bracket(bracket, text)
    if tentative := _TENTATIVE.fullmatch(text):
        return _add(one_person(tentative["name"]), Note("tentative", {"field": "name_zh", "text": text}))
    if called := _WITH_PHONE.fullmatch(narrow(text)):
        return _add(one_person(called["name"]), _split_note(text), extra=(("phone", called["phone"]),))
    if found := _spaced_title(text) or _glued_title(text) or _two_scripts(text) or _honorific(text):
        return found
    return _checked(plain_name(text), text)


def _checked(name: str, text: str) -> str | Somebody:
    """The name, with a doubt where it does not look like one."""
    if len(name) > _longest(name) or not any(map(str.isalpha, name)):
        return Somebody(Cleaned("", (), (Note("not_a_name", {"field": "name_zh", "text": text}),)))
    if _LATIN.fullmatch(name):
        return Somebody(Cleaned("", (("name_en", name),)))
    if len(name) == 1:
        return _with_note(name, "name_short", text)
    if len(name) <= 5 and _is_surname_with_title(name):
        return _with_note(name, "name_incomplete", text)
    if not _HAN_NAME.fullmatch(name) or ("·" not in name and len(name) > 6):
        return _with_note(name, "name_doubtful", text)
    return name


def _longest(name: str) -> int:
    """Names of minorities and in other scripts may be long; so many Chinese characters without a dot are a sentence."""
    return LONGEST if "·" in name or not _HAN_NAME.match(name) else LONGEST_WITHOUT_DOT


def _is_surname_with_title(name: str) -> bool:
    return any(name[:cut] in _surnames() and is_title(name[cut:]) for cut in (1, 2))


def _with_note(name: str, code: str, text: str) -> Somebody:
    return Somebody(Cleaned(name, (), (Note(code, {"field": "name_zh", "text": text}),)))


def _add(found: str | Somebody, *notes: Note, extra: tuple[tuple[str, str], ...] = ()) -> Somebody:
    somebody = Somebody(Cleaned(found)) if isinstance(found, str) else found
    cell = somebody.cell
    return Somebody(Cleaned(cell.text, (*cell.extra, *extra), (*cell.notes, *notes)), somebody.group, somebody.count)


def _split_note(text: str) -> Note:
    return Note("name_split", {"field": "name_zh", "text": text})


def _with_bracket(found: re.Match[str], text: str) -> Somebody:
    """What stands in brackets behind a name: gender, group, title, another spelling, companions, or a remark."""
    inside = tidy(found["inside"])
    inner = one_person(tidy(found["before"] + found["after"])) if found["before"] or found["after"] else ""
    if not inner:
        return _with_note("", "not_a_name", text)
    counted = _GROUP.fullmatch(narrow(inside))
    if counted:
        somebody = _add(inner, Note("placeholder", {"field": "name_zh", "text": text}))
        return Somebody(somebody.cell, inside, int(counted["count"]))
    if inside in ("待定", "待确定", "未定", "拟", "暂定"):
        return _add(inner, Note("tentative", {"field": "name_zh", "text": text}))
    return _add(inner, _split_note(text), extra=_meaning_of_bracket(inside))


def _meaning_of_bracket(inside: str) -> tuple[tuple[str, str], ...]:
    if inside in _GENDERS:
        return (("gender", _GENDERS[inside]),)
    if re.fullmatch(f"[{HAN_CLASS}]{{1,5}}族", inside):
        return (("ethnicity", inside),)
    if is_title(inside):
        return (("title_zh", inside),)
    if _LATIN.fullmatch(inside) and len(inside) > 3:
        return (("name_en", inside),)
    if _MOBILE.fullmatch(narrow(inside)):
        return (("phone", narrow(inside)),)
    if _REPLACES.fullmatch(inside):
        return (("reply", "substitute"), ("remarks", inside))
    return (("remarks", inside),)


def _spaced_title(text: str) -> Somebody | None:
    """王伟 局长, 张 三 局长, 局长 王伟, 局长：王伟."""
    words = re.split(r"[ :：]+|[，,、]", text)
    if len(words) < 2:
        return None
    for cut in range(1, len(words)):
        name, title = " ".join(words[:cut]), "、".join(words[cut:])
        if is_title(title) and not is_title(plain_name(name)):
            return _add(one_person(name), _split_note(text), extra=(("title_zh", title),))
    if is_title(words[0]) and not is_title(plain_name(" ".join(words[1:]))):
        return _add(one_person(" ".join(words[1:])), _split_note(text), extra=(("title_zh", words[0]),))
    return None


def _glued_title(text: str) -> Somebody | None:
    """王伟局长, 欧阳文副院长; 王局长 stays: the given name is missing."""
    name = plain_name(text)
    if not 4 <= len(name) <= 16 or _is_surname_with_title(name) or not Somebody.has_surname(name):
        return None
    first = 3 if name[:2] in _surnames() and name[:1] not in _surnames() else 2
    for cut in range(first, min(5, len(name) - 1)):
        if is_title(name[cut:]) and not is_title(name[:cut]):
            return _add(name[:cut], _split_note(text), extra=(("title_zh", name[cut:]),))
    return None


def _two_scripts(text: str) -> Somebody | None:
    """张三 Zhang San, John Smith 约翰."""
    found = _MIXED.fullmatch(without_han_gaps(text)) or _MIXED_TURNED.fullmatch(without_han_gaps(text))
    if found is None:
        return None
    return _add(_checked(plain_name(found["han"]), text), extra=(("name_en", found["latin"].strip()),))


def _honorific(text: str) -> Somebody | None:
    """王伟女士 says the gender, Mr Smith too; 老师 and 同志 are left out."""
    if latin := _LATIN_HONORIFIC.fullmatch(text):
        gender = _GENDERS_EN[latin["word"].lower()]
        return _add(_checked(latin["name"], text), _split_note(text), extra=(("gender", gender),))
    found = _HONORIFIC.fullmatch(plain_name(text))
    if found is None or not Somebody.has_surname(found["name"]):
        return None
    gender = _GENDERS.get(found["word"], "")
    return _add(_checked(found["name"], text), _split_note(text), extra=(("gender", gender),) if gender else ())
