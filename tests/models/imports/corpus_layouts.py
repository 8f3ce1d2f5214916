"""Slips whose trouble is the layout: titles, headings on two levels, merged cells, several tables, notes below."""

from __future__ import annotations

from openpyxl import Workbook

from tests.models.imports.corpus import Slip, excel, person

FINANCE, REFORM, UNIVERSITY = "上党区财政局", "上党区发展和改革局", "江汉理工大学"

TITLE_ABOVE = (
    ("校地合作座谈会参会回执",),
    (),
    ("填报单位（盖章）：上党区财政局", None, None, "填报人：许明", "联系电话：0355-2113400"),
    ("序号", "姓 名", "性别", "职务/职称", "联系电话（必填）", "手机\n号码*", "备注"),
    (1, "赵国强", "男", "局长", "0355-2113401", "13935501001", "发言"),
    (2, "钱丽华", "女", "副局长", "", "13935501002", ""),
    ("合计：2人",),
    ("备注：请于5月10日前将回执反馈至区委人才办。",),
)
TWO_LEVELS = (
    ("参会人员信息表",),
    ("序号", "基本信息", None, None, None, "食宿", None, "行程", None),
    (None, "姓名", "单位", "职务", "手机", "是否住宿", "饮食禁忌", "到达时间", "返程时间"),
    (1, "孙志远", UNIVERSITY, "副校长", "13971001001", "是", "清真", "2024年5月19日", "2024年5月21日"),
    (2, "李慧敏", UNIVERSITY, "科研处处长", "13971001002", "否", "", "2024年5月20日", "2024年5月20日"),
)
MERGED_UNITS = (
    ("单位", "姓名", "职务", "手机"),
    (FINANCE, "周建军", "局长", "13935502001"),
    (None, "吴晓燕", "副局长", "13935502002"),
    (None, "郑伟", "办公室主任", "13935502003"),
    (REFORM, "冯玉兰", "局长", "13935502004"),
    (None, "陈刚", "科长", "13935502005"),
)
SAME_AS_ABOVE = (
    ("单位", "姓名", "职务", "到达时间"),
    (FINANCE, "褚文静", "副局长", "2024年5月19日"),
    ("同上", "卫东升", "科员", "同上"),
    ("〃", "蒋雪梅", "科员", '"'),
    ("同", "沈一鸣", "驾驶员", "2024-05-20"),
)
EMPTY_BELOW = (
    ("单位", "姓名", "职务"),
    (REFORM, "韩春雷", "局长"),
    (None, "杨帆", "副局长"),
    (None, "朱海波", "科长"),
    (FINANCE, "秦小川", "局长"),
)
TWO_TABLES = (
    ("一、校方代表",),
    ("姓名", "单位", "职务"),
    ("尤明珠", UNIVERSITY, "党委书记"),
    ("许文博", UNIVERSITY, "校长助理"),
    (),
    ("二、地方代表",),
    ("单位", "姓名", "职务", "手机"),
    (FINANCE, "何建平", "局长", "13935503001"),
)
SIDE_BY_SIDE = (
    ("参会嘉宾", None, None, None, "工作人员", None, None),
    ("姓名", "单位", "职务", None, "姓名", "单位", "手机"),
    ("吕思远", UNIVERSITY, "院长", None, "施小雨", REFORM, "13935504001"),
    ("张瑞雪", UNIVERSITY, "教授", None, "孔令辉", REFORM, "13935504002"),
    (None, None, None, None, "曹亮", FINANCE, "13935504003"),
)
ENGLISH = (
    ("Reply slip",),
    ("No.", "Name", "Affiliation", "Position", "Mobile", "E-mail", "Gender"),
    (1, "John Smith", "University of Leeds", "Professor", "+44 7700 900123", "j.smith@example.org", "M"),
    (2, "Maria Garcia", "University of Leeds", "Research Fellow", "+44 7700 900456", "m.garcia@example.org", "F"),
)
HIDDEN = (("姓名", "单位", "职务"), ("严华", FINANCE, "科长"), ("金鑫", FINANCE, "科员"), ("魏红", FINANCE, "科员"))
OLD = (("姓名", "单位", "职务"), ("陶去年", FINANCE, "科员"))
FOOTER = (
    ("姓名", "单位", "职务", "是否住宿"),
    ("姜大伟", REFORM, "局长", "√"),
    ("戚秀英", REFORM, "副局长", "×"),
    ("小计", None, None, 1),
    ("合计", None, None, 1),
    (),
    ("注：1. 本表请于5月10日前反馈；2. 如有变动请及时告知。",),
    ("联系人：谢安", None, "联系电话：13935505009"),
)
CONTACT_ABOVE = (
    ("上党区企业参会回执",),
    ("填报单位：", "山西丰泽机械有限公司", None, "填报日期：2024年5月8日"),
    ("联系人：", "邹敏", None, "联系电话：", "13835501234"),
    ("序号", "姓名", "职务", "手机号码"),
    (1, "喻建国", "董事长", 13835501235),
    (2, "柏松", "总经理", 13835501236),
)
LATE_HEADER = (
    ("中共上党区委人才工作领导小组办公室",),
    ("关于报送校地合作座谈会参会人员的通知（附件）",),
    (),
    (),
    ("序号", "参会单位", "参会人姓名", "职务", "移动电话", "民族（含回族等）"),
    (1, REFORM, "水清", "主任", "13935506001", "汉"),
    (2, REFORM, "马腾飞", "副主任", "13935506002", "回族"),
)
BOTH_LANGUAGES = (
    ("序号\nNo.", "姓名\nName", "单位 Affiliation", "职务（Title）", "手机/Mobile"),
    (1, "司空曙", UNIVERSITY, "处长", "13971002001"),
)
WITH_CONTACTS = (
    ("单位", "参会领导", "职务", "联系人", "联系电话"),
    (FINANCE, "夏侯渊", "局长", "小李", "13935512001"),
    (REFORM, "尉迟恭", "副局长", "小王", "0355-2113466"),
)
HEADINGS_AGAIN = (
    ("序号", "姓名", "单位"),
    (1, "公孙龙", FINANCE),
    ("序号", "姓名", "单位"),
    (2, "令狐冲之", REFORM),
)
COLLEGES = (
    ("学校", "学院", "姓名", "职务/职称", "手机"),
    (UNIVERSITY, "机械工程学院", "闻人语", "教授", "13971003001"),
    (UNIVERSITY, "材料学院", "上官云", "副教授", "13971003002"),
)


