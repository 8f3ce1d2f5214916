"""A fault of a template on one line: where it stands, and what is wrong there."""

from __future__ import annotations

from models.template_check import TemplateFault
from resources.languages import translator
from ui.wording.faults import fault_words
from ui.wording.values import field_word


def fault_line(fault: TemplateFault, language: str, *, with_clause: bool = True) -> str:
    """“合作期限，正文（中文），第2行：……”; a condition and a key have one line only."""
    _ = translator(language).gettext
    told = fault_words(str(fault.fault), language)
    words = {"column": field_word(fault.column, language), "line": fault.line, "fault": told, "clause": fault.name}
    if not with_clause or not fault.name:
        return _("{column}, line {line}: {fault}").format(**words)
    return _("“{clause}”, {column}, line {line}: {fault}").format(**words)
