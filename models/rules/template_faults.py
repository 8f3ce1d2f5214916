"""What is wrong with a text, as a code and the words it is about: Jinja2 speaks to programmers, in English."""

from __future__ import annotations

import re
from dataclasses import dataclass

from models.errors import KnownError


@dataclass(frozen=True, slots=True)
class Fault:
    """A code, told by `ui/wording/faults.py`, and what it is about."""

    code: str
    what: str = ""

    def __str__(self) -> str:
        return f"{self.code}:{self.what}"


# What Jinja2 calls a construct, as it is written.
_SIGNS = {
    "call": "( )",
    "assign": "set",
    "assignblock": "set",
    "callblock": "call",
    "filterblock": "filter",
    "fromimport": "from",
    "scope": "autoescape",
    "concat": "~",
    "add": "+",
    "sub": "-",
    "mul": "*",
    "div": "/",
    "floordiv": "//",
    "mod": "%",
    "pow": "**",
    "pos": "+",
    "dict": "{ }",
    "tuple": "( , )",
}
# The first that fits; what the group holds is told.
_PATTERNS: tuple[tuple[str, str], ...] = (
    (r"looking for the following tags: .*'endif'", "if_not_ended"),
    (r"looking for the following tags: .*'endfor'", "for_not_ended"),
    (r"unknown tag '(endif|else|elif|endfor)'", "end_without_begin"),
    (r"unknown tag '(.*?)'", "unknown_tag"),
    (
        r"^unexpected 'end of template'$|^unexpected end of template|expected token .*, got 'end of template'",
        "not_closed",
    ),
    (r"^Unexpected end of template", "not_closed"),
    (r"^Missing end of (?:comment|raw)", "not_closed"),
    (r"^Expected an expression, got 'end of (?:print )?statement|block'", "nothing_inside"),
    (r"^unexpected 'end of print statement'|^Expected an expression", "nothing_inside"),
    (r"^unexpected char ['\"](.*?)['\"] at", "odd_sign"),
    (r"^expected token .*, got 'end of (?:print )?statement(?: block)?'|^expected name or number", "unfinished"),
    (r"^expected token 'end of (?:print statement|statement block)', got '(.*)'", "two_names"),
    (r"^expected token 'in'", "for_without_in"),
    (r"^Can't assign to special loop variable", "loop_is_taken"),
    (r"^unexpected '(.*?)'(?:, expected|$)", "odd_sign"),
    (r"^expected token .*, got '(.*)'", "odd_sign"),
    (r"^(.*)\(\) (?:takes|missing) .*positional argument", "filter_words"),
    (r"^No filter named '(.*?)'", "unknown_filter"),
    (r"^(.*) is no plain value$", "no_plain_value"),
    (r"^yes or no is for conditions$", "for_conditions"),
    (r"^half a sign$", "half_a_sign"),
    (r" not supported between | requires string as left operand|^argument of type .* is not", "cannot_compare"),
    (r"^Exceeds the limit \((\d+)", "too_large"),
    (r"^for … in needs a list$", "for_without_list"),
    (r"^\|(\w+) needs a list$", "filter_needs_list"),
    (r"^no (?:whole )?number(?: to print)?: (.*)", "no_number"),
    (r"^no date: (.*)", "no_date"),
)


def fault_of(problem: KnownError) -> Fault:
    """What a KnownError of the template's rules says."""
    values = problem.values
    if problem.code == "template_not_allowed":
        what = str(values.get("what", ""))
        if what.startswith("|"):
            return Fault("unknown_filter", what.removeprefix("|"))
        if what == "for":  # two names, a condition of its own, a loop that calls itself
            return Fault("for_without_in")
        return Fault("not_allowed", _SIGNS.get(what, what))
    if problem.code == "template_too_large":
        return Fault("too_large", str(values.get("limit", "")))
    reason = str(values.get("reason", ""))
    for pattern, code in _PATTERNS:
        found = re.search(pattern, reason)
        if found:
            return Fault(code, next((group for group in found.groups() if group), "") if code != "filter_words" else "")
    return Fault("other", reason)
