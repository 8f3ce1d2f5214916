"""No paper changes its looks unseen: `python -m tests.golden.pictures`, then look at the changes."""

from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from tests.golden.pictures import FOLDER, PICTURES, Picture, differences, draw


def stored(name: str) -> Image.Image:
    with Image.open(FOLDER / f"{name}.png") as picture:
        return picture.convert("L")


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_paper_looks_as_it_looked(picture: Picture):
    assert list(differences(draw(picture), stored(picture.name))) == []


def test_every_picture_is_compared():
    assert sorted(file.stem for file in FOLDER.glob("*.png")) == sorted(picture.name for picture in PICTURES)


def test_a_missing_line_is_noticed():
    whole = stored("agreement_zh_first")
    lacking = whole.copy()
    ImageDraw.Draw(lacking).rectangle((40, 250, 350, 262), fill=255)
    assert list(differences(lacking, whole)) != []
    assert list(differences(whole.rotate(90, expand=True), whole)) != []
