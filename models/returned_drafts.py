"""A draft that came back, held against what was sent of an agreement and what its clauses say now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from models.errors import KnownError
from models.imports.returned_docx import ReturnedPaper
from models.rules.returned_changes import Returned, ReturnedChange, ReturnedKind, Sources, returned_changes
from models.sent_texts import SentPaper, paper_in
from models.snapshots.shapes import Agreement, Clause


def read_back(agreement: Agreement, paper: ReturnedPaper, titles: Mapping[str, str] | None = None) -> Returned:
    """The differences. `titles`: of the agreements that are known, by key.

    KnownError: returned_other_agreement (name, agreement), returned_unknown_revision (name, number),
    returned_clause_too_long, returned_too_many.
    """
    sent = paper_sent(agreement, paper, titles)
    returned = returned_changes(sent, paper, stored_sources(agreement))
    known = {clause.id for clause in sent.clauses}
    ours = {clause.id for clause in _each(agreement.clauses) if any(one.id not in known for one in _each((clause,)))}
    changes = (replace(one, ours=True) if _deletes(one, ours) else one for one in returned.changes)
    return replace(returned, changes=tuple(changes))


def _deletes(change: ReturnedChange, clauses: set[int]) -> bool:
    """Whether a clause goes with something below it that was written here since."""
    return change.kind is ReturnedKind.DELETED and change.clause_id in clauses


def _each(clauses: tuple[Clause, ...]) -> Iterator[Clause]:
    for clause in clauses:
        yield clause
        yield from _each(clause.children)


def paper_sent(agreement: Agreement, paper: ReturnedPaper, titles: Mapping[str, str] | None = None) -> SentPaper:
    """What was sent as the revision that a returned paper names; the last that was sent where it names none.

    KnownError: as `read_back`.
    """
    if paper.agreement not in ("", agreement.key):
        other = (titles or {}).get(paper.agreement, paper.agreement)
        raise KnownError("returned_other_agreement", name=paper.name, agreement=other)
    newest_first = sorted(agreement.revisions, key=lambda revision: revision.number, reverse=True)
    for revision in newest_first:
        sent = paper_in(revision.terms) if paper.revision in (0, revision.number) else None
        if sent is not None and sent.content_hash.startswith(paper.content_hash):
            return sent
    raise KnownError("returned_unknown_revision", name=paper.name, number=paper.revision)


def newest_sent(agreement: Agreement) -> int:
    """The number of the revision that was sent last; 0 for none."""
    return max((one.number for one in agreement.revisions if paper_in(one.terms) is not None), default=0)


def stored_sources(agreement: Agreement) -> Sources:
    """The texts of the agreement's clauses as they are stored."""
    return dict(_sources(agreement.clauses))


def _sources(clauses: tuple[Clause, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    for clause in _each(clauses):
        yield (
            clause.id,
            {
                "heading_zh": clause.heading.zh,
                "heading_en": clause.heading.en,
                "body_zh": clause.body.zh,
                "body_en": clause.body.en,
            },
        )