def _merge(*ranges: str) -> object:
    def change(book: Workbook) -> None:
        for one in ranges:
            book.worksheets[0].merge_cells(one)

    return change


def _hide(book: Workbook) -> None:
    book.worksheets[0].row_dimensions[3].hidden = True
    book.worksheets[1].sheet_state = "hidden"


SLIPS = (
    Slip(
        "财政局回执.xlsx",
        (1, 3, 7, 12),
        excel(TITLE_ABOVE),
        (
            person("赵国强", FINANCE, "局长", "13935501001", gender="male", phone_2="0355-2113401", remarks="发言"),
            person("钱丽华", FINANCE, "副局长", "13935501002", gender="female"),
        ),
    ),
    Slip(
        "两级表头.xlsx",
        (2,),
        excel(TWO_LEVELS, change=_merge("A2:A3", "B2:E2", "F2:G2", "H2:I2")),
        (
            person(
                "孙志远",
                UNIVERSITY,
                "副校长",
                "13971001001",
                lodging="yes",
                diet="清真",
                arrival="2024-05-19",
                departure="2024-05-21",
            ),
            person(
                "李慧敏",
                UNIVERSITY,
                "科研处处长",
                "13971001002",
                lodging="no",
                arrival="2024-05-20",
                departure="2024-05-20",
            ),
        ),
    ),
    Slip(
        "合并单元格.xlsx",
        (4,),
        excel(MERGED_UNITS, change=_merge("A2:A4", "A5:A6")),
        (
            person("周建军", FINANCE, "局长", "13935502001"),
            person("吴晓燕", FINANCE, "副局长", "13935502002"),
            person("郑伟", FINANCE, "办公室主任", "13935502003"),
            person("冯玉兰", REFORM, "局长", "13935502004"),
            person("陈刚", REFORM, "科长", "13935502005"),
        ),
    ),
    Slip(
        "同上.xlsx",
        (5,),
        excel(SAME_AS_ABOVE),
        (
            person("褚文静", FINANCE, "副局长", arrival="2024-05-19"),
            person("卫东升", FINANCE, "科员", arrival="2024-05-19"),
            person("蒋雪梅", FINANCE, "科员", arrival="2024-05-19"),
            person("沈一鸣", FINANCE, "驾驶员", arrival="2024-05-20"),
        ),
    ),
    Slip(
        "单位留空.xlsx",
        (6,),
        excel(EMPTY_BELOW),
        (
            person("韩春雷", REFORM, "局长"),
            person("杨帆", REFORM, "副局长"),
            person("朱海波", REFORM, "科长"),
            person("秦小川", FINANCE, "局长"),
        ),
    ),
    Slip(
        "一表两段.xlsx",
        (8,),
        excel(TWO_TABLES),
        (
            person("尤明珠", UNIVERSITY, "党委书记"),
            person("许文博", UNIVERSITY, "校长助理"),
            person("何建平", FINANCE, "局长", "13935503001"),
        ),
    ),
    Slip(
        "左右两表.xlsx",
        (8,),
        excel(SIDE_BY_SIDE),
        (
            person("吕思远", UNIVERSITY, "院长"),
            person("张瑞雪", UNIVERSITY, "教授"),
            person("施小雨", REFORM, phone="13935504001"),
            person("孔令辉", REFORM, phone="13935504002"),
            person("曹亮", FINANCE, phone="13935504003"),
        ),
    ),
    Slip(
        "reply slip.xlsx",
        (),
        excel(ENGLISH),
        (
            {
                "name_en": "John Smith",
                "organization": "University of Leeds",
                "title_en": "Professor",
                "phone": "+44 7700 900123",
                "email": "j.smith@example.org",
                "gender": "male",
            },
            {
                "name_en": "Maria Garcia",
                "organization": "University of Leeds",
                "title_en": "Research Fellow",
                "phone": "+44 7700 900456",
                "email": "m.garcia@example.org",
                "gender": "female",
            },
        ),
    ),
    Slip(
        "隐藏行与隐藏表.xlsx",
        (9,),
        excel(HIDDEN, OLD, change=_hide),
        (person("严华", FINANCE, "科长"), person("金鑫", FINANCE, "科员"), person("魏红", FINANCE, "科员")),
    ),
    Slip(
        "表尾.xlsx",
        (7,),
        excel(FOOTER, change=_merge("A7:D7")),
        (
            person("姜大伟", REFORM, "局长", lodging="yes"),
            person("戚秀英", REFORM, "副局长", lodging="no"),
        ),
    ),
    Slip(
        "企业回执.xlsx",
        (1, 7),
        excel(CONTACT_ABOVE),
        (
            person("喻建国", "山西丰泽机械有限公司", "董事长", "13835501235"),
            person("柏松", "山西丰泽机械有限公司", "总经理", "13835501236"),
        ),
    ),
    Slip(
        "附件.xlsx",
        (1,),
        excel(LATE_HEADER, change=_merge("A1:F1", "A2:F2")),
        (
            person("水清", REFORM, "主任", "13935506001", ethnicity="汉族"),
            person("马腾飞", REFORM, "副主任", "13935506002", ethnicity="回族"),
        ),
    ),
    Slip(
        "中英文表头.xlsx",
        (3,),
        excel(BOTH_LANGUAGES),
        (person("司空曙", UNIVERSITY, "处长", "13971002001"),),
    ),
    Slip(
        "另有联系人.xlsx",
        (7,),
        excel(WITH_CONTACTS),
        (
            person("夏侯渊", FINANCE, "局长", remarks="联系人：小李；联系电话：13935512001"),
            person("尉迟恭", REFORM, "副局长", remarks="联系人：小王；联系电话：0355-2113466"),
        ),
    ),
    Slip(
        "每页表头.xlsx",
        (8,),
        excel(HEADINGS_AGAIN),
        (person("公孙龙", FINANCE), person("令狐冲之", REFORM)),
    ),
    Slip(
        "学院回执.xlsx",
        (),
        excel(COLLEGES),
        (
            person("闻人语", UNIVERSITY, "教授", "13971003001", department="机械工程学院"),
            person("上官云", UNIVERSITY, "副教授", "13971003002", department="材料学院"),
        ),
    ),
)
