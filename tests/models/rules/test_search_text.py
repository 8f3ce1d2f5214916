"""Keys: characters, pinyin and initials find a name; so do second readings and other ways to write it."""

from __future__ import annotations

import pytest

from models.rules.search_text import matches, search_keys


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("", ""),
        ("浙江大学", "浙江大学 zhejiangdaxue zjdx"),
        ("Wuhan University", "wuhanuniversity wu"),
        ("李 强", "李强 liqiang lq"),
        ("吕晓", "吕晓 lvxiao lx"),
        ("曾伟", "曾伟 cengwei cw zengwei zw"),
        ("阿Ａ", "阿a aa aa ea ea"),
    ],
)
def test_keys_of_a_name(text: str, keys: str):
    assert search_keys(text) == keys


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("浙江大学", "zjdx"),
        ("浙江大学", "浙大"[:1]),
        ("重庆大学", "chongqing"),
        ("重庆大学", "zqdx"),
        ("阿依古丽·买买提", "买买提"),
        ("阿依古丽•买买提", "古丽买"),
        ("吕晓", "lyu"),
        ("吕晓", "LÜ"),
        ("武汉大学 张伟", "zw 武汉"),
        ("ＡＢＣ公司", "abc"),
    ],
)
def test_a_name_is_found(text: str, typed: str):
    assert matches(search_keys(text), typed)


def test_every_word_must_be_found():
    assert (matches(search_keys("浙江大学"), "zjdx 武汉"), matches(search_keys("浙江大学"), " ")) == (False, True)
