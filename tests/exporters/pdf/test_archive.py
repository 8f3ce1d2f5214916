"""PDF/A-2b: the clauses of ISO 19005-2 that concern our files, checked in the finished file."""

from __future__ import annotations

import re
import struct
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from PIL import Image, ImageCms

from exporters.blocks import Title
from exporters.options import ExportOptions
from exporters.paper import Written
from exporters.pdf.archive import srgb_profile
from exporters.pdf.writer import write
from tests.exporters.pdf.reading import MADE_AT, area, clauses, document, opened, paragraph

TITLE = "上党区人民政府与武汉大学<战略合作>&框架协议 𬭎"
OPERATORS = set(re.findall(r"\S+", "q Q cm BT ET Tf Tc Tz Td Tj BDC BMC EMC w g G m l c h re S s f Do"))


def archived(*, archive: bool = True, **values: Any) -> Written:
    options = ExportOptions("zh", MADE_AT, final=True, archive=archive, organization_name="上党区委人才办")
    blocks = (Title(("协议",)), *clauses(2), paragraph("张𬭎、王㛃、𫰠"), area(2))
    return write(document(*blocks, style="agreement", title=TITLE, keywords=("签约", "协议"), **values), options)


@pytest.fixture(scope="module")
def content() -> bytes:
    return archived().content


@pytest.fixture
def pdf(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(content))


def test_metadata_says_part_and_level(pdf: pikepdf.Pdf):
    """§6.6.4, and §6.6.2.1: as plain text in the file."""
    assert pdf.open_metadata().pdfa_status == "2B"
    assert "/Filter" not in pdf.Root.Metadata


def test_metadata_and_properties_say_the_same(pdf: pikepdf.Pdf):
    info = {key: str(value) for key, value in pdf.trailer.Info.items()}
    metadata = pdf.open_metadata()
    said = {
        "/Title": metadata["dc:title"], "/Author": metadata["dc:creator"][0], "/Keywords": metadata["pdf:Keywords"],
        "/Producer": metadata["pdf:Producer"], "/Creator": metadata["xmp:CreatorTool"],
    }  # fmt: skip
    stamps = {"/CreationDate": "D:20240520090000", "/ModDate": "D:20240520090000"}
    assert info == said | stamps | {"/Status": "Final"}
    assert (info["/Title"], info["/Author"]) == (TITLE, "上党区委人才办")
    assert [metadata[key] for key in ("xmp:CreateDate", "xmp:ModifyDate")] == ["2024-05-20T09:00:00"] * 2


def test_the_output_intent_holds_an_srgb_profile(pdf: pikepdf.Pdf):
    """§6.2.3."""
    (intent,) = pdf.Root.OutputIntents
    assert (intent.S, intent.DestOutputProfile.N) == ("/GTS_PDFA1", 3)
    assert intent.DestOutputProfile.read_bytes() == srgb_profile()


def test_our_profile_is_srgb():
    ours = ImageCms.ImageCmsProfile(BytesIO(srgb_profile()))
    image = Image.new("RGB", (256, 3))
    image.putdata([color for n in range(256) for color in ((n, 0, 0), (255 - n, n, 40), (n, n, n))])
    same = ImageCms.profileToProfile(image, ours, ImageCms.createProfile("sRGB"))
    assert same is not None
    assert max(abs(one - other) for one, other in zip(image.tobytes(), same.tobytes(), strict=True)) <= 1


def test_file_structure(content: bytes, pdf: pikepdf.Pdf):
    """§6.1.2 header, §6.1.3 file identifier and no encryption, §6.1.7.1 line ends around streams."""
    header = content.split(b"\n", 2)
    assert header[0] == b"%PDF-1.7"
    assert min(header[1][1:5]) > 127
    identifier = [bytes(one) for one in pdf.trailer.ID]
    assert (len(identifier[0]), identifier[0] == identifier[1], pdf.is_encrypted) == (16, True, False)
    ends = re.findall(rb"(.)endstream\n", content, re.DOTALL)
    assert (len(ends) > 5, set(ends)) == (True, {b"\n"})
    assert content.endswith(b"%%EOF\n")


