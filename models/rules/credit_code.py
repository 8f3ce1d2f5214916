"""Unified social credit codes (GB 32100-2015), with the organization code inside them (GB 11714-1997).

A code that fails is warned about, never refused: registered codes that fail the check exist.
"""

from __future__ import annotations

import re
import unicodedata

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_INNER_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_LOOK_ALIKES = str.maketrans({"O": "0", "I": "1"})


def clean_code(text: str) -> str:
    """Half-width, upper case, without spaces and hyphens."""
    return re.sub(r"[\s\-‐-―]", "", unicodedata.normalize("NFKC", text)).upper()


def code_problem(text: str) -> str:
    """What is wrong with a code: "", "length", "character", "check_character" or "organization_code"."""
    code = clean_code(text)
    if len(code) != 18:
        return "length"
    if any(character not in ALPHABET for character in code):
        return "character"
    if code[17] != _check_character(code):
        return "check_character"
    return "" if code[16] == _inner_check_character(code) else "organization_code"


def is_valid(text: str) -> bool:
    """Whether the code passes both checks."""
    return not code_problem(text)


def suggested_code(text: str) -> str:
    """The code with O read as 0 and I as 1, letters that no code holds, if that makes it valid; else empty."""
    suggested = clean_code(text).translate(_LOOK_ALIKES)
    return suggested if suggested != clean_code(text) and is_valid(suggested) else ""


def _check_character(code: str) -> str:
    total = sum(ALPHABET.index(character) * weight for character, weight in zip(code, _WEIGHTS, strict=False))
    return ALPHABET[-total % 31]


def _inner_check_character(code: str) -> str:
    total = sum(int(character, 36) * weight for character, weight in zip(code[8:16], _INNER_WEIGHTS, strict=True))
    return "0123456789X"[-total % 11]
