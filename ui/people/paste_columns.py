"""Which column of pasted cells is which: by its heading as reply slips write it, else by what stands in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from resources.languages import translator
from ui.widgets.row_model import Column

# As heads of reply slips name them, besides the headings of the table itself.
_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "number": ("序号", "编号", "序", "no", "no.", "#", "seq"),
    "name_zh": (
        "姓名",
        "参会人姓名",
        "参会人员",
        "参加人员",
        "出席人员",
        "与会人员",
        "代表姓名",
        "名字",
        "name",
        "中文姓名",
    ),
    "name_en": ("英文姓名", "英文名", "拼音", "englishname", "nameinenglish"),
    "unit": (
        "单位",
        "单位名称",
        "工作单位",
        "所在单位",
        "参会单位",
        "派出单位",
        "企业名称",
        "organization",
        "affiliation",
    ),
    "department_zh": ("部门", "学院", "院系", "科室", "department"),
    "title_zh": ("职务", "职务/职称", "职务职称", "职称", "现任职务", "行政职务", "岗位", "position", "title"),
    "title_en": ("英文职务", "titleinenglish"),
    "gender": ("性别", "男/女", "gender"),
    "ethnicity": ("民族", "族别"),
    "phone": (
        "手机",
        "手机号",
        "手机号码",
        "移动电话",
        "联系电话",
        "联系方式",
        "电话",
        "tel",
        "mobile",
        "contact",
        "phone",
    ),
    "email": ("邮箱", "电子邮箱", "e-mail", "email"),
    "needs_room": ("是否住宿", "住宿需求", "是否安排住宿"),
    "room": ("房间", "房间号", "房号", "room"),
    "roommate": ("同住人", "合住"),
    "arrival": ("到达时间", "抵达时间", "到达", "抵达", "来程", "arrival"),
    "arrival_trip": ("到达航班/车次", "到达车次", "到达航班"),
    "departure": ("返程", "离会时间", "返程时间", "返程日期", "departure"),
    "departure_trip": ("返程车次/航班", "返程车次", "返程航班"),
    "meals": ("用餐", "用餐安排", "是否用餐", "meals"),
    "diet": ("饮食要求", "饮食禁忌", "忌口", "是否清真", "diet"),
    "table_number": ("桌号", "table"),
    "own_vehicle": ("车牌号", "车牌号码", "是否自驾", "车牌"),
    "reply": ("回复", "回执", "是否参会", "reply"),
    "category": ("类别", "参会类别", "category"),
    "claimed_role": ("参会身份", "身份", "代表类型", "签约角色"),
    "remarks_zh": ("备注", "说明", "特殊需求", "其他", "remarks", "remark"),
}
_PHONE = re.compile(r"\+?[\d\s*-]{7,20}")
_UNIT_ENDS = (
    "大学",
    "学院",
    "公司",
    "集团",
    "局",
    "委员会",
    "政府",
    "研究院",
    "研究所",
    "中心",
    "协会",
    "学校",
    "医院",
    "办",
    "部",
)
_TITLE_WORDS = ("书记", "长", "主任", "经理", "教授", "研究员", "主席", "总监", "工程师", "讲师", "董事", "记者", "员")
_HAN_NAME = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]{2,4}|[\u3400-\u9fff]+·[\u3400-\u9fff·]+")
MOST_LOOKED_AT = 60
_ONLY_HERE = frozenset(("side_id", "roles", "department_en", "remarks_en"))


def plain_heading(text: str) -> str:
    """A heading without spaces, brackets and their content, colons, stars; full-width letters narrow."""
    return re.sub(r"\(.*?\)", "", _squeezed(text))


def _squeezed(text: str) -> str:
    return re.sub(r"[\s:*]", "", unicodedata.normalize("NFKC", text).lower())


def _own_headings(columns: Sequence[Column]) -> dict[str, list[str]]:
    """The headings of the table in both languages, whole: 职务（英文） is not 职务. Several columns may have one."""
    keys: dict[str, list[str]] = {}
    for say in (translator("en").gettext, translator("zh").gettext):
        for column in columns:
            if column.heading and column.key not in keys.setdefault(_squeezed(say(column.heading)), []):
                keys[_squeezed(say(column.heading))].append(column.key)
    return keys


def columns_by_heading(cells: Sequence[str], columns: Sequence[Column]) -> list[str] | None:
    """The column key of each cell ("" for one nobody knows), if this is a line of headings: two known ones at least."""
    known = _own_headings(columns)
    for key, heads in _HEADINGS.items():
        for plain in map(plain_heading, heads):
            known[plain] = [key, *(other for other in known.get(plain, []) if other != key)]
    found = [known.get(_squeezed(cell)) or known.get(plain_heading(cell), []) for cell in cells]
    count = sum(map(bool, found))
    return _each_once(found) if count and count >= min(2, len([cell for cell in cells if cell.strip()])) else None


def is_slip(cells: Sequence[Sequence[str]], columns: Sequence[Column]) -> bool:
    """Whether cells have the headings of a reply slip: names among them, and none that only this table has."""
    heads = columns_by_heading(cells[0], columns) if len(cells) > 1 else None
    if heads is None or not {"name_zh", "name_en"} & set(heads):
        return False
    return not any(key in _ONLY_HERE or key.startswith("own-") for key in heads)


def columns_by_content(cells: Sequence[Sequence[str]]) -> list[str]:
    """A guess for cells without headings: phones, names, units, titles, as most of each column look."""
    width = max(map(len, cells), default=0)
    guessed: list[str] = []
    for number in range(width):
        texts = [row[number].strip() for row in cells[:MOST_LOOKED_AT] if number < len(row) and row[number].strip()]
        scores = {key: sum(map(fits, texts)) for key, fits in _FITS.items() if key not in guessed}
        best = max(scores, key=lambda key: scores[key], default="")
        guessed.append(best if best and texts and scores[best] * 2 >= len(texts) else "")
    return guessed


def _each_once(found: Sequence[Sequence[str]]) -> list[str]:
    """Of the columns of each heading the first that no heading before it has taken."""
    once: list[str] = []
    for keys in found:
        once.append(next((key for key in keys if key not in once), ""))
    return once


def _is_number(text: str) -> bool:
    return text.isdecimal() and len(text) <= 4


def _is_phone(text: str) -> bool:
    return bool(_PHONE.fullmatch(text)) and sum(c.isdigit() for c in text) >= 7


def _is_name(text: str) -> bool:
    plain = "".join(text.split())
    return bool(_HAN_NAME.fullmatch(plain)) and not plain.endswith(_UNIT_ENDS) and plain[-1] not in "长记任"


def _is_unit(text: str) -> bool:
    return text.endswith(_UNIT_ENDS) or "university" in text.lower() or text.lower().endswith(("ltd.", "ltd", "inc."))


def _is_title(text: str) -> bool:
    return any(word in text for word in _TITLE_WORDS)


_FITS = {"number": _is_number, "phone": _is_phone, "name_zh": _is_name, "unit": _is_unit, "title_zh": _is_title}
