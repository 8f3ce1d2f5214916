"""Offices by full and short names: another place is another unit; offices of one kind are a doubt."""

from __future__ import annotations

import pytest

import resources
from models.rules.unit_names import Office, full_name, may_be_same, office_of


@pytest.mark.parametrize(
    ("unit", "full"),
    [
        ("云岭县工信局", "云岭县工业和信息化局"),
        ("云岭县发改局", "云岭县发展和改革局"),
        ("云岭县发改委", "云岭县发展和改革委员会"),
        ("云岭县科技局", "云岭县科学技术局"),
        ("云岭县人社局", "云岭县人力资源和社会保障局"),
        ("云岭县农业农村局", "云岭县农业农村局"),
        ("云岭县市监局", "云岭县市场监督管理局"),
        ("云岭县住建局", "云岭县住房和城乡建设局"),
        ("云岭县自规局", "云岭县自然资源和规划局"),
        ("云岭县卫健委", "云岭县卫生健康委员会"),
        ("云岭县教体局", "云岭县教育体育局"),
        ("云岭县文旅局", "云岭县文化和旅游局"),
        ("云岭县府办", "云岭县人民政府办公室"),
        ("中共云岭县委员会办公室", "云岭县委办公室"),
        ("云岭县委办", "云岭县委办公室"),
        ("中共云岭县委组织部", "云岭县委组织部"),
        ("云岭县组织部", "云岭县委组织部"),
        ("中共云岭县组织部", "云岭县委组织部"),
        ("云岭县统战部", "云岭县委统一战线工作部"),
        ("云岭县编办", "云岭县委机构编制委员会办公室"),
        ("共青团云岭县委员会", "云岭县团委"),
        ("云岭团县委", "云岭县团委"),
        ("中国人民政治协商会议云岭县委员会", "云岭县政协委员会"),
        ("中共云岭县纪律检查委员会", "云岭县纪律检查委员会"),
        ("武汉大学科协", "武汉大学科学技术协会"),
        ("武汉大学", "武汉大学"),
    ],
)
def test_the_full_name_of_a_unit(unit: str, full: str):
    assert (full_name(unit), full_name(full)) == (full, full)


@pytest.mark.parametrize(
    ("one", "other", "doubt"),
    [
        ("云岭县发改委", "云岭县发展和改革局", True),
        ("云岭工信局", "云岭县工业和信息化局", True),
        ("清江市云岭县工信局", "云岭县工信局", True),
        ("卫健局", "云岭县卫健委", True),
        ("云岭市工信局", "云岭县工信局", False),
        ("青川县工信局", "云岭县工业和信息化局", False),
        ("云岭县工信局", "云岭县科技局", False),
        ("云岭县第一中学", "云岭县第一中学", False),
    ],
)
def test_what_may_be_the_same_office(one: str, other: str, doubt: bool):
    assert (may_be_same(one, other), may_be_same(other, one)) == (doubt, doubt)


def test_every_name_of_the_table_leads_to_one_full_name():
    table = resources.path("tables/unit_short_names.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in table if not line.startswith("#")]
    names = [name for _family, full, *short in rows for name in (full, *" ".join(short).split())]
    assert len(names) == len(set(names))
    places = ("云岭县", "清江市云岭区", "武汉大学", "")
    fulls = {place + full for place in places for _family, full, *_short in rows}
    assert {full_name(place + name) for place in places for name in names} == fulls


def test_the_longest_office_counts():
    assert office_of("云岭县国有资产监督管理委员会") == Office("云岭县", "国有资产监督管理委员会", "国资")
    assert office_of("第一中学") is None
