"""What stands in a returned file beside the words of its paragraphs is read; parts are found by what they are."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from models.imports.returned_docx import ReturnedPaper, read_returned
from models.imports.returned_paragraphs import BesideKind
from tests.models.imports.test_returned_docx import BY, SPACE, line, package, read, run
from tests.returned_drafts import came_back, part_of, sent

KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
NOTES = f'<w:footnotes {SPACE}><w:footnote w:id="2"><w:p>{run("另见补充协议。")}</w:p></w:footnote></w:footnotes>'
BOX = f"<w:txbxContent><w:p>{run('框里的字')}</w:p></w:txbxContent>"


def beside(paper: ReturnedPaper) -> list[tuple[int, BesideKind, str]]:
    """What stands beside the words."""
    return [(text, one.kind, one.words) for text, one in paper.beside]


def test_a_footnote_is_read_with_its_words():
    paper = read_returned("a.docx", package(line(run("甲"), NOTE), **{"word/footnotes.xml": NOTES.encode()}))
    assert beside(paper) == [(3, BesideKind.FOOTNOTE, "另见补充协议。")]
    gone = read_returned("a.docx", package(line(run("甲"), f"<w:del {BY}>{NOTE}</w:del>")))
    assert beside(gone) == []


@pytest.mark.parametrize(
    ("drawn", "told"),
    [
        (f"<w:pict>{BOX}</w:pict>", (3, BesideKind.TEXT_BOX, "框里的字")),
        ("<w:pict><w:imagedata/></w:pict>", (3, BesideKind.PICTURE, "")),
        ("<w:drawing><w:blip/></w:drawing>", (3, BesideKind.PICTURE, "")),
    ],
)
def test_boxes_and_pictures(drawn: str, told: tuple[int, BesideKind, str]):
    paper = read(line(run("甲"), f"<w:r>{drawn}</w:r>"))
    assert ([one.words for one in paper.now], beside(paper)) == (["甲"], [told])


def test_a_picture_of_its_own_belongs_to_the_text_before_it():
    paper = read(line(run("甲")) + "<w:p><w:r><w:drawing><w:blip/></w:drawing></w:r></w:p>")
    assert beside(paper) == [(3, BesideKind.PICTURE, "")]


def test_words_struck_through_by_hand():
    struck = "<w:r><w:rPr><w:strike/></w:rPr><w:t>{}</w:t></w:r>"
    paper = read(line(run("甲"), struck.format("乙"), struck.format("丙"), run("丁"), struck.format("戊")))
    assert beside(paper) == [(3, BesideKind.STRUCK, "乙丙"), (3, BesideKind.STRUCK, "戊")]


def test_letters_of_a_symbol_font_are_read():
    paper = read(line(run("甲"), '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'))
    assert [one.words for one in paper.now] == ["甲✓"]


def test_our_own_drafts_hold_nothing_beside_their_words():
    paper = read_returned("a.docx", sent().content)
    assert (paper.beside, paper.margins) == ((), sent().paper.margins)
    assert any("v1 · " in line for line in paper.margins)


def test_without_properties_the_footer_says_which_revision_it_is():
    with ZipFile(BytesIO(sent().content)) as source:
        parts = {name: source.read(name) for name in source.namelist() if name != "docProps/custom.xml"}
    packed = BytesIO()
    with ZipFile(packed, "w") as target:
        for name, content in parts.items():
            target.writestr(name, content)
    paper = read_returned("wps.docx", packed.getvalue())
    assert (paper.agreement, paper.revision) == ("", sent().number)
    assert len(paper.content_hash) == 8 and sent().paper.content_hash.startswith(paper.content_hash)


def test_a_changed_footer_is_told():
    footer = part_of(sent().content, "word/footer1.xml")
    changed = came_back(parts={"word/footer1.xml": footer.replace("v1 · ", "终稿 · ")})
    ((clause, told),) = changed.beside
    assert (changed.changes, clause.id, told.kind, told.words[:4]) == ((), 0, BesideKind.MARGIN, "终稿 ·")


@pytest.mark.parametrize("name", ["word/document2.xml", "word/main.xml", "Text.xml"])
def test_the_text_is_found_whatever_its_file_is_called(name: str):
    main = f'<Relationship Id="1" Type="{KINDS}/officeDocument" Target="/{name}"/>'
    relations = f'<Relationships xmlns="r">{main}</Relationships>'
    packed = BytesIO()
    with ZipFile(packed, "w") as target:
        target.writestr("_rels/.rels", relations)
        target.writestr(name, f"<w:document {SPACE}><w:body>{line(run('甲'))}</w:body></w:document>")
    assert [one.words for one in read_returned("a.docx", packed.getvalue()).now] == ["甲"]


def test_comments_are_found_by_what_they_are():
    folder, body = "word/_rels/document.xml.rels", line(run("甲"))
    relations = f'<Relationships xmlns="r"><Relationship Type="{KINDS}/comments" Target="c9.xml"/></Relationships>'
    said = f'<w:comments {SPACE}><w:comment w:id="1" w:author="李"><w:p>{run("请核")}</w:p></w:comment></w:comments>'
    paper = read_returned("a.docx", package(body, **{folder: relations.encode(), "word/c9.xml": said.encode()}))
    assert [(one.author, one.words) for one in paper.comments] == [("李", "请核")]
