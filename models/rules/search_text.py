"""What a name can be found by: its characters, its pinyin, its initials (zjdx finds 浙江大学)."""

from __future__ import annotations

import unicodedata
from functools import cache

import resources
from models.rules.readings import READINGS

_GAP = str.maketrans(dict.fromkeys(" \t\n\r\u3000\u00a0\u200b\ufeff·•‧,，、;；()（）\"“”'‘’", ""))
# Characters read in a second way in many names of units, towns and people; surnames add theirs.
_ALSO_READ = {
    "重": "chong",
    "长": "chang",
    "行": "hang",
    "乐": "yue",
    "都": "du",
    "朝": "chao",
    "会": "kuai",
    "薄": "bo",
    "参": "shen",
    "藏": "zang",
    "调": "diao",
    "传": "zhuan",
    "校": "jiao",
    "洞": "tong",
    "莘": "xin",
    "蚌": "beng",
    "六": "lu",
    "阿": "e",
    "单": "shan",
    "石": "dan",
}
_MOST_VARIANTS = 3  # characters of one name that are also spelled in their second reading


def search_keys(text: str) -> str:
    """浙江大学 → "浙江大学 zhejiangdaxue zjdx"; of other scripts the letters and the initials: "wuhanuniversity wu"."""
    plain = folded(text)
    if not plain:
        return ""
    if plain.isascii():
        return f"{plain} {_initials_of_words(text)}".rstrip()
    spelled = [READINGS[character] for character in plain]
    keys = [plain, "".join(spelled), "".join([sound[0] for sound in spelled])]
    for place in [place for place, character in enumerate(plain) if character in _others()][:_MOST_VARIANTS]:
        other = [*spelled[:place], _others()[plain[place]], *spelled[place + 1 :]]
        keys += ["".join(other), "".join([sound[0] for sound in other])]
    return " ".join(keys)


def matches(keys: str, typed: str) -> bool:
    """Whether each word that was typed stands in the keys."""
    return all(word in keys for word in typed_words(typed))


def typed_words(typed: str) -> tuple[str, ...]:
    """The words of what was typed, written as the keys are."""
    return tuple(filter(None, (folded(word) for word in typed.split())))


def folded(text: str) -> str:
    """Without gaps and interpuncts, small letters, full-width letters narrow, ü (lyu) as v: how keys are written."""
    narrow = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return narrow.lower().translate(_GAP).replace("lyu", "lv").replace("ü", "v")


def _initials_of_words(text: str) -> str:
    words = text.lower().replace("-", " ").split()
    return "".join([word[0] for word in words if word[0].isalnum()]) if len(words) > 1 else ""


@cache
def _others() -> dict[str, str]:
    """Character → a second reading that people may type."""
    lines = resources.path("tables/surname_readings.tsv").read_text(encoding="utf-8").splitlines()
    others = dict(_ALSO_READ)
    for name, *sounds in (line.split("\t") for line in lines if line and not line.startswith("#")):
        usual = READINGS[name] if len(name) == 1 else name
        for sound in (sound.lower() for sound in sounds if sound):
            if usual != name and sound not in (usual, usual.replace("v", "yu")):
                others.setdefault(name, sound)
    return {name: sound for name, sound in others.items() if READINGS[name] != sound}