def test_the_identifier_tells_papers_apart(pdf: pikepdf.Pdf):
    with opened(archived(footer="另一份")) as other:
        assert bytes(other.trailer.ID[0]) != bytes(pdf.trailer.ID[0])


def test_no_transparency_scripts_layers_or_files(pdf: pikepdf.Pdf):
    """§6.2.10, §6.5, §6.8, §6.9."""
    forbidden = {"/Group", "/SMask", "/ExtGState", "/JavaScript", "/JS", "/AA", "/OpenAction", "/EmbeddedFiles",
                 "/OCProperties", "/AcroForm", "/Annots", "/LZWDecode", "/Encrypt"}  # fmt: skip
    found = {
        key
        for one in pdf.objects
        if isinstance(one, pikepdf.Dictionary | pikepdf.Stream)
        for key in one
        if key in forbidden
    }
    assert found == set()


def test_only_gray_and_only_known_operators(pdf: pikepdf.Pdf):
    """§6.2.2, §6.2.4: what is drawn is gray, which every output intent holds."""
    used = {str(operator) for page in pdf.pages for _operands, operator in pikepdf.parse_content_stream(page)}
    assert used - OPERATORS == set()


def test_fonts_are_embedded_and_their_widths_agree(pdf: pikepdf.Pdf):
    """§6.2.11.3–6: CIDToGIDMap, embedding, widths within 1/1000; §6.2.11.7: every code has its text."""
    fonts = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Subtype") == "/Type0"]
    assert len(fonts) >= 4
    for font in fonts:
        (below,) = font.DescendantFonts
        program = below.FontDescriptor.FontFile2.read_bytes()
        start, widths = below.W
        assert (str(below.CIDToGIDMap), start, len(list(widths)) <= len(advances(program))) == ("/Identity", 0, True)
        pairs = zip(widths, advances(program), strict=False)
        assert max(abs(float(said) - drawn) for said, drawn in pairs) < 1
        ranges = re.findall(rb"<(....)> <(....)> \[(.*)\]", font.ToUnicode.read_bytes())
        mapped = [code for first, last, _texts in ranges for code in range(int(first, 16), int(last, 16) + 1)]
        assert mapped == list(range(1, len(list(widths))))
        assert sum(texts.count(b"<") for _first, _last, texts in ranges) == len(mapped)


def advances(program: bytes) -> list[float]:
    """The advance widths in a font program, in thousandths of the em."""
    (count,) = struct.unpack_from(">H", program, 4)
    entries = [struct.unpack_from(">4sIII", program, 12 + 16 * number) for number in range(count)]
    places = {tag: at for tag, _checksum, at, _length in entries}
    (units,) = struct.unpack_from(">H", program, places[b"head"] + 18)
    (glyphs,) = struct.unpack_from(">H", program, places[b"maxp"] + 4)
    pairs = struct.unpack_from(">" + "Hh" * glyphs, program, places[b"hmtx"])
    return [width * 1000 / units for width in pairs[0::2]]


def test_no_code_of_a_missing_glyph_is_shown(pdf: pikepdf.Pdf):
    """§6.2.11.8."""
    for page in pdf.pages:
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "Tj":
                shown = bytes(operands[0])
                assert 0 not in struct.unpack(f">{len(shown) // 2}H", shown)


def test_strings_and_names_keep_to_the_limits(pdf: pikepdf.Pdf):
    """§6.1.13: names of at most 127 bytes."""
    names = [key for one in pdf.objects if isinstance(one, pikepdf.Dictionary) for key in one]
    assert max(map(len, names)) <= 127


def test_a_paper_not_for_the_archive_claims_nothing():
    with opened(archived(archive=False)) as plain:
        assert ("/Metadata" in plain.Root, "/OutputIntents" in plain.Root) == (False, False)
        assert "/OCProperties" in plain.Root
