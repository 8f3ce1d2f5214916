"""Words of titles and units: where a name, a unit and a title stand in one cell, these tell them apart."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import resources

# Besides the ranks of the office: what follows a name or a unit in slips.
_MORE = (
    "组长 副组长 队长 副队长 团长 副团长 班长 厂长 副厂长 行长 副行长 社长 副社长 台长 总编 总编辑 主编 编审 司长 副司长 厅长 副厅长 "
    "州长 副州长 师长 政委 参谋长 主管 负责人 联络员 联系人 工作人员 驾驶员 司机 翻译 摄影 秘书 专员 委员 代表 顾问 理事 监事 董事 "
    "合伙人 律师 会计师 审计师 医师 护士长 主任医师 药师 农艺师 高级农艺师 兽医师 设计师 架构师 技术员 科技特派员 特派员 村支书 村主任 "
    "支书 校友 辅导员 班主任 导师 博导 硕导 博士生导师 硕士生导师 特聘教授 讲席教授 研究生 博士生 硕士生 学生 讲解员 接线员 业务员 "
    "销售经理 项目经理 区域经理 产品经理 总经理助理 县长助理 市长助理 主任助理 院长助理 局长助理 二级巡视员 一级巡视员 巡视员 主任科员 "
    "四级主任科员 一级主任科员 首席科学家 首席专家 首席技术官 首席运营官 执行院长 执行董事 执行会长 名誉会长 监事长 部门负责人 主要负责人 "
    "分管领导 分管负责人 领导 专家 总裁助理 参赞 领事 总领事 大使"
)
_PREFIXES = "原|前|代理|代|常务|执行|第一|名誉|高级|特聘|兼职|党委|党组|党总支|党支部|行政|荣誉|正|副|总|一级|二级|三级|四级|正高级|副高级|在读"
# How units end; a title begins behind the last of them that leaves a whole title.
_UNIT_ENDS = (
    "大学|学院|学校|中学|小学|职院|公司|集团|企业|厂|银行|医院|研究院|研究所|设计院|科学院|工程院|实验室|检察院|法院|中心|基地|协会|学会|商会|"
    "联合会|促进会|基金会|工会|妇联|科协|文联|残联|工商联|侨联|总队|支队|大队|中队|委员会|常委会|管委会|工委|县委|市委|区委|省委|州委|"
    "镇委|乡委|党委|团委|纪委|监委|党组|政府|人民政府|县政府|区政府|市政府|政协|人大|局|厅|处|科|股|所|站|院|部|办|办公室|室|系|委|"
    "社区|村|乡|镇|街道|园区|开发区|高新区|新区|园|馆|台|报社|电视台|杂志社|出版社|社|行|队|庄|店|会|组"
)


@cache
def _title() -> re.Pattern[str]:
    words: set[str] = set(_MORE.split())
    for line in resources.path("tables/ranks.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#") and "\t" in line:
            words |= {word for word in " ".join(line.split("\t")[1:]).split() if len(word) > 1}
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(f"(?:{_PREFIXES})*(?:{'|'.join(map(re.escape, longest_first))})")


@cache
def title_ends() -> frozenset[str]:
    """The last characters of all title words: a name that ends otherwise holds none."""
    return frozenset(re.findall(r"([\u4e00-\u9fff])(?=[|)])", _title().pattern))


@lru_cache(maxsize=20_000)
def is_title(text: str) -> bool:
    """Whether all of it is a title, or several joined by 、: 局长, 常务副县长, 教授/博导."""
    parts = [part for part in re.split(r"[、,，/ ]", text) if part]
    return bool(parts) and all(_title().fullmatch(part) for part in parts)


def ends_as_title(text: str) -> bool:
    """Whether a title stands at its end: 县委组织部部长."""
    return any(_title().fullmatch(text, start) for start in range(max(0, len(text) - 12), len(text) - 1))


_UNIT_END = re.compile(f"(?:{_UNIT_ENDS})$")
_LATIN_UNIT = re.compile(r"(?i)\b(?:university|college|institute|school|co\.?,? ?ltd\.?|ltd\.?|inc\.?|corp\.?|company|bureau|office|center|centre|committee|government|academy|group|department)\b")


def is_unit(text: str) -> bool:
    """Whether it ends as units do; brackets behind it left out."""
    bare = re.sub(r"[(（][^()（）]*[)）]$", "", text)
    return len(bare) > 2 and bool(_UNIT_END.search(bare) or _LATIN_UNIT.search(bare))


def ends_as_unit(text: str) -> bool:
    """Whether a unit may end here: 县委, 浙江大学."""
    return len(text) > 1 and bool(_UNIT_END.search(text))
