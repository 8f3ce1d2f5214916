"""The words for the codes of a meeting, as papers print them, and as choices of a field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any

from models.codes import Confidentiality
from resources.languages import translator
from ui.wording.messages import N_

UNSAID: dict[StrEnum, str] = {Confidentiality.NORMAL: N_("Ordinary")}  # what papers leave out, a choice must name


def code_word(code: StrEnum, language: str) -> str:
    """The word for a code."""
    from exporters.documents.words import word

    return word(code, language) or translator(language).gettext(UNSAID[code])


def choices_of(codes: type[StrEnum]) -> Callable[[str], Sequence[tuple[Any, str]]]:
    """All codes of a list with their words, for a field to choose from."""
    return lambda language: [(code, code_word(code, language)) for code in codes]
