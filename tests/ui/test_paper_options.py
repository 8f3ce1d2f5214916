"""How papers are to be made: the languages of a whole pack."""

from __future__ import annotations

import pytest

from ui.paper_options import PaperOptions


@pytest.mark.parametrize(
    ("chosen", "needs_english", "made"),
    [
        (("zh", "en"), True, ("zh", "en")),
        (("zh", "en"), False, ("zh",)),
        (("en",), False, ("en",)),
        (("zh",), True, ("zh",)),
    ],
)
def test_both_languages_are_chinese_alone_where_no_english_is_needed(
    chosen: tuple[str, ...], needs_english: bool, made: tuple[str, ...]
):
    assert PaperOptions(pack_languages=chosen).languages_of_pack(needs_english=needs_english) == made
