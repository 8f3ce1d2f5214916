"""Words of the field that a title is not broken inside: the glossary's terms and what titles are made of."""

from __future__ import annotations

import re
from functools import cache

import resources

_LONGEST = 6  # characters: longer terms are made of shorter ones
_PLAIN = (
    "人民政府 管理委员会 委员会 大学 学院 学校 公司 集团 协会 研究院 研究所 办公室 校地 校企 校县 产教 融合 "
    "产学研 科技 科研 人才 教育 "
    "战略 合作 框架 共建 基地 项目 交流 座谈会 对接会 推介会 洽谈会 签约 仪式 揭牌 授牌 集中 活动 会议 大会 工作 "
    "协议书 协议 合同 备忘录 意向书 议程 日程 行程 名单 手册 指南 方案 台账 须知"
)
_HAN_TERM = re.compile(r"[\u4e00-\u9fff]+")


def word_places(text: str) -> list[tuple[int, int]]:
    """Where the words of the field stand in a text, from left to right, longer words first."""
    return [match.span() for match in _pattern().finditer(text)]


@cache
def _pattern() -> re.Pattern[str]:
    rows = resources.path("tables/glossary.tsv").read_text(encoding="utf-8").splitlines()[1:]
    terms = {row.split("\t")[1] for row in rows} | set(_PLAIN.split())
    words = [term for term in terms if 2 <= len(term) <= _LONGEST and _HAN_TERM.fullmatch(term)]
    return re.compile("|".join(sorted(words, key=lambda word: (-len(word), word))))
