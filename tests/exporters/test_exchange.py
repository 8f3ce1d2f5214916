"""A draft goes to the other side and comes back: what nobody changed has no differences."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest

from exporters.exchange import prepare_exchange
from exporters.exchange_texts import Numbers, parts_of
from models.agreement_assembly import clauses_of
from models.imports.returned_docx import read_returned
from models.rules.returned_changes import Returned, returned_changes
from models.sent_texts import Part, paper_in
from models.snapshots.shapes import Bilingual
from tests.returned_drafts import MADE_AT, sent, stored
from tests.sample_meetings import sample_meetings

DRAFTS = (
    ("strategic", "demo-full"),
    ("park", "demo-full"),
    ("source-base", "shangdang-whu"),
    ("valve", "liandu-lsu"),
    ("association", "shengzhou-zjipc"),
)
SAME = Returned((), ())
OFFICES = [path for path in (shutil.which("soffice"),) if path]


@pytest.mark.parametrize("draft", DRAFTS, ids=lambda draft: draft[0])
def test_unchanged_and_back_there_is_no_difference(draft: tuple[str, str]):
    key, meeting = draft
    made = sent(key, meeting)
    paper = read_returned("draft.docx", made.content)
    assert (paper.agreement, paper.revision, paper.content_hash) == (key, made.number, made.assembled.content_hash)
    assert returned_changes(made.paper, paper, stored(sample_meetings()[meeting], key)) == SAME


@pytest.mark.long
@pytest.mark.parametrize("office", OFFICES)
def test_saved_by_libreoffice_there_is_no_difference(tmp_path: Path, office: str):
    for key, meeting in DRAFTS[:3]:
        (tmp_path / f"{key}.docx").write_bytes(sent(key, meeting).content)
    home = f"-env:UserInstallation=file://{tmp_path}/profile"
    files = [str(tmp_path / f"{key}.docx") for key, _meeting in DRAFTS[:3]]
    command = [office, home, "--headless", "--convert-to", "docx", "--outdir", str(tmp_path / "out"), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=170)
    for key, meeting in DRAFTS[:3]:
        paper = read_returned("draft.docx", (tmp_path / "out" / f"{key}.docx").read_bytes())
        assert returned_changes(sent(key, meeting).paper, paper, stored(sample_meetings()[meeting], key)) == SAME


def test_the_revision_keeps_what_was_sent():
    made = sent()
    assert paper_in(made.assembled.terms) == made.paper
    agreement = next(one for one in sample_meetings()["demo-full"].agreements if one.key == "park")
    assert clauses_of(made.assembled.terms) == agreement.clauses


def test_the_same_draft_gives_the_same_bytes():
    again = prepare_exchange(sample_meetings()["demo-full"], "park", made_at=MADE_AT, organization_name="县委人才办")
    assert again == sent()


def test_revision_and_hash_stand_in_the_footer_and_in_the_properties():
    made = sent()
    word = docx.Document(BytesIO(made.content))
    mark = f"v{made.number} · {made.assembled.content_hash[:8].upper()}"
    footers = {mark in part.text for part in word.sections[1].footer.paragraphs}
    assert footers == {True}
    with ZipFile(BytesIO(made.content)) as package:
        properties = package.read("docProps/custom.xml").decode()
        settings = package.read("word/settings.xml").decode()
    assert made.assembled.content_hash in properties and "<w:trackRevisions/>" in settings


def test_fields_are_locked_and_carry_their_expression():
    with ZipFile(BytesIO(sent().content)) as package:
        xml = package.read("word/document.xml").decode()
    about = xml[xml.index('<w:tag w:val="desk:1 ') : xml.index("</w:sdtPr>", xml.index('<w:tag w:val="desk:1 '))]
    assert 'w:val="desk:1 sides_zh"' in about and '<w:lock w:val="contentLocked"/>' in about
    assert not set("\U0010ff00\U0010ff01\U0010ff02\U0010ff03\U0010ff04") & set(xml)


def test_a_text_in_parts():
    values = {"a": {"name_zh": "甲单位"}, "rows": [{"zh": "一"}, {"zh": "二\n三"}], "yes": "是"}
    loop = "{% for r in rows %}{{ r.zh }}{% endfor %}"
    source = "由{{ a.name_zh }}办{% if yes %}好{% else %}坏{% endif %}，" + loop + "，{{ b.x }}。"
    assert parts_of(source, values, "zh", Numbers()) == (
        Part("由", "由"),
        Part("{{ a.name_zh }}", "甲单位", 1, "a.name_zh"),
        Part("办", "办"),
        Part("{% if yes %}", ""),
        Part("好", "好"),
        Part("{% else %}", ""),
        Part("坏", ""),
        Part("{% endif %}", ""),
        Part("，", "，"),
        Part(loop, "一二", 2),
        Part("", "\n"),
        Part("", "三", 3),
        Part("，", "，"),
        Part("{{ b.x }}", "________________", 4, "b.x", blank=True),
        Part("。", "。"),
    )


def test_braces_and_signs_of_ours_in_a_text_are_words():
    snapshot = sample_meetings()["demo-full"]
    agreement = next(one for one in snapshot.agreements if one.key == "park")
    first = replace(agreement.clauses[1], body=Bilingual("甲{乙}\U0010ff00{{ '{{' }}丙", ""))
    changed = replace(agreement, clauses=(agreement.clauses[0], first))
    made = prepare_exchange(replace(snapshot, agreements=(changed,)), "park", made_at=MADE_AT)
    paper = read_returned("draft.docx", made.content)
    (line,) = (line.words for line in paper.now if "甲{" in line.words)
    assert line == "甲{乙}\ufffd{{丙"
    assert returned_changes(made.paper, paper, {first.id: {"body_zh": first.body.zh}}).is_same
