"""A shared template is read in: one notice says what became of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from models.errors import KnownError
from models.snapshots.shapes import EMPTY, Bilingual
from models.templates import AgreementTemplate
from resources.languages import translator
from ui.dialogs.troubles import Action
from ui.templates.files import read_shared_file

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from ui.office import Office


@dataclass(frozen=True)
class Taken:
    """What a template became: its key and name, its edition, the template of ours it stands beside."""

    key: str
    title: Bilingual
    edition: int
    beside: Bilingual = EMPTY


class ReadIn:
    """Reads one file. `made(key)`: it is kept, under this key."""

    def __init__(self, office: Office, language: str, made: Callable[[str], None]) -> None:
        self._office, self._language, self._made = office, language, made

    def read(self, file: Path) -> None:
        """Read and keep it; it is hostile until it is read."""
        try:
            template = read_shared_file(file)
        except KnownError as problem:
            self._office.tell_error(Action.OTHER, problem)
            return
        title, failed = template.plain_title, partial(self._refused, template.plain_title)
        work = partial(_take_in, template, file.name)
        self._office.link.change("import_template", work, done=self._done, failed=failed, template=title.pick("zh"))

    def _done(self, taken: Taken) -> None:
        _ = translator(self._language).gettext
        if taken.edition > 1:
            words = _("“{template}” was read in as edition {edition} of our own template.")
        elif taken.beside:
            words = _("“{template}” was read in and stands beside “{other}”; neither changes the other.")
        else:
            words = _("“{template}” was read in as a template of our own.")
        title, other = (said.pick(self._language) for said in (taken.title, taken.beside))
        self._office.notice(words.format(template=title or taken.key, edition=taken.edition, other=other))
        self._made(taken.key)

    def _refused(self, title: Bilingual, error: Exception) -> None:
        if not isinstance(error, KnownError) or error.code != "template_unchanged":
            self._office.tell_error(Action.CHANGE, error)
            return
        _ = translator(self._language).gettext
        words = _("“{template}” is here already, in exactly these words; nothing had to be read in.")
        self._office.notice(words.format(template=title.pick(self._language)))


def _take_in(template: AgreementTemplate, note: str, session: Session) -> Taken:
    from models.actions.edit_templates import import_template
    from models.template_library import all_templates, find_template, newest_edition

    ours = all_templates(session).keys()
    key = import_template(session, template, note=note)
    kept = newest_edition(session, key)
    assert kept is not None
    stands_beside = template.key in ours and key != template.key
    beside = find_template(session, template.key).plain_title if stands_beside else EMPTY
    return Taken(key, kept.title, kept.edition, beside)
