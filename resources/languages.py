"""Opens the catalogs: one translator for each language of the interface and of the papers."""

from __future__ import annotations

import gettext
from functools import cache

import resources

CATALOGS = {"zh": "zh_CN", "en": "en"}
LANGUAGES = tuple(CATALOGS)


@cache
def translator(language: str) -> gettext.NullTranslations:
    """The catalog of "zh" or "en": its `gettext`, `ngettext` and `pgettext`. Messages are the English sentences.

    What is said only once on a paper in two languages ("zh-en") is said in the first.
    """
    catalog = CATALOGS[language.partition("-")[0]]
    return gettext.translation("signing_desk", localedir=str(resources.path("locale")), languages=[catalog])
