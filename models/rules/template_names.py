"""The Chinese names of the variables: {{甲方.名称}} is {{ party_a.name_zh }}. One name-space, two ways to write it.

A name in Chinese stands for the Chinese text; 英文 before its last word asks for the English one (甲方.英文名称). What
is in no table stays as it is: an office may ask for facts of its own (违约金比例).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

_STEMS = "甲乙丙丁戊己庚辛壬癸"
_LETTERS = "abcdefghij"

# Owners, and names that stand alone; those with a language get it, as details do.
_OWNERS = {
    "协议": "agreement",
    "会议": "event",
    "活动": "event",
    "各方": "parties",
    "见证方": "witness",
    "各见证方": "witnesses",
    "基地": "base",
    "各基地": "bases",
    "各项目": "projects",
    "各领域": "fields",
    "牌匾": "plaque",
    "政策": "policy",
    "经费": "fund",
    "特派员": "commissioner",
    "派驻": "dispatch",
    "各目标": "targets",
    "技术": "tech",
    "合作": "coop",
    "意向": "intent",
    "条款": "article",
    "循环": "loop",
    "双语": "bilingual",
    "有金额": "amount",
}
_ALONE = {
    "合作领域": "fields",
    "共建基地": "bases",
    "合作项目": "projects",
    "双方": "sides",
    "法院": "court",
    "适用法律": "governing_law",
    "名单月份": "list_month",
}
_DETAILS = {
    "名称": "name",
    "姓名": "name",
    "简称": "short",
    "单位": "unit",
    "部门": "dept",
    "称谓": "label",
    "地址": "address",
    "地区": "region",
    "法定代表人": "legal_rep",
    "法定代表人职务": "legal_rep_title",
    "签约代表": "signatory",
    "签约代表职务": "capacity",
    "联络人": "contact",
    "联络部门": "contact_dept",
    "人员": "person",
    "标题": "title",
    "签署日期": "sign_date",
    "签署地点": "sign_place",
    "开始日期": "start",
    "结束日期": "end",
    "期限": "term",
    "优先文本": "prevailing",
    "日期": "date",
    "地点": "place",
    "场地": "venue",
    "城市": "city",
    "主题": "theme",
    "类型": "type",
    "种类": "kind",
    "文字": "text",
    "来源": "source",
    "发布单位": "issuer",
    "领域": "field",
    "指标": "metric",
    "目标值": "value",
    "阶段": "stage",
    "问题": "problem",
    "方式": "form",
    "完成日期": "deadline",
    "备注": "remarks",
    "内容": "content",
    "需求": "need",
}
_WITHOUT_LANGUAGE = {
    "统一社会信用代码": "uscc",
    "电话": "phone",
    "邮箱": "email",
    "编号": "no",
    "授权书": "authorization",
    "正本份数": "originals_cap",
    "副本份数": "duplicates_cap",
    "年限": "term_years",
    "总份数": "copies_total_cap",
    "各执份数": "copies_each_cap",
    "见证方份数": "witness_copies_cap",
    "备案份数": "filing_copies_cap",
    "类型代码": "type_code",
    "年度名额": "quota_per_year",
    "文号": "doc_no",
    "金额": "amount",
    "金额大写": "amount_cap",
    "每月天数": "days_per_month",
    "保密年数": "secrecy_years",
    "排他月数": "exclusive_months",
    "月数": "months",
    "序号": "index",
    "倒数序号": "revindex",
    "是最后": "last",
    "是最先": "first",
}
_FILTERS = {
    "连接": "join",
    "英文连接": "join_en",
    "逐项": "each",
    "个数": "length",
    "默认": "default",
    "大写": "in_capitals",
    "中文数字": "in_chinese",
    "英文数字": "in_words",
    "金额": "amount",
    "金额大写": "amount_in_capitals",
    "中文日期": "date_zh",
    "英文日期": "date_en",
}
_ENGLISH = "英文"
_PARTY = re.compile(rf"([{_STEMS}])方(联络)?")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_PARTS = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|\|\s*[^\W\d]\w*|[^\W\d]\w*(?:\.\w+)*")
_BRACES = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)


@lru_cache(maxsize=1024)
def plain_names(source: str) -> str:
    """The text with the names between braces as the records spell them; everything else stays as it is."""
    return _BRACES.sub(lambda found: plain_expression(found.group()), source) if _HAN.search(source) else source


@lru_cache(maxsize=1024)
def plain_expression(expression: str) -> str:
    """An expression or a condition with such names; what stands in quotation marks is no name."""
    return _PARTS.sub(lambda found: _plain(found.group()), expression) if _HAN.search(expression) else expression


def plain_name(name: str) -> str:
    """“甲方.名称” → “party_a.name_zh”. A name that is in no table stays as it is."""
    owner, dot, details = name.partition(".")
    if not dot:
        return _without_dot(owner) or _alone(owner)
    parts = details.split(".")
    return ".".join((_owner(owner), *parts[:-1], _detail(parts[-1])))


def chinese_name(name: str) -> str:
    """“party_a.name_zh” → “甲方.名称”, for people to read; nothing where a name has no Chinese one."""
    return _chinese_names().get(name, "")


def _plain(part: str) -> str:
    if part[0] in "'\"":
        return part
    if part.startswith("|"):
        name = part[1:].strip()
        return f"| {_FILTERS[name]}" if name in _FILTERS else part
    return plain_name(part) if _HAN.search(part) else part


def _without_dot(word: str) -> str:
    """“甲方名称”, the dot forgotten; nothing for any other word."""
    found = _PARTY.match(word)
    for end in dict.fromkeys((found.end(), 2)) if found else ():
        detail = word[end:]
        if detail.removeprefix(_ENGLISH) in _DETAILS or detail in _WITHOUT_LANGUAGE:
            return f"{_owner(word[:end])}.{_detail(detail)}"
    return ""


def _alone(word: str) -> str:
    plain = word.removeprefix(_ENGLISH)
    if plain in _ALONE:
        return f"{_ALONE[plain]}_{'en' if plain != word else 'zh'}"
    return _owner(word)


def _owner(word: str) -> str:
    found = _PARTY.fullmatch(word)
    if found:
        return f"{'liaison' if found[2] else 'party'}_{_LETTERS[_STEMS.index(found[1])]}"
    return _OWNERS.get(word, word)


def _detail(word: str) -> str:
    plain = word.removeprefix(_ENGLISH)
    if plain in _DETAILS:
        return f"{_DETAILS[plain]}_{'en' if plain != word else 'zh'}"
    return _WITHOUT_LANGUAGE.get(word, word)


@cache
def _chinese_names() -> dict[str, str]:
    owners = [f"{stem}方{more}" for stem in _STEMS for more in ("", "联络")] + list(_OWNERS)
    details = [*_DETAILS, *(_ENGLISH + word for word in _DETAILS), *_WITHOUT_LANGUAGE]
    whole = [f"{owner}.{detail}" for owner in owners for detail in details]
    alone = [*_ALONE, *(_ENGLISH + word for word in _ALONE), *owners]
    return {plain_name(word): word for word in reversed([*alone, *whole])}
