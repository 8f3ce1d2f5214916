"""The sheets beside the copies: separators, signing order, print list, and the names of the print shop's files."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from exporters.blocks import Document, Heading, Table
from exporters.documents.plain_text import plain_text
from exporters.pdf.writer import write
from exporters.signing_set.build import SigningSet, build
from exporters.signing_set.print_list import print_list
from exporters.signing_set.print_shop import print_files, slug
from exporters.signing_set.separators import collated
from exporters.signing_set.signing_order import place_on_copy, signing_order
from exporters.signing_set.wording import CopyWords
from models.snapshots.shapes import Agreement, MeetingSnapshot
from tests.exporters.documents.agreements import BUREAU, COUNTY, UNIVERSITY, meeting_with, party, signed_in, told
from tests.exporters.pdf.reading import lines, pages
from tests.sample_snapshots import both, options, person

SIGNED = told("strategic-framework", 2, parties=(
    replace(COUNTY, signatory=person("韩青川", "Han Qingchuan"), capacity=both("区长", "District Head"), duplicates=1),
    replace(UNIVERSITY, signatory=person("周喆", "Zhou Zhe")),
))  # fmt: skip
WITNESSED = told(
    "strategic-framework", 2, parties=(COUNTY, UNIVERSITY, replace(BUREAU, is_witness=True, originals=1)), originals=5
)


def set_of(meeting: MeetingSnapshot, language: str = "zh", **changes: Any) -> SigningSet:
    own = replace(meeting, agreements=signed_in(language, *meeting.agreements))
    return build(own, options(language, **changes))


def order(*agreements: Agreement, language: str = "zh") -> Document:
    meeting = meeting_with(*agreements)
    return signing_order(set_of(meeting, language), meeting, options(language))


def rows(document: Document) -> list[list[str]]:
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    return [[column.heading for column in table.columns], *([cell.text for cell in row.cells] for row in table.rows)]


def test_separator_says_whose_copies_follow() -> None:
    sheet, first, second, duplicate, *others = collated(set_of(meeting_with(SIGNED)), options())
    assert plain_text(sheet).split() == [
        "甲方（上党区人民政府）留存", "正本2份、副本1份", "协议之1", "《战略合作框架协议》",
        "以下为正本第", "1—2", "份，共", "4", "份", "以下为副本第", "1", "份，共", "1", "份",
    ]  # fmt: skip
    assert not sheet.numbered
    copies = [copy.corner.split(" · ")[2] for copy in (first, second, duplicate)]
    assert copies == ["第 1 份／共 4 份", "第 2 份／共 4 份", "副本第 1 份／共 1 份"]
    assert [document.kind for document in others] == ["signing-set", "agreement", "agreement"]


def test_separator_in_english() -> None:
    sheet = next(iter(collated(set_of(meeting_with(SIGNED), "en"), options("en"))))
    assert [line for line in plain_text(sheet).splitlines() if line] == [
        "Kept by Party A",
        "Shangdang District",
        "2 originals, 1 duplicate",
        "Agreement 1",
        "Strategic Cooperation Framework Agreement",
        "Here follow: originals 1–2 of 4 in all",
        "Here follow: duplicate 1 of 1 in all",
    ]


@pytest.mark.parametrize(("language", "whose"), [("zh", "备案留存"), ("en", "Kept for filing")])
def test_separator_of_the_copies_to_be_filed(language: str, whose: str) -> None:
    filed = told("commissioner", 2, filing_copies=1, originals=5)
    *_others, sheet, _copy = collated(set_of(meeting_with(filed), language), options(language))
    assert sheet.title == whose


COLLEGES = told("commissioner", 2, parties=(
    replace(UNIVERSITY, department=both("化学院", "School of Chemistry")),
    replace(UNIVERSITY, department=both("物理院")),
))  # fmt: skip


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("zh", ["甲方（武汉大学（化学院））", "乙方（武汉大学（物理院））"]),
        ("en", ["Party A (Wuhan University (School of Chemistry))", "Party B (Wuhan University (物理院))"]),
    ],
)
def test_two_parts_of_one_unit_are_told_apart_on_every_sheet(language: str, names: list[str]) -> None:
    meeting, made = meeting_with(COLLEGES), options(language)
    found = set_of(meeting, language)
    files = print_files(found, made)
    assert [row[0] for row in rows(order(COLLEGES, language=language))[1:]] == names
    listed = rows(print_list(files, {file.stem: 9 for file in files}, meeting, made))
    assert [row[2] for row in listed[1:-1]] == names
    sheets = [sheet.title for sheet in collated(found, made) if not sheet.numbered]
    assert sheets == [f"{name}留存" if language == "zh" else f"Kept by {name}" for name in names]


def test_each_of_two_sides_first_signs_its_own_copies_in_the_first_place() -> None:
    assert rows(order(SIGNED)) == [
        ["签署方", "签约代表", "先签（本方留存）", "第 1 次交换后", "副本", "助签人"],
        [
            "甲方（上党区人民政府）",
            "区长韩青川",
            "正本第 1—2 份\n第 1 位",
            "正本第 3—4 份\n第 2 位",
            "副本第 1 份\n第 1 位",
            "",
        ],
        [
            "乙方（武汉大学）",
            "周喆",
            "正本第 3—4 份\n第 1 位",
            "正本第 1—2 份\n第 2 位",
            "副本第 1 份",
            "",
        ],
    ]


def test_folders_of_three_sides_move_on_by_one() -> None:
    parties = (COUNTY, UNIVERSITY, replace(BUREAU, originals=1))
    turns = [row[2:5] for row in rows(order(told("commissioner", 3, parties=parties, originals=5), language="en"))]
    assert turns == [
        ["First: own copies", "Exchange 1", "Exchange 2"],
        ["Originals 1–2\nPlace 1", "Originals 3–4\nPlace 2", "Original 5\nPlace 2"],
        ["Originals 3–4\nPlace 1", "Original 5\nPlace 3", "Originals 1–2\nPlace 2"],
        ["Original 5\nPlace 1", "Originals 1–2\nPlace 3", "Originals 3–4\nPlace 3"],
    ]


def test_signatory_in_english_has_the_post_behind_the_name() -> None:
    assert [row[1] for row in rows(order(SIGNED, language="en"))] == [
        "Signatory", "Han Qingchuan, District Head", "Zhou Zhe",
    ]  # fmt: skip


def test_many_parties_sign_the_others_by_number() -> None:
    many = told(
        "strategic-framework", 2, parties=tuple(party(f"第{n}局", f"Bureau {n}") for n in range(5)), originals=10
    )
    assert rows(order(many))[1] == [
        "甲方（第0局）", "", "正本第 1—2 份\n第 1 位", "其余各份，按份号次序", "",
    ]  # fmt: skip


def test_party_that_keeps_nothing_signs_the_others_all_the_same() -> None:
    parties = (COUNTY, replace(UNIVERSITY, originals=0))
    assert [row[2:4] for row in rows(order(told("commissioner", 2, parties=parties, originals=2)))[1:]] == [
        ["正本第 1—2 份\n第 1 位", "—"],
        ["—", "正本第 1—2 份\n第 2 位"],
    ]


def test_a_witness_signs_all_copies_when_the_parties_have() -> None:
    assert rows(order(WITNESSED))[3:] == [
        ["见证方（教育局）", "", "—", "各方签毕后：正本第 1—5 份", ""],
        ["最后由各方依次签署：正本第 5 份（见证方：教育局）。"],
    ]
    in_english = rows(order(replace(WITNESSED, duplicates=3), language="en"))
    assert in_english[0][4] == "Duplicates"
    assert in_english[3] == [
        "Witness (Education Bureau)", "", "—", "After all parties: originals 1–5", "Duplicates 1–3", "",
    ]  # fmt: skip


def test_a_witness_among_many_parties_signs_in_the_last_round() -> None:
    parties = tuple(party(f"第{n}局", f"Bureau {n}", originals=1) for n in range(5))
    witness = replace(BUREAU, is_witness=True, originals=0)
    many = told("strategic-framework", 2, parties=(*parties, witness), originals=5)
    assert rows(order(many))[6] == ["见证方（教育局）", "", "—", "各方签毕后：正本第 1—5 份", ""]


def test_originals_to_be_filed_are_signed_last() -> None:
    filed = told("commissioner", 2, filing_copies=1, originals=5)
    assert rows(order(filed))[-1] == ["最后由各方依次签署：正本第 5 份（备案）。"]


def test_each_side_first_signs_its_own_duplicates() -> None:
    signed = told("commissioner", 2, parties=(replace(COUNTY, duplicates=1), replace(UNIVERSITY, duplicates=2)))
    assert [row[4] for row in rows(order(signed))[1:]] == [
        "副本第 1 份\n第 1 位\n其余各份，按份号次序",
        "副本第 2—3 份\n第 1 位\n其余各份，按份号次序",
    ]


def test_the_table_of_an_agreement_stays_on_a_page_where_it_fits_one() -> None:
    many = [told("commissioner", 3, key=f"a{n}") for n in range(7)]
    found = pages(write(order(*many), options(final=True)))
    for page in found:
        heads = sum("".join(line).startswith("签署方") for line in lines(page))
        assert sum(line.startswith("丙方") for line in lines(page)) == heads
    assert len(found) > 1


def test_agreements_keep_their_order() -> None:
    document = order(SIGNED, told("commissioner", 2, key="second"))
    headings = [(block.number, block.text) for block in document.blocks if isinstance(block, Heading)]
    assert headings == [("1.", "《战略合作框架协议》"), ("2.", "《科技特派员合作协议》")]


@pytest.mark.parametrize(("keeper", "places"), [(0, "123"), (1, "213"), (2, "231")])
def test_place_on_a_copy_of_three(keeper: int, places: str) -> None:
    words = CopyWords("en")
    assert [place_on_copy(n, keeper, words) for n in range(3)] == [f"place {place}" for place in places]


@pytest.mark.parametrize(
    ("language", "changes", "names"),
    [
        ("zh", {}, ["甲方正本_2份_A4双面_预览稿", "甲方副本_1份_A4双面_预览稿", "乙方正本_2份_A4双面_预览稿"]),
        ("zh", {"final": True, "duplex": False}, ["甲方正本_2份_A4单面", "甲方副本_1份_A4单面", "乙方正本_2份_A4单面"]),
    ],
)
def test_file_names_say_whose_how_many_and_which_paper(
    language: str, changes: dict[str, Any], names: list[str]
) -> None:
    made = options(language, **changes)
    stems = [file.stem for file in print_files(build(meeting_with(SIGNED), made), made)]
    assert stems == [f"{number:02d}_战略合作框架协议_{name}" for number, name in enumerate(names, 1)]


def test_english_file_names_are_ascii() -> None:
    made = options("en")
    stems = [file.stem for file in print_files(set_of(meeting_with(replace(SIGNED, key="框架-a")), "en"), made)]
    assert stems == [
        "01_Strategic-Cooperation-Framework-Agreement_Party-A-original_2-copies_A4-duplex_DRAFT",
        "02_Strategic-Cooperation-Framework-Agreement_Party-A-duplicate_1-copy_A4-duplex_DRAFT",
        "03_Strategic-Cooperation-Framework-Agreement_Party-B-original_2-copies_A4-duplex_DRAFT",
    ]
    final = options("en", final=True, duplex=False)
    assert print_files(set_of(meeting_with(SIGNED), "en", final=True, duplex=False), final)[0].stem == (
        "01_Strategic-Cooperation-Framework-Agreement_Party-A-original_2-copies_A4-simplex"
    )


@pytest.mark.parametrize(
    ("title", "name"),
    [
        (
            "Agreement between the People’s Government of Yunling County and Jiangnan University",
            "Agreement-between-the-Peoples-Government-of",
        ),
        ("Café & Co. – “Phase 2”", "Cafe-Co-Phase-2"),
        ("协议", ""),
        ("A" * 60, "A" * 48),
    ],
)
def test_a_title_in_a_file_name_is_cut_between_words(title: str, name: str) -> None:
    assert slug(title) == name


@pytest.mark.parametrize(("key", "name"), [("framework-2", "framework-2"), ("框架", "agreement")])
def test_an_english_file_without_an_english_title_is_named_by_its_key(key: str, name: str) -> None:
    signed = replace(SIGNED, title=both("协议", "协议"), key=key)
    stem = print_files(set_of(meeting_with(signed), "en"), options("en"))[0].stem
    assert stem == f"01_{name}_Party-A-original_2-copies_A4-duplex_DRAFT"


def printed(language: str, **changes: Any) -> Document:
    made, meeting = options(language, **changes), meeting_with(SIGNED)
    files = print_files(set_of(meeting, language, **changes), made)
    return print_list(files, {file.stem: 9 for file in files}, meeting, made)


def test_print_list_counts_sheets_of_paper() -> None:
    document = printed("zh", final=True)
    assert [row[2:] for row in rows(document)] == [
        ["留存单位", "份数", "份号", "每份页数", "每份张数", "合计张数"],
        ["甲方（上党区人民政府）", "2", "正本第 1—2 份", "9", "5", "10"],
        ["甲方（上党区人民政府）", "1", "副本第 1 份", "9", "5", "5"],
        ["乙方（武汉大学）", "2", "正本第 3—4 份", "9", "5", "10"],
        ["", "5", "", "", "", "25"],
    ]
    assert rows(document)[1][:2] == ["1", "01_战略合作框架协议_甲方正本_2份_A4双面.pdf"]
    assert "仅供预览" not in plain_text(document)


def test_the_sum_of_the_print_list_is_never_alone_on_a_page() -> None:
    meeting, made = meeting_with(*(told("commissioner", 3, key=f"a{n}") for n in range(6))), options(final=True)
    files = print_files(set_of(meeting, final=True), made)
    for count in range(2, len(files) + 1):
        shown = files[:count]
        last = lines(pages(write(print_list(shown, {file.stem: 9 for file in shown}, meeting, made), made))[-1])
        assert sum(line.startswith("合计") for line in last) == 1
        assert any(str(count) in line for line in last[:-1])


def test_print_list_of_a_single_sided_draft() -> None:
    document = printed("en", duplex=False)
    assert [row[6:] for row in rows(document)] == [
        ["Sheets each", "Sheets in all"], ["9", "18"], ["9", "9"], ["9", "18"], ["", "45"],
    ]  # fmt: skip
    assert "printed on one side" in plain_text(document)
    assert "Preview only: not to be signed." in plain_text(document)
