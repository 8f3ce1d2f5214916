"""What is true of every cell: cleaned twice is cleaned once, and no character vanishes without being told."""

from __future__ import annotations

import unicodedata
from collections import Counter
from datetime import datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from models.imports.answers import clean_category, clean_ethnicity, clean_gender, clean_lodging, clean_meals, clean_room
from models.imports.name_cells import NameCell, clean_name
from models.imports.numbers_in_cells import clean_email, clean_identity, clean_phone
from models.imports.one_name import plain_name
from models.imports.slip_dates import clean_moment
from models.imports.split_cells import UnitSplitter
from models.imports.texts import CleanCell, clean_code, clean_remark, clean_words, tidy

SIGNS = (
    "张三李四王伟欧阳·•．. \t\n\u3000\u200b、，,;；/()（）男女局长主任待定等人名位随行0123456789１３８ABCabc@-—+"
    "√×是否年月日上下午:：浙江大学院𬭎㛃\ue000\ufffd"
)
texts = st.text(st.sampled_from(SIGNS), max_size=24) | st.text(max_size=24)
cells = (
    texts | st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.datetimes(datetime(1900, 1, 1))
)
WORDS = {"words": clean_words, "remark": clean_remark, "code": clean_code, "name": plain_name}
CLEANERS = {
    "phone": clean_phone,
    "identity": clean_identity,
    "email": clean_email,
    "gender": clean_gender,
    "ethnicity": clean_ethnicity,
    "category": clean_category,
    "lodging": lambda value: clean_lodging(value, heading="是否住宿"),
    "room": clean_room,
    "meals": clean_meals,
    "arrival": lambda value: clean_moment("arrival", value, 2024),
    "unit": UnitSplitter(["浙江大学"]).clean,
}


def visible(text: str) -> Counter[str]:
    """The characters that can be seen, as NFKC writes them, dots as one."""
    plain = unicodedata.normalize("NFKC", tidy(text))
    return Counter(character for character in plain if not character.isspace() and character not in "·•.․⋅∙‧∘●ᐧ")


def kept(cell: CleanCell) -> str:
    """Everything that a cleaned cell still says."""
    if isinstance(cell, str):
        return cell
    said = [cell.text, *(text for _field, text in cell.extra)]
    return " ".join([*said, *(str(note.values.get("text", "")) for note in cell.notes)])


@pytest.mark.parametrize("clean", WORDS.values(), ids=WORDS)
@given(text=texts)
@settings(max_examples=40, deadline=None)
def test_words_keep_every_visible_character_and_are_clean_once_for_all(clean, text):
    found = clean(text)
    assert visible(found) == visible(text)
    assert clean(found) == found


@pytest.mark.parametrize("clean", CLEANERS.values(), ids=CLEANERS)
@given(value=cells)
@settings(max_examples=40, deadline=None)
def test_a_cleaned_value_is_clean_once_for_all(clean, value):
    cell = clean(value)
    if isinstance(cell, str):
        assert clean(cell) == cell


@given(text=texts)
@example("138 0013 8000 转")
@example("13800138000；办公0355-2113499、宅电2113400")
@settings(max_examples=100, deadline=None)
def test_digits_of_phones_never_vanish(text):
    digits = Counter(filter(str.isdecimal, unicodedata.normalize("NFKC", text).replace("86", "")))
    found = Counter(filter(str.isdecimal, unicodedata.normalize("NFKC", kept(clean_phone(text)))))
    del digits["0"]  # of 0086 and of 13800138000.0
    assert digits <= found


@given(text=texts)
@example("任+0")
@example("王伟等1人")
@settings(max_examples=150, deadline=None)
def test_names_lose_nothing_that_is_not_told(text):
    cell = clean_name(text)
    if isinstance(cell, NameCell):
        said = [cell.label, *map(kept, cell.people), *(str(note.values["text"]) for note in cell.notes)]
        assert all(person.text or person.extra for person in cell.people)
        assert visible(" ".join(said)) >= visible(text) or not (cell.people or cell.label or cell.notes)
    else:
        assert visible(cell) == visible(text)
        assert clean_name(cell) == cell
