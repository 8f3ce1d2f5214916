"""What the other side changed, clause by clause, each to be accepted or refused by itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from models.errors import KnownError
from models.imports.returned_docx import ReturnedComment, ReturnedPaper
from models.imports.returned_paragraphs import Beside, BesideKind, TrackedBy
from models.rules.merged_text import LONGEST, FieldChange, merged, shown_text
from models.rules.returned_lines import AddedClause, FixedChange, Placed, placed, returned_bits
from models.rules.returned_moves import moves
from models.rules.typed_numbers import mark_of, typed_mark
from models.rules.unseen_letters import without_unseen
from models.sent_texts import Part, SentClause, SentPaper, SentText

MOST_CHANGES = 500  # no agreement has so many texts, and nobody decides so many one by one
Sources = Mapping[int, Mapping[str, str]]  # clause → column → the text as it is stored now


class ReturnedKind(StrEnum):
    """What was done to a clause."""

    REWORDED = "reworded"
    DELETED = "deleted"
    ADDED = "added"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class ClauseAt:
    """Another clause that a change names. `holds`: whether clauses can stand below it; none do below an annex."""

    id: int
    name: str = ""
    name_en: str = ""
    holds: bool = True


NOWHERE = ClauseAt(0)  # outside the clauses


@dataclass(frozen=True, slots=True)
class ReturnedChange:
    """One difference. `old` and `new` as printed; `source` is the new text as it would be stored in `column`.

    `stored`: the text of the clause as it is stored now, which a decision must not overwrite unseen. `ours`: it is
    another one than went out. `gone`: the clause is no longer there. `untracked`: not all of it was tracked. Of an
    added clause `clause_id` is the one it stands behind, `level` its depth and `source_en` its English, where it came
    in both languages; of a moved one, `before` the one it now stands before (None: at the end), `into` the one it now
    stands below (None: below its own still).
    """

    kind: ReturnedKind
    clause_id: int
    name: str = ""
    name_en: str = ""
    column: str = ""
    old: str = ""
    new: str = ""
    source: str = ""
    source_en: str = ""
    stored: str = ""
    ours: bool = False
    gone: bool = False
    untracked: bool = False
    level: int = 0
    before: ClauseAt | None = None
    into: ClauseAt | None = None
    fields: tuple[FieldChange, ...] = ()
    tracked: tuple[TrackedBy, ...] = ()
    comments: tuple[ReturnedComment, ...] = ()

    @property
    def only_told(self) -> bool:
        """Whether nothing can be written: a fixed part alone was touched, or no clause can stand there."""
        if self.into is not None and not self.into.holds:
            return True
        return self.kind is ReturnedKind.REWORDED and self.new == self.old


@dataclass(frozen=True, slots=True)
class Returned:
    """All that came back. `comments`: those on clauses that did not change, and on the rest of the paper, with the
    clause; `fixed`: what was changed although it was fixed, which is never taken over; `beside`: notes, boxes,
    pictures and the like, which cannot be taken over, with the clause.
    """

    changes: tuple[ReturnedChange, ...]
    fixed: tuple[FixedChange, ...] = ()
    comments: tuple[tuple[ClauseAt, ReturnedComment], ...] = ()
    beside: tuple[tuple[ClauseAt, Beside], ...] = ()

    @property
    def is_same(self) -> bool:
        """Whether the paper says what it said when it went out."""
        return not (self.changes or self.fixed or self.beside)

    @property
    def all_deleted(self) -> bool:
        """Whether no clause is left."""
        return bool(self.changes) and all(one.kind is ReturnedKind.DELETED for one in self.changes)


def returned_changes(sent: SentPaper, paper: ReturnedPaper, stored: Sources) -> Returned:
    """The differences between what was sent and what came back, in the order of the clauses.

    KnownError: returned_clause_too_long (name, clause, most), returned_too_many (name, count, most).
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
        self._refuse_too_many(len(self._now.added))  # before each is compared with all that is stored
        deleted = self._deleted()
        changes = list(self._by_clause(deleted))
        changes += self._moved(deleted)
        self._refuse_too_many(len(changes))
        fixed = [*self._now.fixed, *(() if _is_reordered(changes) else self._renumbered())]
        rest = tuple((self._clause_of(one.text), one) for one in self._paper.comments if one.text not in self._told)
        return Returned(tuple(changes), tuple(fixed), rest, tuple(self._beside()))

    def _refuse_too_many(self, count: int) -> None:
        if count > MOST_CHANGES:
            raise KnownError("returned_too_many", name=self._paper.name, count=count, most=MOST_CHANGES)

    def _beside(self) -> Iterator[tuple[ClauseAt, Beside]]:
        for text, one in self._paper.beside:
            yield self._clause_of(text), one
        if self._sent.margins:
            new = (line for line in self._paper.margins if line not in self._sent.margins)
            yield from ((NOWHERE, Beside(BesideKind.MARGIN, line)) for line in new)

    def _renumbered(self) -> Iterator[FixedChange]:
        """Numbers written by hand that are not those that the clauses had."""
        for number, typed in self._now.typed.items():
            text = next(one for one in self._sent.texts if one.number == number)
            clause = next(one for one in self._sent.clauses if one.id == text.clause_id)
            mark = clause.mark_en if text.column.endswith("_en") else clause.mark
            if typed_mark(mark) != typed:
                first = shown_text(text.parts).split("\n")[0]
                yield FixedChange(f"{typed_mark(mark)} {first}", f"{typed} {first}")

    def _by_clause(self, deleted: set[int]) -> Iterator[ReturnedChange]:
        added: dict[int, list[AddedClause]] = {}
        for one in self._now.added:  # a text torn in two stands before some of them, and behind others
            added.setdefault(one.behind, []).append(one)
        texts = {clause_id: list(run) for clause_id, run in groupby(self._sent.texts, key=lambda one: one.clause_id)}
        for clause in self._sent.clauses:
            own = texts.get(clause.id, [])
            if clause.id in deleted:
                yield from self._deletion(clause, own, deleted)
            else:
                yield from (change for text in own for change in self._of_text(clause, text))
            new = [one for text in own for one in added.get(text.number, []) if not self._is_here(one)]
            yield from (self._added(clause, one, other) for one, other in _in_pairs(new))

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

    def _of_text(self, clause: SentClause, text: SentText) -> Iterator[ReturnedChange]:
        change, body = self._reworded(clause, text), self._new_body(clause, text)
        yield from (one for one in (change, body) if one is not None)

    def _new_body(self, clause: SentClause, heading: SentText) -> ReturnedChange | None:
        """A text for a clause that went out with a heading alone."""
        lines = self._now.bodies.get(heading.number)
        if not lines:
            return None
        column, result = heading.column.replace("heading", "body"), merged((), returned_bits(lines), self._fields)
        stored = self._stored.get(clause.id, {}).get(column)
        if stored is not None and _bare(stored) == _bare(result.source):
            return None
        by = dict.fromkeys(one for line in lines for one in line.tracked)
        return ReturnedChange(
            ReturnedKind.REWORDED,
            clause.id,
            clause.name,
            clause.name_en,
            column,
            new=result.shown,
            source=result.source,
            stored=stored or "",
            ours=bool(stored),
            gone=stored is None,
            untracked=bool(self._before.bodies.get(heading.number)) or not by,
            tracked=tuple(by),
        )

    def _reworded(self, clause: SentClause, text: SentText) -> ReturnedChange | None:
        bits = returned_bits(self._now.texts.get(text.number, []))
        if sum(len(words) for words, _number in bits) > LONGEST:
            raise KnownError("returned_clause_too_long", name=self._paper.name, clause=clause.name, most=LONGEST)
        sent = shown_text(text.parts)
        if _same(bits, text.parts):
            return None
        result = merged(text.parts, bits, self._fields)
        stored = self._stored.get(text.clause_id, {}).get(text.column)
        taken_over = stored is not None and _bare(stored) == _bare(result.source)
        if taken_over and all(one.now is None for one in result.fields):
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

    def _added(self, clause: SentClause, one: AddedClause, other: AddedClause | None) -> ReturnedChange:
        """`other`: the same in English."""
        was = any(before.lines == one.lines for before in self._before.added)
        by = {change: None for line in self._paper.now if line.words.endswith(one.lines[0]) for change in line.tracked}
        words, english = "\n".join(one.lines), "\n".join(other.lines) if other else ""
        return ReturnedChange(
            ReturnedKind.ADDED,
            clause.id,
            clause.name,
            clause.name_en,
            column=f"body_{one.language}",
            new="\n".join(filter(None, (words, english))),
            source=merged((), [(words, 0)]).source,
            source_en=merged((), [(english, 0)]).source,
            gone=clause.id not in self._stored,
            untracked=was or not by,
            level=one.level,
            tracked=tuple(by),
        )

    def _is_here(self, one: AddedClause) -> bool:
        """Whether a clause says this by now: it was taken over before."""
        language, wanted = one.language, _bare("\n".join(one.lines))
        texts = ((of[f"heading_{language}"], of[f"body_{language}"]) for of in self._stored.values())
        return any(_bare("\n".join(pair)) == wanted for pair in texts)

    def _moved(self, deleted: set[int]) -> Iterator[ReturnedChange]:
        clause_of = {text.number: text.clause_id for text in self._sent.texts}
        now = dict.fromkeys(clause_of[number] for number in self._now.texts)
        for move in moves(self._sent.clauses, [one for one in now if one not in deleted], list(self._stored)):
            clause, before, into = move.clause, move.before, move.into
            by = self._tracked([text for text in self._sent.texts if text.clause_id == clause.id])
            yield ReturnedChange(
                ReturnedKind.MOVED,
                clause.id,
                clause.name,
                clause.name_en,
                before=ClauseAt(before.id, before.name, before.name_en) if before else None,
                into=ClauseAt(into.id, into.name, into.name_en, mark_of(into.mark)[0] is not None) if into else None,
                gone=clause.id not in self._stored,
                untracked=not by,
                tracked=by,
            )

    def _said(self, text: SentText, found: Placed) -> bool:
        return any(line.words.strip() for line in found.texts.get(text.number, []))

    def _is_untracked(self, text: SentText) -> bool:
        """Whether the text differs from what was sent even without the tracked changes."""
        return not _same(returned_bits(self._before.texts.get(text.number, [])), text.parts)

    def _tracked(self, texts: Sequence[SentText]) -> tuple[TrackedBy, ...]:
        return tuple(dict.fromkeys(one for text in texts for one in self._paper.tracked.get(text.number, ())))

    def _clause_of(self, text: int) -> ClauseAt:
        """The clause of a text; one without a name for none."""
        clause_id = next((one.clause_id for one in self._sent.texts if one.number == text), 0)
        found = next((clause for clause in self._sent.clauses if clause.id == clause_id), None)
        return ClauseAt(found.id, found.name, found.name_en) if found else NOWHERE


def _is_reordered(changes: Sequence[ReturnedChange]) -> bool:
    """Whether clauses came, went or moved, so that numbers are others anyway."""
    return any(one.kind is not ReturnedKind.REWORDED for one in changes)


def _same(bits: Sequence[tuple[str, int]], parts: tuple[Part, ...]) -> bool:
    """Whether the words are those that were sent; letters that nobody sees and spaces at the ends are nothing."""
    return _bare("".join(words for words, _number in bits)) == _bare(without_unseen(shown_text(parts)))


def _bare(text: str) -> str:
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())


def _in_pairs(added: Sequence[AddedClause]) -> list[tuple[AddedClause, AddedClause | None]]:
    """New clauses with their English, where as many came in both languages."""
    chinese = [one for one in added if one.language == "zh"]
    english = [one for one in added if one.language == "en"]
    if [one.level for one in chinese] == [one.level for one in english]:
        return list(zip(chinese, english, strict=True))
    return [(one, None) for one in added]
