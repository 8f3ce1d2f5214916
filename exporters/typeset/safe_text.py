"""Text from outside made safe to print: composed, without control characters, whatever was pasted in."""

from __future__ import annotations

import re
import unicodedata

REPLACEMENT = "�"

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_BROKEN = re.compile(
    "[\ud800-\udfff\ufdd0-\ufdef]|["
    + "".join(chr(plane + 0xFFFE) + chr(plane + 0xFFFF) for plane in range(0, 0x110000, 0x10000))
    + "]"
)
_UNCLEAN = re.compile(f"{_CONTROLS.pattern}|[\t-\r\x85\u2028\u2029]|{_BROKEN.pattern}")
_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


def clean_text(text: str) -> str:
    """NFC, tabs as spaces, no control characters; lone surrogates and noncharacters are shown as U+FFFD.

    Line breaks stay ("\\n"); the caller decides whether they break a line or become a space.
    """
    if not _UNCLEAN.search(text) and unicodedata.is_normalized("NFC", text):
        return text
    whole = _PAIR.sub(_join_pair, text)
    whole = _BROKEN.sub(REPLACEMENT, whole)
    whole = _CONTROLS.sub("", _LINE_ENDS.sub("\n", whole).replace("\t", " "))
    return unicodedata.normalize("NFC", whole)


def clean_line(text: str) -> str:
    """As clean_text, on one line: line breaks become spaces."""
    return clean_text(text).replace("\n", " ")


def _join_pair(pair: re.Match[str]) -> str:
    high, low = map(ord, pair.group())
    return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
