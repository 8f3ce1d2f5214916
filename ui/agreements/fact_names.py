"""What the facts of an agreement are called: as in the findings, and whole parties by their label."""

from __future__ import annotations

import re

from models.snapshots.agreement_values import WITNESS_LABEL, party_label
from ui.wording.values import variable_word

_PARTY = re.compile(r"(?:party|liaison)_([a-j])")


def fact_word(name: str, language: str) -> str:
    """“party_a.short_zh”, “agreement.term_zh”, “party_c”, “witness” in words."""
    found = _PARTY.fullmatch(name)
    if found:
        return party_label(ord(found[1]) - ord("a")).pick(language)
    return WITNESS_LABEL.pick(language) if name in ("witness", "witnesses") else variable_word(name, language)
