"""Whose delegation a side is, by the words of its name: 云岭县企业 is an enterprise side, 云岭县 the local one."""

from __future__ import annotations

from models.codes import SideKind

# In this order: a county's enterprises are no county, a city college is a college.
_WORDS = (
    (SideKind.ASSOCIATION, ("协会", "商会", "联合会", "association", "chamber of")),
    (SideKind.ENTERPRISE, ("企业", "公司", "集团", "厂", "enterprise", "compan", "corporation", "industry side")),
    (
        SideKind.UNIVERSITY,
        ("大学", "学院", "高校", "校方", "院校", "研究", "universit", "college", "institute"),
    ),
    (
        SideKind.LOCAL,
        ("县", "区", "市", "州", "镇", "政府", "地方", "county", "district", "city", "local"),
    ),
)


def side_kind_of(*names: str) -> SideKind:
    """The kind that the names say, else OTHER, which says nothing."""
    said = " ".join(names).casefold()
    return next((kind for kind, words in _WORDS if any(word in said for word in words)), SideKind.OTHER)
