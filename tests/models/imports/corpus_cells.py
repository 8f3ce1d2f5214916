"""Slips whose trouble is in the cells: names, phones, dates, answers, several people in one cell, placeholders."""

from __future__ import annotations

from datetime import date, datetime

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.models.imports.corpus import Group, Slip, excel, person

BUREAU, COLLEGE = "上党区科学技术局", "江汉理工大学机械工程学院"

PHONES = (
    ("姓名", "单位", "手机"),
    ("窦志强", BUREAU, 13800138000.0),
    ("章敏", BUREAU, "1.3800138001E+10"),
    ("云飞", BUREAU, "１３８００１３８００２"),
    ("苏芳", BUREAU, "+86 138-0013-8003"),
    ("潘阳", BUREAU, "13800138004/13900139004"),
    ("葛军", BUREAU, "手机13800138005 办公0355-2113405"),
    ("奚娟", BUREAU, "0355-2113499 转 8"),
    ("范磊", BUREAU, "\u200b138 0013 8007\ufeff"),
)
NAMES = (
    ("姓名", "单位", "职务"),
    ("彭 亮", BUREAU, "局长"),
    ("郎　平安", BUREAU, "副局长"),
    ("阿依古丽•买买提", BUREAU, "工程师"),
    ("古丽娜·艾山江", BUREAU, "工程师"),
    ("米尔扎提．吐尔逊", BUREAU, "工程师"),
    ("张㛃", COLLEGE, "教授"),
    ("李𬭎", COLLEGE, "教授"),
    ("欧阳·阿依古丽", COLLEGE, "讲师"),
    ("\ufeff鲁\u200b班", COLLEGE, "讲师"),
)
SEVERAL = (
    ("单位", "姓名", "职务"),
    (BUREAU, "韦明、昌盛", "局长、副局长"),
    (BUREAU, "马超\n苗青", "科长\n科员"),
    (BUREAU, "凤英", "主任"),
)
NAME_AND_TITLE = (
    ("单位", "姓名"),
    (BUREAU, "花荣 局长"),
    (BUREAU, "方正（组长）"),
    (COLLEGE, "俞平教授"),
)
UNIT_AND_TITLE = (
    ("姓名", "单位及职务", "手机"),
    ("任重", "上党区科学技术局局长", "13935507001"),
    ("袁野", "中共上党区委组织部部长", "13935507002"),
)
PLACEHOLDERS = (
    ("单位", "姓名", "职务", "手机"),
    (BUREAU, "柳如烟", "局长", "13935508001"),
    (BUREAU, "随行2人", "", ""),
    (COLLEGE, "待定", "副院长", ""),
    (COLLEGE, "1名领导", "", ""),
)
ANSWERS = (
    ("姓名", "单位", "是否住宿"),
    ("酆都", BUREAU, "√"),
    ("鲍勃", BUREAU, "×"),
    ("史册", BUREAU, "需要"),
    ("唐诗", BUREAU, "不需要"),
    ("费解", BUREAU, 1),
    ("廉洁", BUREAU, 0),
    ("岑参", BUREAU, "是"),
    ("薛涛", BUREAU, None),
)
DATES = (
    ("姓名", "单位", "到达时间"),
    ("雷鸣", BUREAU, "2024年5月20日下午3:00"),
    ("贺喜", BUREAU, "5月20日"),
    ("倪虹", BUREAU, "2024.5.20"),
    ("汤圆", BUREAU, "24/5/20"),
    ("滕云", BUREAU, 45432),
    ("殷实", BUREAU, date(2024, 5, 20)),
    ("罗盘", BUREAU, datetime(2024, 5, 20, 9, 30)),
    ("毕昇", BUREAU, "5.20上午9:00"),
)
FROM_1904 = (("姓名", "单位", "到达时间"), ("郝运", BUREAU, date(2024, 5, 20)))
IDENTITIES = (
    ("姓名", "单位", "身份证号"),
    ("邬云", BUREAU, "11010519491231002X"),
    ("安康", BUREAU, 110105194912310000),
    ("常青", BUREAU, "110105194912310021"),
)
STRUCK = (
    ("姓名", "单位", "职务"),
    ("乐天", BUREAU, "局长"),
    ("于谦", BUREAU, "科长"),
    ("时迁", BUREAU, "科员"),
)
LONG = (
    ("姓名", "单位", "职务"),
    ("傅山", COLLEGE, "党委书记、\n院长，国家重点研发计划首席科学家，\n教授、博士生导师"),
)
PUNCTUATION = (
    ("姓名:", "单位/部门", "职务（职级)", "联系方式;"),
    ("皮日休", BUREAU, "调研员(一级)", "13935509001"),
)
ERRORS = (("姓名", "单位", "职务", "备注"), ("卞之", BUREAU, "#REF!", "#N/A"))
SAME_NAME = (
    ("姓名", "单位", "职务", "手机"),
    ("王伟", BUREAU, "科长", "13935510001"),
    ("王伟", COLLEGE, "讲师", "13971010002"),
)
INJECTION = (("姓名", "单位", "备注"), ("齐天", BUREAU, "=1+1"), ("康德", BUREAU, "@SUM(A1)"), ("伍子", BUREAU, "-"))
ZEROS = (("姓名", "单位", "桌号"), ("余光", BUREAU, "007"), ("元好问", BUREAU, "012"))
EXAMPLE = (
    ("序号", "姓名", "单位", "职务", "手机"),
    ("例", "张某某", "某某局", "局长", "13800000000"),
    (1, "鲍照", BUREAU, "局长", "13935511001"),
    (2, None, None, None, None),
    (3, None, None, None, None),
    ("（可另附页）",),
)
NOBODY = (("单位", "姓名", "职务"), (BUREAU, "不参加", None), (COLLEGE, "无", None), (COLLEGE, "虞姬", "讲师"))
ROOMS = (
    ("姓名", "单位", "房间号", "同住人"),
    ("万俟元", BUREAU, datetime(2024, 8, 1), "支流"),
    ("支流", BUREAU, "8-1203", "万俟元"),
)
RARE = (("姓名", "单位"), ("张\ue863", BUREAU), ("王⿰金监", BUREAU), ("李\ufffd", BUREAU))
TICKED = (
    ("姓名", "单位", "是否住宿", "性别"),
    ("柯蓝", BUREAU, "☑是 □否", "□男 √女"),
    ("管仲", BUREAU, "□是 ☑否", "☑男 □女"),
)
CHANGED = (("姓名", "单位", "职务", "手机"), ("王伟", BUREAU, "副局长", "13935510001"), ("卢生", BUREAU, "科员", ""))


