"""Words of the field that a title is not broken inside: the glossary's terms and what titles are made of."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

import resources

_LONGEST = 6  # characters: longer terms are made of shorter ones
_PLAIN = (
    "人民政府 管理委员会 委员会 大学 学院 学校 公司 集团 协会 研究院 研究所 办公室 校地 校企 校县 产教 融合 "
    "产学研 科技 科研 人才 教育 "
    "战略 合作 框架 共建 基地 项目 交流 座谈会 对接会 推介会 洽谈会 签约 仪式 揭牌 授牌 集中 活动 会议 大会 工作 "
    "关于 选派 开展 举办 召开 服务 企业 创新 发展 推进 深化 签订 建立 建设 组织 引进 转化 成果 研究 培养 培训 实习 "
    "实践 创业 高校 学生 教师 博士 专家 团队 高层次 高质量 工业 农业 产业 乡村 振兴 县校 双方 三方 多方 主题 专场 系列 "
    "现场 安排 邀请函 通知 报告 决定 意见 计划 规划 要点 总结 主持词 致辞 参会 人员 嘉宾 代表 "
    "协议书 协议 合同 备忘录 意向书 议程 日程 行程 名单 手册 指南 方案 台账 须知"
)
_UNIT_ENDS = (
    "人民政府|管理委员会|管委会|委员会|办公室|大学|学院|学校|中学|研究院|研究所|研究中心|公司|集团|协会|联合会|中心|"
    "开发区|园区|新区|省|市|县|区|局|厅|委|镇|乡"
)
_UNIT = re.compile(
    rf"(?:(?<=[与和暨同及—、·（）《》\u3000 ])|^)[\u4e00-\u9fff]{{1,12}}?(?:{_UNIT_ENDS})(?:[\u4e00-\u9fff]{{0,6}}?"
    r"(?:人民政府|学院|局|委员会|办公室))?"
)
_ENDING = re.compile(f"(?:{_UNIT_ENDS})(?!大?[学院会部]|办|机关|委)")
_HAN_TERM = re.compile(r"[\u4e00-\u9fff]+")


def word_places(text: str) -> list[tuple[int, int]]:
    """Where the words of the field stand in a text, from left to right, longer words first."""
    return [match.span() for match in _pattern().finditer(text)]


def unit_places(text: str) -> list[tuple[int, int]]:
    """Where the names of units stand in a title, as far as their endings and what stands before them tell."""
    return [match.span() for match in _UNIT.finditer(text)]


def name_parts(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    """The parts of a unit's long name that are units themselves: 浙江工业职业技术学院 and 智能制造学院."""
    stops = [match.end() for match in _ENDING.finditer(text, begin, end)]
    return list(pairwise((begin, *(stop for stop in stops if stop < end), end)))


def is_rough(text: str, place: int) -> bool:
    """Whether a title should rather not be broken here: 与 and 暨 go with what follows, 的 with what comes before."""
    return text[place - 1] in "与和暨及同对向为由在把" or text[place] in "的了等之"


@cache
def _pattern() -> re.Pattern[str]:
    rows = resources.path("tables/glossary.tsv").read_text(encoding="utf-8").splitlines()[1:]
    terms = {row.split("\t")[1] for row in rows} | set(_PLAIN.split())
    words = [term for term in terms if 2 <= len(term) <= _LONGEST and _HAN_TERM.fullmatch(term)]
    return re.compile("|".join(sorted(words, key=lambda word: (-len(word), word))))
