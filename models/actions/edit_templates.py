"""The office's own templates: copy, edit edition by edition, share as a file, delete. An edition is never changed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.errors import KnownError
from models.records import Agreement, Template
from models.snapshots.shapes import Bilingual
from models.template_check import refuse_broken
from models.template_file import LONGEST_FILE, read_template, write_template
from models.template_library import all_templates, editions_of, find_template, newest_edition
from models.templates import KEYS, AgreementTemplate, OfficeTemplate, TemplateClause

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_OTHER_FILES = ("PK\x03\x04", "%PDF", "{\\rtf", "<")  # Word, PDF, web pages
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
LONGEST_KEY = 60
LONGEST_TITLE = 200
MOST_BYTES = 3 * LONGEST_FILE  # of a shared file: Chinese takes three each


def free_key(taken: Iterable[str], stem: str) -> str:
    """The stem, or with the first number that is free (“joint-base-2”)."""
    used, plain = set(taken), re.sub(r"-\d+$", "", stem)[: LONGEST_KEY - 4].strip("-") or "template"
    if stem not in used and _KEY.fullmatch(stem) and len(stem) <= LONGEST_KEY:
        return stem
    return next(key for number in range(2, len(used) + 3) if (key := f"{plain}-{number}") not in used)


def copy_template(session: Session, key: str, *, title: Bilingual, new_key: str = "") -> str:
    """A template of the office's own that begins as another one; returns its key.

    KnownError: unknown_template, template_key_invalid, template_key_taken (key).
    """
    template, taken = find_template(session, key), all_templates(session).keys()
    mine = new_key or free_key({*taken, *_drafted_from(session)}, key)
    if mine in taken:
        raise KnownError("template_key_taken", key=mine)
    named = replace(template, key=mine, plain_title=_short(title) if title else template.plain_title)
    _store(session, named, edition=1, based_on=key)
    return mine


def new_edition(session: Session, template: AgreementTemplate, *, after: int, note: str = "") -> int:
    """Keep what was edited as the next edition; returns its number. `after`: the edition it was made from.

    KnownError: template_is_builtin, unknown_template, template_changed_meanwhile, template_unchanged,
    template_text_wrong (template, clause, field, line, fault).
    """
    newest = _own(session, template.key)
    title = newest.title.pick("zh")
    if newest.edition != after:
        raise KnownError("template_changed_meanwhile", template=title, edition=newest.edition)
    if write_template(template) == newest.text:
        raise KnownError("template_unchanged", template=title)
    _store(session, template, edition=newest.edition + 1, based_on=newest.based_on, note=note)
    return newest.edition + 1


def delete_template(session: Session, key: str) -> None:
    """Delete all editions; agreements drafted from it keep their clauses. KnownError: template_is_builtin, unknown_…"""
    _own(session, key)
    for row in session.scalars(select(Template).where(Template.key == key)):
        session.delete(row)
    session.flush()


def read_shared(contents: bytes, file: str) -> AgreementTemplate:
    """A template that somebody shared as a file: hostile until it is read.

    KnownError: template_file_too_large (file, limit), template_not_ours (file), template_invalid, template_unreadable,
    template_text_wrong, template_key_invalid.
    """
    if len(contents) > MOST_BYTES:
        raise KnownError("template_file_too_large", file=file, limit=LONGEST_FILE)
    try:
        text = contents.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise KnownError("template_not_ours", file=file) from error
    if "\0" in text or not text.strip() or text.startswith(_OTHER_FILES):
        raise KnownError("template_not_ours", file=file)
    template = _without_unseen(read_template(text, file, both=False))
    _refuse_key(template.key)
    refuse_broken(template)
    return template


def _without_unseen(template: AgreementTemplate) -> AgreementTemplate:
    """Without signs that nobody sees and that no text of ours needs: control signs, turned directions of writing."""

    def clean(text: Bilingual) -> Bilingual:
        return Bilingual(*(_UNSEEN.sub("", words).strip() for words in (text.zh, text.en)))

    def cleaned(clause: TemplateClause) -> TemplateClause:
        below = tuple(map(cleaned, clause.items))
        return replace(clause, heading=clean(clause.heading), body=clean(clause.body), items=below)

    clauses = tuple(map(cleaned, template.clauses))
    return replace(template, title=clean(template.title), plain_title=clean(template.plain_title), clauses=clauses)


def import_template(session: Session, template: AgreementTemplate, *, note: str = "") -> str:
    """Keep a shared template; returns its key. One of the office's own with this key and title, now or in an earlier
    edition, gets a new edition; any other is kept beside: two offices' first copies of a template bear the same key.

    KnownError: template_unchanged (template), template_text_wrong.
    """
    held = editions_of(session, template.key)
    if _short(template.plain_title) in [one.title for one in held]:
        new_edition(session, template, after=held[0].edition, note=note)
        return template.key
    templates = all_templates(session)
    same = next((one for one in templates.own if one.text == write_template(replace(template, key=one.key))), None)
    if same is not None:  # it was kept beside when it came the first time
        raise KnownError("template_unchanged", template=same.title.pick("zh"))
    key = free_key({*templates.keys(), *_drafted_from(session)}, template.key)
    based_on = template.key if template.key in KEYS else ""
    _store(session, replace(template, key=key), edition=1, based_on=based_on, note=note)
    return key


def shared_text(own: OfficeTemplate) -> str:
    """The file by which a template is given to others; reading it gives the same template."""
    heading = " — ".join(filter(None, (own.title.zh, own.title.en)))
    return f"# {_one_line(heading)} ({own.edition})\n\n{own.text.strip()}\n"


def _drafted_from(session: Session) -> Iterable[str]:
    """Keys that agreements name: that of a deleted template is not given to another one."""
    return session.scalars(select(Agreement.template).distinct())


def _one_line(text: str) -> str:
    return " ".join(part for part in re.split(r"[\x00-\x1f\x7f]+", text) if part)


def _own(session: Session, key: str) -> OfficeTemplate:
    found = newest_edition(session, key)
    if found is None:
        template = find_template(session, key)  # tells of a key that nobody knows
        raise KnownError("template_is_builtin", template=template.plain_title.pick("zh"))
    return found


def _store(session: Session, template: AgreementTemplate, *, edition: int, based_on: str, note: str = "") -> None:
    _refuse_key(template.key)
    refuse_broken(template)
    title = _short(template.plain_title)
    row = Template(
        key=template.key, edition=edition, title_zh=title.zh, title_en=title.en, text=write_template(template)
    )
    row.based_on, row.note = based_on, note.strip()
    session.add(row)
    session.flush()


def _short(title: Bilingual) -> Bilingual:
    return Bilingual(_one_line(title.zh)[:LONGEST_TITLE], _one_line(title.en)[:LONGEST_TITLE])


def _refuse_key(key: str) -> None:
    if not _KEY.fullmatch(key) or len(key) > LONGEST_KEY:
        raise KnownError("template_key_invalid", key=key[:LONGEST_KEY])
