"""Lets argparse speak the interface language: its own sentences are in our catalogs, under gettext's own domain."""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager

import resources
from resources.languages import CATALOGS
from ui.wording.messages import N_


def n_(singular: str, plural: str) -> tuple[str, str]:
    """Mark a message with a plural for the catalogs."""
    return singular, plural


# Word for word as argparse of Python 3.11 to 3.14 has them, so that gettext finds them.
ARGPARSE_MESSAGES = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("unrecognized arguments: %s"),
    N_("the following arguments are required: %s"),
    N_("one of the arguments %s is required"),
    N_("not allowed with argument %s"),
    N_("expected one argument"),
    N_("expected at most one argument"),
    N_("expected at least one argument"),
    N_("ignored explicit argument %r"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("invalid %(type)s value: %(value)r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("invalid choice: %(value)r, maybe you meant %(maybe)r? (choose from %(choices)s)"),
)
ARGPARSE_PLURALS = (n_("expected %s argument", "expected %s arguments"),)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Within this block gettext, and so argparse, speaks the given language."""
    domain, before = gettext.textdomain(), os.environ.get("LANGUAGE")
    gettext.bindtextdomain("signing_desk", str(resources.path("locale")))
    gettext.textdomain("signing_desk")
    os.environ["LANGUAGE"] = CATALOGS[language]
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if before is None:
            del os.environ["LANGUAGE"]
        else:
            os.environ["LANGUAGE"] = before
