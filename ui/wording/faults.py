"""What is wrong with the text of a template, in plain words: the codes of `models/rules/template_faults.py`."""

from __future__ import annotations

from resources.languages import translator
from ui.wording.messages import N_

FAULTS: dict[str, str] = {
    "if_not_ended": N_("a condition ({{% if … %}}) is not ended with {{% endif %}}"),
    "for_not_ended": N_("a list ({{% for … %}}) is not ended with {{% endfor %}}"),
    "end_without_begin": N_("“{what}” stands without the condition or list it belongs to"),
    "unknown_tag": N_("“{what}” is no word that may begin a condition or list (if, for)"),
    "not_closed": N_("a field or condition that was opened with {{{{ or {{% is not closed"),
    "nothing_inside": N_("a field or condition is empty"),
    "odd_sign": N_("the sign “{what}” cannot stand in a field or condition"),
    "two_names": N_("a field holds more than one name; “{what}” is too much"),
    "for_without_in": N_("a list needs the form {{% for name in list %}}"),
    "loop_is_taken": N_("the word “loop” is taken; give the items of the list another name"),
    "unknown_filter": N_("there is no filter “{what}”"),
    "not_allowed": N_(
        "“{what}” may not be used in a text: names, conditions, lists and the listed filters alone are allowed"
    ),
    "too_large": N_("it goes beyond a limit ({what}); shorten it, or use fewer lists within lists"),
    "no_plain_value": N_("“{what}” is a list or a group of facts; name one of its facts"),
    "for_conditions": N_("it says yes or no: it can stand in a condition, but not be printed"),
    "half_a_sign": N_("it holds a code that stands for no sign"),
    "cannot_compare": N_("what is compared there is not of one kind: a text with a text, a number with a number"),
    "unfinished": N_("a field or condition is not finished: something is missing before its end"),
    "for_without_list": N_("what the list is made of is no list"),
    "filter_needs_list": N_("the filter “{what}” needs a list before it"),
    "filter_words": N_("a filter has too many or too few words in its brackets"),
    "no_number": N_("“{what}” is no number"),
    "no_date": N_("“{what}” is no date"),
    "no_such_clause": N_("it refers to the clause “{what}”, which the template does not have"),
    "bad_key": N_("“{what}” cannot be a key: use letters, digits and _, a letter first"),
    "forbidden_words": N_("“{what}” must not stand in an agreement"),
    "no_words": N_("nothing is written there yet"),
    "other": N_("it cannot be read ({what})"),
}


def fault_words(fault: str, language: str) -> str:
    """A fault, as its code and what it is about (“odd_sign:，”), in words."""
    from models.rules.template_names import chinese_name

    code, _colon, what = fault.partition(":")
    if code == "no_plain_value" and language == "zh":  # “甲方”, as it may be written in a text, too
        owner, dot, rest = what.partition(".")
        what = f"{chinese_name(owner) or owner}{dot}{rest}"
    return translator(language).gettext(FAULTS.get(code, FAULTS["other"])).format(what=what)
