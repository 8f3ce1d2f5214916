"""Letters that nobody sees: programs put them in, and no word is another one for them."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")  # soft hyphens, joiners, directions
_SPACES = re.compile("[\u00a0\u2007\u202f]")  # those that do not break


def without_unseen(text: str) -> str:
    """The text without them, its spaces plain, its letters composed."""
    return unicodedata.normalize("NFC", _SPACES.sub(" ", _UNSEEN.sub("", text)))
