"""Codes become sentences here, and nowhere else: errors, changes, findings, notices, words for states.

A sentence says what happened, where, and what to do next, on one line. Nothing here knows a window.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from models.errors import KnownError
from resources.languages import translator
from ui.wording.messages import N_, fill
from ui.wording.values import in_words


class Step(Protocol):
    """A change that has a name: `StepName` and `ChangeSet` of models/store are both one."""

    @property
    def label(self) -> str:
        """The code of the change."""

    @property
    def values(self) -> Mapping[str, object]:
        """What fills its sentence."""


class Told(Protocol):
    """A code with its values, as findings of checks, problems of the store and notices of exporters carry them."""

    @property
    def code(self) -> str:
        """What was found."""

    @property
    def values(self) -> tuple[tuple[str, str], ...]:
        """What fills its sentence."""


UNKNOWN_ERROR = N_("Something is not as expected ({code}). Details: {details}")
UNKNOWN_CHANGE = N_("Change ({code})")
UNKNOWN_FINDING = N_("Please look at this ({code}): {details}")
SEVERITIES = {"error": N_("Error"), "warning": N_("Warning"), "notice": N_("Notice")}


def error_sentence(error: KnownError, language: str) -> str:
    """What happened and how to mend it."""
    from ui.wording.errors import ERRORS

    values = dict(error.values)
    if error.code in OF_TEMPLATE_TEXT:
        from models.rules.template_faults import fault_of
        from ui.wording.faults import fault_words

        values[OF_TEMPLATE_TEXT[error.code]] = fault_words(str(fault_of(error)), language)
    return _sentence(ERRORS, UNKNOWN_ERROR, error.code, values, language)


# What is told in plain words instead of the parser's own.
OF_TEMPLATE_TEXT = {"template_error": "reason", "template_not_allowed": "what", "template_too_large": "limit"}
OF_PEOPLE = ("edit_person", "edit_people_field")


def change_label(step: Step, language: str) -> str:
    """The name of an undo step, as in “Undo: …”."""
    from ui.wording.changes import CHANGES

    values = dict(step.values)
    field = str(values.get("field", ""))
    if step.label in OF_PEOPLE and field.startswith("title"):
        values["field"] = f"job_{field}"  # the title of a person is a post, that of a paper a name
    return _sentence(CHANGES, UNKNOWN_CHANGE, step.label, values, language)


def finding_sentence(finding: Told, language: str) -> str:
    """What a check found and what to do about it."""
    from ui.wording.findings import FINDINGS

    values = dict(finding.values)
    if finding.code in ("fact_missing", "english_facts_missing"):
        values["variable"] = values.get("name", "")
    return _sentence(FINDINGS, UNKNOWN_FINDING, finding.code, values, language)


def notice_sentence(notice: Told, language: str) -> str:
    """What the user should know about a paper that was made all the same."""
    from ui.wording.notices import NOTICES

    return _sentence(NOTICES, UNKNOWN_FINDING, notice.code, dict(notice.values), language)


def problem_sentence(problem: Told, language: str) -> str:
    """What is wrong with a workspace, and where."""
    from ui.wording.problems import PROBLEMS

    return _sentence(PROBLEMS, UNKNOWN_FINDING, problem.code, dict(problem.values), language)


def severity_word(severity: str, language: str) -> str:
    """How grave a finding is, in a word."""
    return translator(language).gettext(SEVERITIES[severity])


def document_title(kind: str, language: str) -> str:
    """The name of a paper, such as “Agenda” for "agenda"."""
    from exporters import registry

    return translator(language).gettext(registry.title(kind))


def _sentence(table: Mapping[str, str], other: str, code: str, values: Mapping[str, object], language: str) -> str:
    message = table.get(code)
    if message is not None:
        return fill(message, in_words(values, language), language)
    details = ", ".join(f"{name}: {value}" for name, value in values.items())
    return fill(other, {"code": code, "details": details}, language)
