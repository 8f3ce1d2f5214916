"""Values that are codes themselves, in words: tables and columns of the store, kinds of papers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from resources.languages import translator
from ui.wording.messages import N_

LANGUAGES = {"_zh": N_("{field} (Chinese)"), "_en": N_("{field} (English)")}

MESSAGE = "message"  # a text to be pasted elsewhere, which is no paper
OF_OWNER = N_("{owner}: {detail}")
ROW_OF_LIST = N_("{owner}, item {number}")
ARTICLE = N_("article on {detail}")


def in_words(values: Mapping[str, object], language: str) -> dict[str, object]:
    """The values with the papers, records and fields among them in words."""
    speak = {
        "document": document_word,
        "record": record_word,
        "used_by": record_word,
        "target": record_word,
        "field": field_word,
        "fields": field_words,
        "party": party_word,
        "status": status_word,
        "variable": variable_word,
        "variables": variable_words,
        "fault": _fault_words,
    }
    return {
        name: speak[name](value, language) if name in speak and isinstance(value, str) else spoken(value, language)
        for name, value in values.items()
    }


def _fault_words(fault: str, language: str) -> str:
    from ui.wording.faults import fault_words

    return fault_words(fault, language)


def spoken(value: object, language: str) -> object:
    """A value that is known in both languages, in this one; any other as it is."""
    return getattr(value, "en", value) if language == "en" else value


def document_word(kind: str, language: str) -> str:
    """The name of a paper; an unknown kind stays as it was typed."""
    from exporters.registry import DOCUMENTS, SIGNING_SET, title

    if kind == MESSAGE:
        return translator(language).gettext(N_("Message"))
    known = (SIGNING_SET, *(document.key for document in DOCUMENTS))
    return translator(language).gettext(title(kind)) if kind in known else kind


def record_word(table: str, language: str) -> str:
    """What a stored table is called."""
    from ui.wording.records import RECORDS

    return translator(language).gettext(RECORDS[table]) if table in RECORDS else table


def status_word(status: str, language: str) -> str:
    """A state of an agreement."""
    from exporters.documents.words import word
    from models.codes import AgreementStatus

    return word(AgreementStatus(status), language) if status in set(AgreementStatus) else status


def party_word(label: str, language: str) -> str:
    """甲方 in the language of the sentence; what is no such label stays."""
    from models.snapshots.agreement_values import party_label

    labels = {party_label(index).zh: party_label(index) for index in range(10)}
    return labels[label].pick(language) if label in labels else label


def field_words(columns: str, language: str) -> str:
    """What several columns are called."""
    return _listed((field_word(column, language) for column in columns.split(", ")), language)


def field_word(column: str, language: str) -> str:
    """What a stored column is called; one of two languages says which."""
    from ui.wording.fields import FIELDS, OTHERWISE

    say = translator(language).gettext
    if column[-3:] in LANGUAGES:
        return say(LANGUAGES[column[-3:]]).format(field=field_word(column[:-3], language))
    message = FIELDS.get(column.removesuffix("_id")) or OTHERWISE.get(column)
    return say(message) if message else column


def variable_words(names: str, language: str) -> str:
    """What several variables are called."""
    return _listed((variable_word(name, language) for name in names.split(", ")), language)


def variable_word(name: str, language: str) -> str:
    """What a variable of a template is called: “party_a.uscc”, “parties.1.address_en”, “bases_zh”."""
    plain, suffix = (name[:-3], name[-3:]) if name[-3:] in LANGUAGES else (name, "")
    told = _variable(plain, language)
    return translator(language).gettext(LANGUAGES[suffix]).format(field=told) if suffix else told


def _variable(name: str, language: str) -> str:
    from ui.wording.variables import DETAILS, OWNERS

    say = translator(language).gettext
    owner, _, detail = name.rpartition(".")
    if name in OWNERS or not owner:
        return say(OWNERS[name]) if name in OWNERS else name
    word = DETAILS.get(detail.removesuffix("_cap"), "")
    told = say(word) if word else detail  # an office's own name is no message of ours
    if owner == "article":
        return say(ARTICLE).format(detail=told)
    return say(OF_OWNER).format(owner=_owner(owner, language), detail=told)


def _owner(owner: str, language: str) -> str:
    """Whose a detail is: a party by its letter or number, or what the word says."""
    from models.snapshots.agreement_values import party_label
    from ui.wording.variables import OWNERS

    stem, _, which = owner.replace(".", "_").rpartition("_")
    if stem in ("party", "liaison") and len(which) == 1 and "a" <= which <= "j":
        return party_label(ord(which) - ord("a")).pick(language)
    if stem == "parties" and which.isdecimal():
        return party_label(int(which) - 1).pick(language)
    say = translator(language).gettext
    of_list, _dot, number = owner.rpartition(".")
    if of_list in OWNERS and number.isdecimal():
        return say(ROW_OF_LIST).format(owner=say(OWNERS[of_list]), number=number)
    return say(OWNERS[owner]) if owner in OWNERS else owner


def _listed(words: Iterable[str], language: str) -> str:
    return ("、" if language == "zh" else ", ").join(words)
