"""What the main papers look like, as small gray pictures: `python -m tests.golden.pictures` draws them anew.

They are compared block by block with some tolerance, since every version of PDFium draws edges a little differently.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageStat

from exporters import registry
from exporters.options import ExportOptions
from exporters.pdf.writer import write
from tests.sample_meetings import TAKEN_AT, sample_meetings

FOLDER = Path(__file__).parent / "png"
MEETING = "demo-full"
_DPI = 48
_SHADES = 16
_BLOCK = 8  # pixels: four millimeters
_MOST_MEAN, _MOST_BLOCK = 1.5, 30.0  # of 255


@dataclass(frozen=True, slots=True)
class Picture:
    """A page of a sample paper: `shows` is the page number, or a text that the page holds."""

    name: str
    paper: str
    language: str
    shows: int | str = 0
    final: bool = False


PICTURES = (
    Picture("agreement_zh_cover", "agreement", "zh", final=True),
    Picture("agreement_zh_first", "agreement", "zh", "统一社会信用代码"),
    Picture("agreement_zh_signature", "agreement", "zh", "盖章", final=True),
    Picture("agreement_en_cover", "agreement", "en"),
    Picture("agreement_en_first", "agreement", "en", "Unified social credit code", final=True),
    Picture("agreement_en_signature", "agreement", "en", "on behalf of", final=True),
    Picture("agreement_zh-en_cover", "agreement", "zh-en"),
    Picture("agreement_zh-en_signature", "agreement", "zh-en", "Signature:", final=True),
    Picture("agreement_zh-en_text", "agreement", "zh-en", "Article 3", final=True),
    Picture("handbook_zh_contents", "handbook", "zh", "目", final=True),
    Picture("agenda_zh", "agenda", "zh", final=True),
    Picture("attendees_zh", "attendees", "zh", final=True),
    Picture("attendees_en", "attendees", "en", final=True),
    Picture("itinerary_zh", "itinerary", "zh", final=True),
    Picture("sign-in_zh", "sign-in", "zh", final=True),
    Picture("table_cards_zh-en", "table-cards", "zh-en", 1),
    Picture("badges_zh", "badges", "zh"),
    Picture("invitation_zh", "invitation", "zh"),
    Picture("proof_sheet_zh", "proof-sheet", "zh", 2),
)


def draw(picture: Picture) -> Image.Image:
    """The page as the screen shows it."""
    options = ExportOptions(picture.language, TAKEN_AT, final=picture.final, agreement_key="strategic")
    document = registry.find(picture.paper).assemble(sample_meetings()[MEETING], options)[0]
    with pypdfium2.PdfDocument(write(document, options).content) as pdf:
        page = pdf[picture.shows if isinstance(picture.shows, int) else _page_with(pdf, picture.shows)]
        drawn = page.render(scale=_DPI / 72).to_pil().convert("L")
    return drawn.quantize(_SHADES).convert("L")


def _page_with(pdf: pypdfium2.PdfDocument, text: str) -> int:
    return next(number for number in range(len(pdf)) if text in pdf[number].get_textpage().get_text_range())


def differences(one: Image.Image, other: Image.Image) -> Iterator[str]:
    """What is too different between two pictures; nothing where they show the same."""
    if one.size != other.size:
        yield f"size {one.size} and {other.size}"
        return
    blocks = [picture.reduce(_BLOCK) for picture in (one, other)]
    apart = ImageChops.difference(*blocks)
    mean, most = ImageStat.Stat(apart).mean[0], apart.getextrema()[1]
    if mean > _MOST_MEAN or most > _MOST_BLOCK:
        yield f"mean {mean:.2f}, most {most}"


def main() -> None:
    """Replace all pictures."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for picture in PICTURES:
        draw(picture).save(FOLDER / f"{picture.name}.png", optimize=True)


if __name__ == "__main__":
    main()
