"""The fact sheet loses nothing: every text of every sample meeting is found in it again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum

import pytest

from exporters.documents.fact_sheet import assemble
from exporters.documents.fact_words import VARIABLES
from exporters.documents.plain_text import LINE_BREAK, plain_text
from models.samples import SAMPLE_KEYS
from models.snapshots.shapes import Bilingual, PersonName
from tests.sample_meetings import sample_meetings
from tests.sample_snapshots import options

# What the sheet leaves out or says in its own words: keys and codes; the clauses that the agreements print.
NOT_PRINTED = {"key", "template", "type_code", "prevailing_language", "language", "gender", "clauses", "revisions"}
NOT_PRINTED |= {"target_kind", "target_field", "arrival", "departure"}


def texts(part: object, language: str) -> Iterator[str]:
    """Every text of a snapshot that must be found again, numbers as they are printed in Chinese and English."""
    if isinstance(part, Bilingual | PersonName):
        yield part.pick(language)
    elif isinstance(part, tuple):
        for item in part:
            yield from texts(item, language)
    elif is_dataclass(part):
        for field in fields(part):
            if field.name not in NOT_PRINTED:
                yield from texts(getattr(part, field.name), language)
    elif isinstance(part, str) and not isinstance(part, Enum):
        yield part


def packed(text: str) -> str:
    """Without white space and capitals: cells break lines where they like and open with a capital letter."""
    return "".join(text.replace(LINE_BREAK, "").split()).lower()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("key", SAMPLE_KEYS)
def test_nothing_of_a_sample_is_lost(key: str, language: str) -> None:
    taken = sample_meetings()[key]
    [document] = assemble(taken, options(language, unmasked=True))
    sheet = packed(plain_text(document))
    lost = {text for text in texts(taken, language) if packed(text) not in sheet}
    assert lost - {taken.meeting.key, *VARIABLES} == set()
