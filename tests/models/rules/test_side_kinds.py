"""The kind of a side is read from its name."""

from __future__ import annotations

import pytest

from models.codes import SideKind
from models.rules.side_kinds import side_kind_of


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("校方", SideKind.UNIVERSITY),
        ("武汉大学", SideKind.UNIVERSITY),
        ("城市职业学院", SideKind.UNIVERSITY),
        ("University side", SideKind.UNIVERSITY),
        ("上党区", SideKind.LOCAL),
        ("地方", SideKind.LOCAL),
        ("云岭县企业", SideKind.ENTERPRISE),
        ("Enterprises of Yunling County", SideKind.ENTERPRISE),
        ("云岭县食品行业协会", SideKind.ASSOCIATION),
        ("专家", SideKind.OTHER),
        ("", SideKind.OTHER),
    ],
)
def test_a_name_says_whose_delegation_a_side_is(name: str, kind: SideKind):
    assert side_kind_of(name) is kind
