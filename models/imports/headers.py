"""What headings of reply slips mean: the table of variants, and how a heading is made comparable."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

import resources

CONTACT_NAME, CONTACT_PHONE = "contact_name", "contact_phone"
NAME_FIELDS = frozenset({"name_zh", "name_en", "name_and_title"})
LEVELS = "·"  # between the two levels of a heading
LONGEST = 40
_SQUEEZED = re.compile("[\\s:*\u00ad\u200b-\u200f\u2060\ufeff·_]+")
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|<[^<>]*>|\{[^{}]*\}")
_SIGNS = str.maketrans({"、": "/", ",": "/", ";": "/", "。": "", "|": "/", "\\": "/", "&": "/", "｡": ""})
_NUMBERED = re.compile(r"^(?:\(?[0-9]{1,2}[./)]|[一二三四五六七八九十]{1,2}/)")
_POLITE = re.compile(
    "^(?:请(?:填写|输入|选择|注明)?(?:您的|你的)?|您的|你的|本人|个人|人员|参会人员|参会人|与会人员|参会代表|参会者|代表|嘉宾|来宾)(?=.{2})"
)
_ENDING = re.compile("(?:必填|选填|可选|信息|情况|说明|required|optional|(?<![0-9])[0-9]{1,2})+$")
_ENGLISH = re.compile(r"[a-z][a-z./'-]*")
_LATIN_PART, _HAN_PART = re.compile("[a-z.'&-]+"), re.compile("[^\x00-\x7f]+")
# The name of somebody who does not come himself.
_OTHERS = re.compile(
    "联系|紧急|司机|驾驶|领队|填报|填表|经办|陪同|家长|导师|配偶|对接|推荐人|负责人|秘书|助理|审核|emergency|driver|contact"
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """A field and how cells of the column are kept: "" as they are, "label", "part" of a name, "=WORD" for a yes."""

    field: str
    keep: str = ""


def plain_heading(text: str) -> str:
    """Narrow, small letters, without spaces, colons and stars; every separator as /."""
    return _SQUEEZED.sub("", unicodedata.normalize("NFKC", text).lower()).translate(_SIGNS).strip("/")


@lru_cache(maxsize=20_000)
def heading_key(text: str) -> str:
    """The key under which the office's own meaning of a heading is remembered: brackets and their content left out."""
    plain = plain_heading(text)
    return _BRACKETED.sub("", plain) or plain


def heading_words(text: str) -> str:
    """A heading as it is told: its last level, without the number before it and the colon behind."""
    return re.sub(r"^[(（]?\d{1,2}[.、．)）]\s*|[:：*\s]+$", "", text.rpartition(LEVELS)[2].strip())


@lru_cache(maxsize=20_000)
def meaning_of(heading: str) -> Meaning | None:
    """What a heading means, of one level or two (“住宿·是否”); None if the table does not know it."""
    if not heading or len(heading) > 3 * LONGEST:
        return None
    upper, _, lower = heading.partition(LEVELS)
    if not lower:
        return _of_one(upper)
    for text in (upper + lower, lower + upper, upper + "/" + lower):
        if found := _variants().get(heading_key(text)):
            return found
    return _of_one(lower) or _of_one(upper)


def guessed_meaning(heading: str) -> Meaning | None:
    """A heading that ends like a known one (“拟参会领导姓名”), unless it speaks of somebody else."""
    plain = heading_key(heading.rpartition(LEVELS)[2])
    if len(plain) > 20 or plain.isascii() or _OTHERS.search(plain):
        return None
    for start in range(1, len(plain) - 1):
        if found := _variants().get(plain[start:]):
            return found
    return None


def _of_one(text: str) -> Meaning | None:
    if len(text) > LONGEST:
        return None
    plain = plain_heading(text)
    bare = _BRACKETED.sub("", plain)
    numbered = _NUMBERED.sub("", bare)
    polite, ended = _POLITE.sub("", numbered), _ENDING.sub("", numbered)
    han, latin = _LATIN_PART.sub("", bare).strip("/"), _HAN_PART.sub("", bare).strip("/")
    one_of_two = (han, latin) if han and latin else ()  # 姓名 Name
    tries = (plain, bare, plain.strip("()[]【】"), numbered, polite, ended, *one_of_two)
    found = next((found for each in tries if each and (found := _variants().get(each))), None)
    return found or _of_both(bare)


def _of_both(bare: str) -> Meaning | None:
    """A heading in both languages (“姓名 Name”), whichever comes first; the Chinese words decide."""
    chinese, english = _ENGLISH.sub("", bare).strip("/()"), "".join(_ENGLISH.findall(bare)).strip("/.'-")
    if len(chinese) < 2 or not english or bare.startswith(english) == bare.endswith(english):
        return None
    found = _variants().get(chinese) or _variants().get(_ENDING.sub("", chinese))
    return found if found and (len(english) > 3 or english in _variants()) else None


@cache
def usual_headings() -> frozenset[str]:
    """Headings as people type them, those of two characters also with a space between."""
    plain = frozenset(_variants())
    spaced = {gap.join(word) for word in plain if len(word) == 2 for gap in (" ", "  ", "\u3000")}
    return plain | spaced | {word.capitalize() for word in plain if word.isascii()}


@cache
def _variants() -> dict[str, Meaning]:
    """Heading, plain → its meaning; the first line that lists it wins."""
    known: dict[str, Meaning] = {}
    for line in resources.path("tables/slip_headers.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#") and line.count("\t") == 2:
            field, keep, variants = line.split("\t")
            for variant in variants.split("、"):
                known.setdefault(plain_heading(variant), Meaning(field, keep))
    return known
