"""Agreement templates: the built-in ones, readable files checked word by word when loaded, and the office's own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache

import resources
from models.codes import AgreementTier, ClauseKind
from models.errors import KnownError
from models.rules.template_text import render
from models.snapshots.shapes import Bilingual

KEYS = (
    "strategic-framework",
    "school-enterprise",
    "commissioner",
    "joint-base",
    "letter-of-intent",
    "memorandum",
)

_WORKED_OUT = ("article.", "sides_")  # see clause_numbers.reading_values


@dataclass(frozen=True, slots=True)
class TemplateClause:
    """A clause as the template words it; `items` are the （一）（二） below it."""

    key: str
    kind: ClauseKind
    condition: str
    heading: Bilingual
    body: Bilingual
    items: tuple[TemplateClause, ...] = ()


@dataclass(frozen=True, slots=True)
class AgreementTemplate:
    """A whole agreement. `plain_title` names no party: it stands where the parties are not known yet."""

    key: str
    tier: AgreementTier
    originals_each: int  # default 正本 for each party
    title: Bilingual
    plain_title: Bilingual
    clauses: tuple[TemplateClause, ...]

    def asks_for(self, language: str) -> tuple[str, ...]:
        """Names of everything the text takes from the records ("party_a.short_zh"), as far as no condition hides it."""
        texts = (text.pick(language) for clause in self.clauses for text in _texts(clause))
        names = (name for text in texts for name in render(text, {}).missing)
        return tuple(dict.fromkeys(name for name in names if not name.startswith(_WORKED_OUT)))


@dataclass(frozen=True, slots=True)
class OfficeTemplate:
    """A template of the office's own in one edition, as it is stored."""

    key: str
    edition: int
    title: Bilingual
    text: str
    note: str = ""
    based_on: str = ""  # key of the template it was copied from
    saved_at: datetime | None = None

    def read(self) -> AgreementTemplate:
        """What it says. KnownError of `read_template`: a later program may have written it."""
        return _read_own(self.text, self.title.pick("zh"))


@dataclass(frozen=True, slots=True)
class Templates:
    """All templates of the workspace: the built-in ones, then the office's own in their newest editions."""

    own: tuple[OfficeTemplate, ...] = ()

    def keys(self) -> tuple[str, ...]:
        """In the order in which they are offered."""
        return (*KEYS, *(one.key for one in self.own))

    def named(self, key: str) -> AgreementTemplate:
        """The template with this key. KnownError: unknown_template, and those of `read_template`."""
        return template_named(key, self.own)

    def readable(self) -> tuple[AgreementTemplate, ...]:
        """All that can be read, in that order."""
        return (*builtin_templates(), *(found for found in map(_read_or_none, self.own) if found is not None))


def template_named(key: str, own: Iterable[OfficeTemplate] = ()) -> AgreementTemplate:
    """The office's own template with this key, else the built-in one. KnownError as `Templates.named`."""
    mine = tuple(own)
    found = next((one for one in mine if one.key == key), None)
    if found is None and key not in KEYS:
        raise KnownError("unknown_template", template=key, known=", ".join(Templates(mine).keys()))
    return builtin_template(key) if found is None else found.read()


def builtin_templates() -> tuple[AgreementTemplate, ...]:
    """All of them, in the order they are offered."""
    return tuple(builtin_template(key) for key in KEYS)


@cache
def builtin_template(key: str) -> AgreementTemplate:
    """The template with this key, or KnownError: unknown_template, template_unreadable, template_invalid."""
    from models.template_file import read_template

    if key not in KEYS:
        raise KnownError("unknown_template", template=key, known=", ".join(KEYS))
    file = resources.path(f"templates/{key}.toml")
    try:
        return read_template(file.read_text(encoding="utf-8"), file.name)
    except (OSError, UnicodeDecodeError) as error:
        raise KnownError("template_unreadable", file=file.name, reason=str(error)) from error


def builtin_text(key: str) -> str:
    """The file of a built-in template, as it is written; nothing for a key that is none."""
    return resources.path(f"templates/{key}.toml").read_text(encoding="utf-8") if key in KEYS else ""


@lru_cache(maxsize=64)
def _read_own(text: str, title: str) -> AgreementTemplate:
    from models.template_file import read_template

    return read_template(text, title, both=False)


def _read_or_none(own: OfficeTemplate) -> AgreementTemplate | None:
    try:
        return own.read()
    except KnownError:
        return None


def _texts(clause: TemplateClause) -> tuple[Bilingual, ...]:
    return (clause.heading, clause.body, *(text for item in clause.items for text in _texts(item)))
