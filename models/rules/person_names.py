"""Names of people: an English form proposed in pinyin (GB/T 28039-2011), and the spacing of two-character names."""

from __future__ import annotations

from functools import cache, lru_cache

import resources
from models.rules.readings import spelled

FULL_WIDTH_SPACE = "\u3000"
_SPACES = str.maketrans(dict.fromkeys(" \t\n\u00a0\u200b\u3000\ufeff", ""))
# Han characters; the planes above are all Han. 〇 is written in some names.
_HAN_RANGES = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF), (0x3007, 0x3007))


@lru_cache(maxsize=20_000)  # every snapshot asks again for the same names
def propose_english(name_zh: str, family_name: str = "") -> str:
    """梁永民 → Liang Yongmin, 欧阳文 → Ouyang Wen, 赵平安 → Zhao Ping'an: a proposal, the person's own spelling wins.

    Names with a dot or with other scripts (minority and foreign names) are spelled by their owners alone: they come
    back untouched. `family_name` settles the split where it is known.
    """
    name = name_zh.translate(_SPACES)
    if not name or not all(map(is_han, name)):
        return name_zh.strip()
    family = family_name_of(name, family_name)
    return f"{_spell_family(family)} {_spell_given(name[len(family) :])}".strip()


def family_name_of(name: str, known: str = "") -> str:
    """The known one, a compound surname, two surnames of a four-character name (刘杨子涵), or the first character."""
    given = known.translate(_SPACES)
    if given and name.startswith(given):
        return given
    is_compound = len(name) > 2 and name[:2] in _readings()
    is_double = len(name) == 4 and name[0] in _readings() and name[1] in _readings()
    return name[:2] if is_compound or is_double else name[:1]


def spaced_for_print(name: str) -> str:
    """王明 → 王　明, so that columns align: Han names of two characters only, and in print only."""
    return FULL_WIDTH_SPACE.join(name) if len(name) == 2 and all(map(is_han, name)) else name


def is_han(character: str) -> bool:
    """Whether it is a Chinese character, of any plane."""
    return any(low <= ord(character) <= high for low, high in _HAN_RANGES)


def other_reading(family_name: str) -> str:
    """A second reading the surname has (盖: Gai), for a notice; empty when there is none."""
    return _readings().get(family_name, ("", ""))[1]


@cache
def _readings() -> dict[str, tuple[str, str]]:
    """Surname → its reading, and another one."""
    lines = resources.path("tables/surname_readings.tsv").read_text(encoding="utf-8").splitlines()
    rows = [(*line.split("\t"), "") for line in lines if line and not line.startswith("#")]
    return {row[0]: (row[1], row[2]) for row in rows}


def _spell_family(family: str) -> str:
    """Compound surnames solid (Ouyang), double ones with a hyphen (Liu-Yang)."""
    if family in _readings():
        return _readings()[family][0]
    return "-".join(
        _readings()[part][0] if part in _readings() else _syllables(part)[0].capitalize() for part in family
    )


def _spell_given(given: str) -> str:
    """Written solid; an apostrophe before a syllable that begins with a vowel."""
    syllables = _syllables(given)
    return "".join("'" * (i > 0 and s[0] in "aoe") + s for i, s in enumerate(syllables)).capitalize()


def _syllables(characters: str) -> list[str]:
    """Pinyin without tones, ü as yu (passports); a character without a known reading stays itself."""
    return [syllable.replace("v", "yu") for syllable in spelled(characters)]
