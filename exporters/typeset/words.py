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
_IN_TITLES = (  # further ones, which only titles keep whole: running text may be broken inside
    "绿色 食品 行业 农产品 农副产品 生态 环保 环境 低碳 装备 制造 智能 智慧 机械 电子 电器 家电 汽车 材料 新材料 "
    "能源 新能源 动力 电池 化工园区 化工 园区 医药 药业 中药材 中医药 医疗 健康 养老 康养 种植 养殖 畜牧 林业 果业 "
    "茶叶 水利 水产 加工 冷链 物流 电商 贸易 金融 保险 旅游 文旅 文化 体育 艺术 数字 数字化 数据 大数据 信息 "
    "信息化 网络 平台 软件 芯片 时空 城市 农村 社区 交通 建筑 工程 技术 关键技术 核心技术 技术创新 关键 核心 科学 "
    "专业 学科 课程 特长 方向 情况 需求 优质 生源 定向 就业 招聘 引才 育才 博士后 硕士 研究生 本科生 大学生 青年 "
    "挂职 柔性 优秀 重点 重大 联合 攻关 协同 应用 利用 回收 改造 提升 升级 推广 示范 试点 孵化 产业链 供应链 供应 "
    "资源 循环 经济 区域 高新 开发 开放 帮扶 对口 支援 考察 调研 走访 论坛 峰会 年会 启动 颁奖 表彰 聘任 捐赠 赠书 "
    "共享 共创 共赢 互动 互助 厨房 实训 智库 职业 附属 医院 法院 银行 政府 县委 市委 省委"
)
_SINGLE = "与和暨及的"  # a word of one character each, in most titles
_UNIT_ENDS = (
    "人民政府|管理委员会|管委会|委员会|办公室|大学|学院|学校|中学|研究院|研究所|研究中心|公司|集团|协会|联合会|中心|"
    "开发区|园区|新区|省|市|县|区|局|厅|委|镇|乡"
)
_UNIT = re.compile(
    rf"(?:(?<=[与和暨同及—、·（）《》\u3000 ])|^)[\u4e00-\u9fff]{{1,12}}?(?:{_UNIT_ENDS})(?:[\u4e00-\u9fff]{{0,6}}?"
    r"(?:人民政府|学院|局|委员会|办公室))?"
)
_REGIONAL = re.compile(
    r"[\u4e00-\u9fff]{1,8}?[省市县区镇乡](?:(?!共建|合作|联合共|关于|[与和暨及、])[\u4e00-\u9fff]){2,8}?"
    r"(?:协会|联合会|有限公司|集团)"
)
_ENDING = re.compile(f"(?:{_UNIT_ENDS})(?!大?[学院会部]|办|机关|委)")
_HAN_TERM = re.compile(r"[\u4e00-\u9fff]+")


def word_places(text: str) -> list[tuple[int, int]]:
    """Where the words of the field stand in a text, from left to right, longer words first."""
    return [match.span() for match in _pattern().finditer(text)]


def title_word_places(text: str) -> list[tuple[int, int]]:
    """Where the words of a title stand, as far as they are known; what stands between them is not."""
    return [match.span() for match in _title_pattern().finditer(text)]


def unit_places(text: str) -> list[tuple[int, int]]:
    """Where the names of units stand in a title, as far as their endings and what stands before them tell."""
    return [match.span() for pattern in (_UNIT, _REGIONAL) for match in pattern.finditer(text)]


def name_parts(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    """The parts of a unit's long name that are units themselves: 浙江工业职业技术学院 and 智能制造学院."""
    stops = [match.end() for match in _ENDING.finditer(text, begin, end)]
    return list(pairwise((begin, *(stop for stop in stops if stop < end), end)))


def is_rough(text: str, place: int) -> bool:
    """Whether a title should rather not be broken here: 与 and 暨 go with what follows, 的 with what comes before."""
    return text[place - 1] in "与和暨及同对向为由在把" or text[place] in "的了等之"


@cache
def _pattern() -> re.Pattern[str]:
    return _any_of(_words())


@cache
def _title_pattern() -> re.Pattern[str]:
    return _any_of(_words() | set(_IN_TITLES.split()) | set(_SINGLE))


def _any_of(words: set[str]) -> re.Pattern[str]:
    """The longest first."""
    return re.compile("|".join(sorted(words, key=lambda word: (-len(word), word))))


def _words() -> set[str]:
    rows = resources.path("tables/glossary.tsv").read_text(encoding="utf-8").splitlines()[1:]
    terms = {row.split("\t")[1] for row in rows} | set(_PLAIN.split())
    return {term for term in terms if 2 <= len(term) <= _LONGEST and _HAN_TERM.fullmatch(term)}
