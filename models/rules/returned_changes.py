"""What the other side changed, clause by clause, each to be accepted or refused by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from models.errors import KnownError
from models.imports.returned_docx import ReturnedComment, ReturnedPaper
from models.imports.returned_paragraphs import TrackedBy
from models.rules.merged_text import LONGEST, FieldChange, merged, shown_text
from models.rules.returned_lines import AddedClause, FixedChange, Placed, placed, returned_bits
from models.sent_texts import Part, SentClause, SentPaper, SentText

Sources = Mapping[int, Mapping[str, str]]  # clause → column → the text as it is stored now


class ReturnedKind(StrEnum):
    """What was done to a clause."""

    REWORDED = "reworded"
    DELETED = "deleted"
    ADDED = "added"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class ReturnedChange:
    """One difference. `old` and `new` as printed; `source` is the new text as it would be stored in `column`.

    `stored`: the text of the clause as it is stored now, which a decision must not overwrite unseen. `ours`: it is
    another one than went out. `gone`: the clause is no longer there. `untracked`: not all of it was tracked. Of an
    added clause `clause_id` is the one it stands behind and `level` its depth; of a moved one, `before_id` the one it
    now stands before (0: at the end).
    """

    kind: ReturnedKind
    clause_id: int
    name: str = ""
    name_en: str = ""
    column: str = ""
    old: str = ""
    new: str = ""
    source: str = ""
    stored: str = ""
    ours: bool = False
    gone: bool = False
    untracked: bool = False
    level: int = 0
    before_id: int = 0
    fields: tuple[FieldChange, ...] = ()
    tracked: tuple[TrackedBy, ...] = ()
    comments: tuple[ReturnedComment, ...] = ()

    @property
    def only_told(self) -> bool:
        """Whether nothing would be written: a fixed part was touched, and no word besides."""
        return self.kind is ReturnedKind.REWORDED and self.new == self.old


@dataclass(frozen=True, slots=True)
class Returned:
    """All that came back. `comments`: those on clauses that did not change, and on the rest of the paper, with the
    clause's name; `fixed`: what was changed although it was fixed, which is never taken over.
    """

    changes: tuple[ReturnedChange, ...]
    fixed: tuple[FixedChange, ...] = ()
    comments: tuple[tuple[str, ReturnedComment], ...] = ()

    @property
    def is_same(self) -> bool:
        """Whether the paper says what it said when it went out."""
        return not self.changes and not self.fixed

    @property
    def all_deleted(self) -> bool:
        """Whether no clause is left."""
        return bool(self.changes) and all(one.kind is ReturnedKind.DELETED for one in self.changes)


def returned_changes(sent: SentPaper, paper: ReturnedPaper, stored: Sources) -> Returned:
    """The differences between what was sent and what came back, in the order of the clauses.

    KnownError: returned_clause_too_long (name, clause, most).
    """
    return _Differences(sent, paper, stored).all()


class _Differences:
    """Works out the differences of one paper."""

    def __init__(self, sent: SentPaper, paper: ReturnedPaper, stored: Sources) -> None:
        self._sent, self._paper, self._stored = sent, paper, stored
        self._now, self._before = placed(sent, paper.now), placed(sent, paper.before)
        self._fields = tuple(part for text in sent.texts for part in text.parts if part.field)
        self._told: set[int] = set()  # texts whose comments are told with a change

    def all(self) -> Returned:
        deleted = self._deleted()
        changes = list(self._by_clause(deleted))
        changes += self._moved(deleted)
        rest = tuple((self._name_of(one.text), one) for one in self._paper.comments if one.text not in self._told)
        return Returned(tuple(changes), tuple(self._now.fixed), rest)

    def _by_clause(self, deleted: set[int]) -> Iterator[ReturnedChange]:
        added = {behind: list(run) for behind, run in groupby(self._now.added, key=lambda one: one.behind)}
        texts = {clause_id: list(run) for clause_id, run in groupby(self._sent.texts, key=lambda one: one.clause_id)}
        for clause in self._sent.clauses:
            own = texts.get(clause.id, [])
            if clause.id in deleted:
                yield from self._deletion(clause, own, deleted)
            else:
                yield from (change for text in own if (change := self._reworded(clause, text)) is not None)
            for text in own:
                new = (one for one in added.get(text.number, []) if not self._is_here(one))
                yield from (self._added(clause, one) for one in new)

    def _deleted(self) -> set[int]:
        """The clauses of which nothing is left, in no language, nor of what lies below them."""
        left = {text.clause_id for text in self._sent.texts if self._said(text, self._now)}
        said = {text.clause_id for text in self._sent.texts if shown_text(text.parts).strip()}
        children: dict[int | None, list[int]] = {}
        for clause in self._sent.clauses:
            children.setdefault(clause.parent_id, []).append(clause.id)

        def stands(clause_id: int) -> bool:
            return clause_id in left or any(map(stands, children.get(clause_id, [])))

        def spoke(clause_id: int) -> bool:
            return clause_id in said or any(map(spoke, children.get(clause_id, [])))

        return {clause.id for clause in self._sent.clauses if spoke(clause.id) and not stands(clause.id)}

    def _deletion(self, clause: SentClause, own: list[SentText], deleted: set[int]) -> Iterator[ReturnedChange]:
        """One change for a clause with all below it."""
        self._told.update(text.number for text in own)
        if clause.parent_id in deleted or clause.id not in self._stored:
            return
        below = self._below(clause.id)
        texts = [text for text in self._sent.texts if text.clause_id in below]
        comments = tuple(one for one in self._paper.comments if one.text in {text.number for text in texts})
        yield ReturnedChange(
            ReturnedKind.DELETED,
            clause.id,
            clause.name,
            clause.name_en,
            old="\n".join(shown_text(text.parts) for text in texts),
            stored="\n".join(self._stored[clause.id].values()),
            ours=any(self._stored.get(text.clause_id, {}).get(text.column) != text.source for text in texts),
            untracked=any(self._is_untracked(text) for text in texts),
            tracked=self._tracked(texts),
            comments=comments,
        )

    def _below(self, clause_id: int) -> set[int]:
        found = {clause_id}
        for clause in self._sent.clauses:  # parents come before their children
            if clause.parent_id in found:
                found.add(clause.id)
        return found

    def _reworded(self, clause: SentClause, text: SentText) -> ReturnedChange | None:
        bits = returned_bits(self._now.texts.get(text.number, []))
        if sum(len(words) for words, _number in bits) > LONGEST:
            raise KnownError("returned_clause_too_long", name=self._paper.name, clause=clause.name, most=LONGEST)
        sent = shown_text(text.parts)
        if _same(bits, text.parts):
            return None
        result = merged(text.parts, bits, self._fields)
        stored = self._stored.get(text.clause_id, {}).get(text.column)
        if stored == result.source and not result.fields:
            return None
        comments = self._comments_on(clause)
        return ReturnedChange(
            ReturnedKind.REWORDED,
            clause.id,
            clause.name,
            clause.name_en,
            text.column,
            old=sent,
            new=result.shown,
            source=result.source,
            stored=stored or "",
            ours=stored is not None and stored != text.source,
            gone=stored is None,
            untracked=self._is_untracked(text),
            fields=result.fields,
            tracked=self._tracked([text]),
            comments=comments,
        )

    def _comments_on(self, clause: SentClause) -> tuple[ReturnedComment, ...]:
        """The comments on the clause, told with its first change."""
        texts = {text.number for text in self._sent.texts if text.clause_id == clause.id} - self._told
        self._told |= texts
        return tuple(one for one in self._paper.comments if one.text in texts)

    def _added(self, clause: SentClause, one: AddedClause) -> ReturnedChange:
        was = any(other.lines == one.lines for other in self._before.added)
        by = {change: None for line in self._paper.now if line.words.endswith(one.lines[0]) for change in line.tracked}
        return ReturnedChange(
            ReturnedKind.ADDED,
            clause.id,
            clause.name,
            clause.name_en,
            column=f"body_{self._language_of(one.behind)}",
            new="\n".join(one.lines),
            source=merged((), [("\n".join(one.lines), 0)]).source,
            gone=clause.id not in self._stored,
            untracked=was or not by,
            level=one.level,
            tracked=tuple(by),
        )

    def _is_here(self, one: AddedClause) -> bool:
        """Whether a clause says this by now: it was taken over before."""
        language, wanted = self._language_of(one.behind), _bare("\n".join(one.lines))
        texts = ((of[f"heading_{language}"], of[f"body_{language}"]) for of in self._stored.values())
        return any(_bare("\n".join(pair)) == wanted for pair in texts)

    def _moved(self, deleted: set[int]) -> Iterator[ReturnedChange]:
        """Clauses that stand elsewhere among those of their level: all but the longest run that kept its order."""
        clause_of = {text.number: text.clause_id for text in self._sent.texts}
        place = {clause_of[number]: at for at, number in reversed(list(enumerate(self._now.texts)))}
        for _, run in groupby(sorted(self._sent.clauses, key=_parent), key=_parent):
            siblings = [clause for clause in run if clause.id in place and clause.id not in deleted]
            now = sorted(siblings, key=lambda clause: place[clause.id])
            kept = _in_order([siblings.index(clause) for clause in now])
            for at, clause in enumerate(now):
                if siblings.index(clause) not in kept:
                    after = next((one.id for one in now[at + 1 :]), 0)
                    if not self._stands_before(clause.id, after, siblings):
                        gone = clause.id not in self._stored
                        name, english = clause.name, clause.name_en
                        yield ReturnedChange(ReturnedKind.MOVED, clause.id, name, english, before_id=after, gone=gone)

    def _stands_before(self, clause_id: int, after: int, siblings: Sequence[SentClause]) -> bool:
        """Whether it stands there here as well by now."""
        beside = {clause.id for clause in siblings}
        order = [one for one in self._stored if one in beside]
        return clause_id in order and [*order, 0][order.index(clause_id) + 1] == after

    def _said(self, text: SentText, found: Placed) -> bool:
        return any(line.words.strip() for line in found.texts.get(text.number, []))

    def _is_untracked(self, text: SentText) -> bool:
        """Whether the text differs from what was sent even without the tracked changes."""
        return not _same(returned_bits(self._before.texts.get(text.number, [])), text.parts)

    def _tracked(self, texts: Sequence[SentText]) -> tuple[TrackedBy, ...]:
        return tuple(dict.fromkeys(one for text in texts for one in self._paper.tracked.get(text.number, ())))

    def _language_of(self, text: int) -> str:
        return next((one.column.rpartition("_")[2] for one in self._sent.texts if one.number == text), "zh")

    def _name_of(self, text: int) -> str:
        clause_id = next((one.clause_id for one in self._sent.texts if one.number == text), 0)
        return next((clause.name for clause in self._sent.clauses if clause.id == clause_id), "")


def _parent(clause: SentClause) -> int:
    return clause.parent_id or 0


def _same(bits: Sequence[tuple[str, int]], parts: tuple[Part, ...]) -> bool:
    """Whether the words are those that were sent; white space at the ends of lines is nothing."""
    return _bare("".join(words for words, _number in bits)) == _bare(shown_text(parts))


def _bare(text: str) -> str:
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())


def _in_order(order: Sequence[int]) -> set[int]:
    """A longest rising run of the places."""
    best: list[list[int]] = []
    for value in order:
        before = [run for run in best if run[-1] < value]
        best.append([*_longest(before), value])
    return set(_longest(best))


def _longest(runs: list[list[int]]) -> list[int]:
    return max(runs, key=lambda run: len(run), default=[])
