"""What looks classified, and the words of every agreement that do not."""

from __future__ import annotations

import pytest

from models.rules.classified import looks_classified


@pytest.mark.parametrize(
    "text",
    [
        "涉密",
        "涉 密 单位",
        "该企业为涉密单位",
        "秘密★10年",
        "机密 ★",
        "绝密",
        "机密级文件",
        "机密",
        "（秘密）",
        "【机密】产品目录",
        "密级：机密 10年",
        "备注\n秘密\n请勿外传",
        "ｔｏｐ ｓｅｃｒｅｔ",
        "Classified material",
        "Classified documents are kept apart",
        "机密文件，请勿外传",
        "含有秘密资料",
        "内部机密材料",
        "该项目涉及国家秘密",
        "承担涉及 国家秘密 的科研任务",
        "未来科技城涉密单位",
        "无线电厂为涉密单位",
        "SECRET",
        "** TOP SECRET **",
    ],
)
def test_looks_classified(text: str) -> None:
    assert looks_classified(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "双方对知悉的国家秘密、商业秘密和个人信息负保密义务",
        "商业机密",
        "内部资料",
        "保密工作",
        "秘书长",
        "本单位不涉密",
        "非涉密项目",
        "是否涉密：否",
        "严禁在互联网计算机上存储、处理、传输涉密信息",
        "不得在本系统录入或者存放任何形式的涉密材料",
        "如涉密请注明",
        "若涉及国家秘密的，按有关规定办理",
        "不涉及国家秘密",
        "商业机密文件",
        "企业商业秘密资料",
        "保守国家秘密信息",
        "不含机密信息",
        "declassified documents",
        "严禁处理涉密信息",
        "不得上传任何涉密文件",
        "The secret of success",
        "classified as excellent",
        "non-classified documents",
        "unclassified material",
        "SECRETARY GENERAL",
    ],
)
def test_words_of_every_agreement_mean_nothing(text: str) -> None:
    assert not looks_classified(text)


def test_a_denial_in_another_clause_does_not_count() -> None:
    assert looks_classified("该项目不公开，属涉密")
