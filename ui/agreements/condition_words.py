"""Conditions in the words of the office: “party_c and not amount” is “有丙方且没有金额”, both ways."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from functools import cache

import resources
from models.rules.clause_text import names_in
from models.rules.template_names import plain_expression
from resources.languages import translator
from ui.agreements.fact_names import fact_word
from ui.wording.messages import N_

USUAL = (
    "party_c",
    "not party_c",
    "party_d",
    "witnesses",
    "amount",
    "not amount",
    "fields",
    "bases",
    "projects",
    "bilingual",
    "party_a.address_zh and party_b.address_zh",
)
_NAMED = re.compile(r"(not\s+)?\(?([^\W\d][\w.]*|[#=]\d+)\)?")
_COMPARED = re.compile(r"([^\W\d][\w.]*)\s*(==|!=|<=|>=|<|>)\s*(\d+)")
_SIGNS = {"==": "=", "!=": "≠", "<=": "≤", ">=": "≥", "<": "<", ">": ">"}
_TYPES = re.compile(r"base\.type_code\s*(?:==\s*(\"\w+\")|in\s*\[([^\]]*)\])")
_JOINT = re.compile(r"\s+(and|or)\s+")
_LANGUAGE = re.compile(r"_(?:zh|en)$")
_SAID = re.compile(r"(?:如果|如|仅当|当|若)?(没有|不是|无|非|缺|有|是)?(.+?)(?:时)?$")
_SAID_JOINT = re.compile(r"[，、]?(并且|而且|且|或者|或|，|、)")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_OR = ("或", "或者")
_WITHOUT = ("没有", "不是", "无", "非", "缺")
_WITH, _NOT_WITH = N_("with {name}"), N_("without {name}")
_IN_A_LIST = {
    "loop.first": N_("it is the first of the list"),
    "not loop.first": N_("it is not the first of the list"),
    "loop.last": N_("it is the last of the list"),
    "not loop.last": N_("it is not the last of the list"),
    "loop.revindex == 2": N_("it is the last but one of the list"),
}


def condition_words(condition: str, language: str) -> str:
    """A condition in words; one that only its own spelling can tell stays as it is."""
    if condition in _IN_A_LIST:
        return translator(language).gettext(_IN_A_LIST[condition])
    types: list[str] = []

    def compared(found: re.Match[str]) -> str:
        types.append(f"{_fact(found[1], language)} {_SIGNS[found[2]]} {found[3]}")
        return f"={len(types) - 1}"

    def named(found: re.Match[str]) -> str:
        types.append(_type_words(found[1] or found[2], language))
        return f"#{len(types) - 1}"

    parts = _JOINT.split(_COMPARED.sub(compared, _TYPES.sub(named, plain_expression(condition))).strip())
    found = [_NAMED.fullmatch(part) for part in parts[::2]]
    if not all(found):
        return condition
    told = [_told(one[2], types, language, without=bool(one[1])) for one in found if one]
    joints = {"zh": {"and": "且", "or": "或"}}.get(language, {"and": " and ", "or": " or "})
    said = told[0] + "".join(joints[joint] + words for joint, words in zip(parts[1::2], told[1:], strict=True))
    return _bare(said)


def _told(name: str, types: list[str], language: str, *, without: bool) -> str:
    _ = translator(language).gettext
    if name.startswith("="):
        said = types[int(name[1:])]
        return _("not: {condition}").format(condition=said) if without else said
    if name.startswith("#"):
        said = _("the base is no {types}") if without else _("the base is a {types}")
        return said.format(types=types[int(name[1:])])
    return _(_NOT_WITH if without else _WITH).format(name=_fact(name, language))


def _type_words(codes: str, language: str) -> str:
    """The kinds of bases with these codes, in words."""
    told = [_base_types().get((code.strip(" \"'"), language), code) for code in codes.split(",")]
    return "、".join(told) if language == "zh" else " / ".join(told)


@cache
def _base_types() -> dict[tuple[str, str], str]:
    """The names of the kinds of joint base, by code and language."""
    rows = tomllib.loads(resources.path("tables/base_types.toml").read_text(encoding="utf-8"))["base_type"]
    return {(row["code"], language): row["name"][language] for row in rows for language in ("zh", "en")}


def condition_of(said: str, knows: Callable[[str], bool]) -> str | None:
    """What words or a condition's own spelling mean; None where a name in it means nothing here.

    `knows` tells whether a name that is in no table is one that the office asks for in this text.
    """
    words = said.strip()
    by_words = _by_words()
    if not words or words in by_words:
        return by_words.get(words, "")
    condition = _from_chinese(words) or words
    names = names_in(plain_expression(condition))
    return condition if all(not _HAN.search(name) or knows(name) for name in names) else None


def usual_conditions(language: str) -> Iterable[tuple[str, str]]:
    """What is offered to choose from: words and condition, “always” first."""
    yield translator(language).gettext("always"), ""
    yield from ((condition_words(condition, language), condition) for condition in USUAL)


@cache
def _by_words() -> dict[str, str]:
    return {words: condition for language in ("zh", "en") for words, condition in usual_conditions(language)}


def _from_chinese(words: str) -> str:
    """“如有丙方且没有金额” as a condition; nothing where it is not such words."""
    parts = _SAID_JOINT.split(words)
    if not _HAN.search(words) or any(sign in words for sign in "\"'()[]=."):
        return ""
    read = []
    for place, part in enumerate(parts):
        found = _SAID.fullmatch(part.strip())
        if place % 2:
            read.append("or" if part in _OR else "and")
        elif found is None:
            return ""
        else:
            name = _by_fact().get(found[2].strip(), found[2].strip())
            read.append(f"not {name}" if found[1] in _WITHOUT else name)
    return " ".join(read)


@cache
def _by_fact() -> dict[str, str]:
    """The names of the usual conditions by their words."""
    names = {name for condition in USUAL for name in names_in(condition)}
    return {_fact(name, "zh"): name for name in names}


def _fact(name: str, language: str) -> str:
    return fact_word(_LANGUAGE.sub("", name), language)


def _bare(said: str) -> str:
    """Without the mark that chips put before a condition: here another word stands before it."""
    return said.replace("如有", "有").replace("如无", "没有")
