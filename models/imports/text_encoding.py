"""Finds out in which encoding a text file was written: offices send UTF-8, GB18030 and the UTF-16 of Excel."""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_TORN = "\ufffd锟斤拷"  # what is left when a text was saved in the wrong encoding once


def decode_text(content: bytes) -> str:
    """The text of a file; characters that no encoding explains become U+FFFD."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    if content.count(0) * 20 > len(
        content
    ):  # UTF-16 without a mark: the zeros of commas and digits come first or second
        return content.decode("utf-16-be" if content[::2].count(0) > content[1::2].count(0) else "utf-16-le", "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        attempts = [content.decode(encoding, "replace") for encoding in ("gb18030", "utf-8")]
        return min(attempts, key=_oddness)


def torn_characters(text: str) -> int:
    """How many characters of a text were lost before it came here."""
    return sum(text.count(character) for character in _TORN)


def _oddness(text: str) -> int:
    """How many characters are lost or seldom seen: those of the first level of GB 2312 are the common ones."""
    return sum(1 for character in text if character > "\x7f" and not _is_common(character))


def _is_common(character: str) -> bool:
    try:
        return character.encode("gb2312")[0] <= 0xD7
    except UnicodeEncodeError:
        return False