def _from_1904(book: Workbook) -> None:
    book.epoch = CALENDAR_MAC_1904


def _strike(book: Workbook) -> None:
    sheet = book.worksheets[0]
    for cell in sheet[3]:
        cell.font = Font(strike=True)
    sheet["B4"].comment = Comment("只参加上午", "许明")


SLIPS = (
    Slip(
        "电话.xlsx",
        (10, 12, 13),
        excel(PHONES),
        (
            person("窦志强", BUREAU, phone="13800138000"),
            person("章敏", BUREAU, phone="13800138001"),
            person("云飞", BUREAU, phone="13800138002"),
            person("苏芳", BUREAU, phone="13800138003"),
            person("潘阳", BUREAU, phone="13800138004", phone_2="13900139004"),
            person("葛军", BUREAU, phone="13800138005", phone_2="0355-2113405"),
            person("奚娟", BUREAU, phone="0355-2113499转8"),
            person("范磊", BUREAU, phone="13800138007"),
        ),
    ),
    Slip(
        "姓名.xlsx",
        (14, 15, 16),
        excel(NAMES),
        (
            person("彭亮", BUREAU, "局长"),
            person("郎平安", BUREAU, "副局长"),
            person("阿依古丽·买买提", BUREAU, "工程师"),
            person("古丽娜·艾山江", BUREAU, "工程师"),
            person("米尔扎提·吐尔逊", BUREAU, "工程师"),
            person("张㛃", COLLEGE, "教授"),
            person("李𬭎", COLLEGE, "教授"),
            person("欧阳·阿依古丽", COLLEGE, "讲师"),
            person("鲁班", COLLEGE, "讲师"),
        ),
    ),
    Slip(
        "一格多人.xlsx",
        (22,),
        excel(SEVERAL),
        (
            person("韦明", BUREAU, "局长"),
            person("昌盛", BUREAU, "副局长"),
            person("马超", BUREAU, "科长"),
            person("苗青", BUREAU, "科员"),
            person("凤英", BUREAU, "主任"),
        ),
    ),
    Slip(
        "姓名带职务.xlsx",
        (23,),
        excel(NAME_AND_TITLE),
        (
            person("花荣", BUREAU, "局长"),
            person("方正", BUREAU, "组长"),
            person("俞平", COLLEGE, "教授"),
        ),
    ),
    Slip(
        "单位及职务.xlsx",
        (24,),
        excel(UNIT_AND_TITLE),
        (
            person("任重", BUREAU, "局长", "13935507001"),
            person("袁野", "中共上党区委组织部", "部长", "13935507002"),
        ),
    ),
    Slip(
        "待定人员.xlsx",
        (25,),
        excel(PLACEHOLDERS),
        (person("柳如烟", BUREAU, "局长", "13935508001"),),
        (Group(2, BUREAU), Group(1, COLLEGE), Group(1, COLLEGE)),
    ),
    Slip(
        "是否.xlsx",
        (26,),
        excel(ANSWERS),
        (
            person("酆都", BUREAU, lodging="yes"),
            person("鲍勃", BUREAU, lodging="no"),
            person("史册", BUREAU, lodging="yes"),
            person("唐诗", BUREAU, lodging="no"),
            person("费解", BUREAU, lodging="yes"),
            person("廉洁", BUREAU, lodging="no"),
            person("岑参", BUREAU, lodging="yes"),
            person("薛涛", BUREAU),
        ),
    ),
    Slip(
        "日期.xlsx",
        (18,),
        excel(DATES),
        (
            person("雷鸣", BUREAU, arrival="2024-05-20T15:00"),
            person("贺喜", BUREAU, arrival="2024-05-20"),
            person("倪虹", BUREAU, arrival="2024-05-20"),
            person("汤圆", BUREAU, arrival="2024-05-20"),
            person("滕云", BUREAU, arrival="2024-05-20"),
            person("殷实", BUREAU, arrival="2024-05-20"),
            person("罗盘", BUREAU, arrival="2024-05-20T09:30"),
            person("毕昇", BUREAU, arrival="2024-05-20T09:00"),
        ),
    ),
    Slip(
        "1904.xlsx",
        (19,),
        excel(FROM_1904, change=_from_1904),
        (person("郝运", BUREAU, arrival="2024-05-20"),),
    ),
    Slip(
        "身份证.xlsx",
        (11,),
        excel(IDENTITIES),
        (
            person("邬云", BUREAU, id_number="11010519491231002X"),
            person("安康", BUREAU),
            person("常青", BUREAU, id_number="110105194912310021"),
        ),
        notes=frozenset({"identity_unreliable", "identity_wrong"}),
    ),
    Slip(
        "划掉.xlsx",
        (33,),
        excel(STRUCK, change=_strike),
        (person("乐天", BUREAU, "局长"), person("于谦", BUREAU, "科长"), person("时迁", BUREAU, "科员")),
    ),
    Slip(
        "长职务.xlsx",
        (36,),
        excel(LONG),
        (person("傅山", COLLEGE, "党委书记、院长，国家重点研发计划首席科学家，教授、博士生导师"),),
    ),
    Slip(
        "标点.xlsx",
        (38,),
        excel(PUNCTUATION),
        (person("皮日休", BUREAU, "调研员(一级)", "13935509001"),),
    ),
    Slip("公式错误.xlsx", (32,), excel(ERRORS), (person("卞之", BUREAU),)),
    Slip(
        "同名.xlsx",
        (21,),
        excel(SAME_NAME),
        (person("王伟", BUREAU, "科长", "13935510001"), person("王伟", COLLEGE, "讲师", "13971010002")),
    ),
    Slip(
        "像公式.xlsx",
        (42,),
        excel(INJECTION),
        (
            person("齐天", BUREAU, remarks="=1+1"),
            person("康德", BUREAU, remarks="@SUM(A1)"),
            person("伍子", BUREAU, remarks="-"),
        ),
    ),
    Slip(
        "前导零.xlsx",
        (35,),
        excel(ZEROS),
        (person("余光", BUREAU, table_number="007"), person("元好问", BUREAU, table_number="012")),
    ),
    Slip("示例行.xlsx", (7,), excel(EXAMPLE), (person("鲍照", BUREAU, "局长", "13935511001"),)),
    Slip("不参加.xlsx", (25,), excel(NOBODY), (person("虞姬", COLLEGE, "讲师"),), refused=2),
    Slip(
        "房号.xlsx",
        (37,),
        excel(ROOMS),
        (
            person("万俟元", BUREAU, room="8-1", roommate="支流"),
            person("支流", BUREAU, room="8-1203", roommate="万俟元"),
        ),
        notes=frozenset({"room_is_date"}),
    ),
    Slip(
        "生僻字.xlsx",
        (16,),
        excel(RARE),
        (person("张\ue863", BUREAU), person("王⿰金监", BUREAU), person("李\ufffd", BUREAU)),
        notes=frozenset({"character_unclear"}),
    ),
    Slip(
        "打勾.xlsx",
        (26,),
        excel(TICKED),
        (
            person("柯蓝", BUREAU, lodging="yes", gender="female"),
            person("管仲", BUREAU, lodging="no", gender="male"),
        ),
    ),
    Slip(
        "再次报送.xlsx",
        (20,),
        excel(CHANGED),
        (person("王伟", BUREAU, "副局长", "13935510001"), person("卢生", BUREAU, "科员")),
    ),
)
