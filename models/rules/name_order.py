"""The orders in which a list of people may be put: strokes, pinyin, unit (ranks: `ranks.py`). Keys only.

姓氏笔画: by the number of strokes of the first character, then by the order of GB 13000.1 (横竖撇点折), then the second
and the third character; a given name of one character has nothing at the second place, so 高富 stands before 高大富
(some offices compare plainly and put 高大富 first: a setting).
"""

from __future__ import annotations

from functools import cache

import resources
from models.rules.person_names import family_name_of, is_han, propose_english
from models.rules.search_text import folded

_UNKNOWN = 10**6
# 单位排序: party organs, congress, government, 政协, mass organizations, townships, others, enterprises last.
_UNIT_WORDS = (
    (10, ("县委", "区委", "市委", "省委", "党委", "纪委", "组织部", "宣传部", "统战部", "政法委")),
    (20, ("人大",)),
    (40, ("政协",)),
    (50, ("工会", "团委", "妇联", "科协", "工商联", "残联", "文联")),
    (60, ("乡", "镇", "街道")),
    (30, ("政府", "局", "委员会", "办公室", "法院", "检察院", "管委会")),
    (70, ("大学", "学院", "学校", "研究院", "研究所", "中学", "医院")),
    (80, ("协会", "商会", "学会", "联合会")),
    (90, ("公司", "集团", "厂", "企业", "合作社")),
)

NameKey = tuple[int, tuple[int, ...], str]


def stroke_key(name_zh: str, name_en: str = "", *, single_first: bool = True) -> NameKey:
    """The place of a name in the order of strokes; names without Chinese characters stand behind, by their letters.

    `single_first`: a given name of one character stands before longer ones; else it is compared plainly.
    """
    characters = [character for character in name_zh if is_han(character)]
    if not characters:
        return (1, (), folded(name_en or name_zh))
    order, _doubtful = _stroke_order()
    places = [order.get(character, _UNKNOWN + ord(character)) for character in characters]
    if len(characters) == 2 and single_first:
        places.insert(1, 0)
    return (0, tuple(places), "")


def pinyin_key(name_zh: str, name_en: str = "") -> tuple[str, str, str]:
    """The place of a name by its reading as a name (单 Shan, 仇 Qiu), surname first, then the given name."""
    plain = "".join(name_zh.split())
    if not any(map(is_han, plain)):
        return (folded(name_en or name_zh), "", plain)
    family, _gap, given = propose_english(plain).lower().partition(" ")
    return (family, given.replace("'", ""), family_name_of(plain) + plain)


def unit_key(name_zh: str) -> int:
    """The place of a unit's kind in 单位排序."""
    return next((place for place, words in _UNIT_WORDS if any(word in name_zh for word in words)), 85)


def doubtful_strokes(name_zh: str) -> str:
    """The characters of a name whose place in the order of strokes is approximate: the list says so."""
    order, doubtful = _stroke_order()
    return "".join(c for c in name_zh if is_han(c) and (c in doubtful or c not in order))


@cache
def _stroke_order() -> tuple[dict[str, int], frozenset[str]]:
    """Character → its place, and the characters whose place is approximate."""
    order: dict[str, int] = {}
    doubtful: set[str] = set()
    for line in resources.path("tables/stroke_order.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        _count, sure, *further = line.split("\t")
        doubtful.update("".join(further))
        for character in sure + "".join(further):
            order.setdefault(character, len(order) + 1)
    return order, frozenset(doubtful)
