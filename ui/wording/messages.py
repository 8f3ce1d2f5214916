"""Marks messages for the catalogs, and fills them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from resources.languages import translator

CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
LONGEST_VALUE = 1000  # characters: a path fits, a pasted report does not
SAME = {"path": "folder"}  # where a file lies, by its other name


def N_(message: str) -> str:
    """Mark a message for the catalogs; it is translated where it is shown."""
    return message


class _Values(dict[str, object]):
    """The values of a sentence, each on one line; what is not known is shown as an ellipsis, never as an error."""

    def __init__(self, values: Mapping[str, object]) -> None:
        super().__init__((name, one_line(value)) for name, value in values.items())

    def __missing__(self, name: str) -> object:
        return self.get(SAME.get(name, ""), "…")


def one_line(value: object) -> str:
    """A value as a part of a sentence: control characters become spaces, a very long text is cut."""
    text = "" if value is None else CONTROLS.sub(" ", str(value)).strip()
    return text if len(text) <= LONGEST_VALUE else text[:LONGEST_VALUE] + "…"


def fill(message: str, values: Mapping[str, object], language: str) -> str:
    """The message in a language with its values. A `reason` is a message itself where the catalogs know it."""
    say = translator(language).gettext
    told = {name: say(str(value)) if name == "reason" and value else value for name, value in values.items()}
    return say(message).format_map(_Values(told))
