"""The table of a batch: a line a counterparty, with what its agreement has of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from models.imports.party_table import Known, PartyLine, plan_party_table, read_amount, split_list
from models.rules.numerals import format_amount
from resources.languages import translator
from ui.agreements.fact_names import fact_word
from ui.agreements.rows import N_
from ui.widgets.picker_entries import Entry
from ui.widgets.row_model import Column, EditorKind

if TYPE_CHECKING:
    from models.actions.batch_agreements import BatchRow
    from ui.widgets.edit_model import CellEdit

CREATE = N_("Create “{text}”")
ADD_WORDS = N_("＋ Type a unit, or paste rows from Excel or WPS")
ANSWER = "answer:"
Named = int | str | None


@dataclass(frozen=True)
class BatchLine:
    """A line as it is typed. A unit or person is a record by id, or a name to be added."""

    id: int
    unit: Named = None
    signatory: Named = None
    capacity_zh: str = ""
    capacity_en: str = ""
    third: Named = None
    areas_zh: str = ""
    areas_en: str = ""
    bases: str = ""
    amount: Decimal | None = None
    answers: Mapping[str, str] = field(default_factory=dict)  # column of the answer → text
    left_out: frozenset[str] = frozenset()  # clauses that this agreement goes without
    number: int = 0
    clauses: str = ""  # how many stand, of how many
    without: tuple[str, ...] = ()  # keys of those that fall away: what they depend on is not there
    title: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Offers:
    """Whom and what there is to pick, with names typed here that are on no list yet."""

    people: tuple[Entry, ...] = ()
    units: tuple[Entry, ...] = ()
    bases: tuple[str, ...] = ()
    added: tuple[Entry, ...] = ()

    def name_of(self, named: Named) -> str:
        """The words of a unit; a name to be added is its own."""
        return _words(self.units, named)

    def naming(self, *names: Named) -> Offers:
        """With names that are on no list: they are added with the agreements."""
        known = {entry.value for entry in self.added}
        new = dict.fromkeys(name for name in names if isinstance(name, str) and name and name not in known)
        return replace(self, added=(*self.added, *(Entry(name, name) for name in new)))

    def person_of(self, named: Named) -> str:
        """The words of a person."""
        return _words(self.people, named)


def _words(entries: Sequence[Entry], named: Named) -> str:
    if named is None or isinstance(named, str):
        return named or ""
    return next((entry.words for entry in entries if entry.value == named), "")


class LineColumns:
    """Makes the columns; `offers` says what there is to pick when somebody asks."""

    def __init__(self, offers: Callable[[], Offers]) -> None:
        self._offers = offers

    def made(self, questions: Sequence[str], language: str, *, english: bool) -> tuple[Column, ...]:
        """All columns; `questions` are those of the template."""
        return (
            Column("number", "", lambda row, _: str(row.number), token=lambda _: "ink_faint", handle=True),
            self._pick("unit", N_("Unit"), strong=True),
            self._pick("signatory", N_("Signatory")),
            _line("capacity_zh", N_("Signs as")),
            _line("capacity_en", N_("Signs as, in English"), hidden=not english),
            self._pick("third", N_("Third party"), hidden=True),
            _line("areas_zh", N_("Own fields"), flexible=True),
            _line("areas_en", N_("Fields in English"), hidden=not english),
            _line("bases", N_("Joint bases"), suggestions=lambda _row, _language: self._offers().bases),
            Column(
                "amount",
                N_("Amount in yuan"),
                lambda row, _: "" if row.amount is None else format_amount(row.amount),
                right=True,
                value=lambda row, _: "" if row.amount is None else format_amount(row.amount),
            ),
            *(_answer(name, form, language) for name in questions for form in ("zh", "en")[: 1 + english]),
            Column(
                "clauses",
                N_("Clauses"),
                lambda row, _: row.clauses,
                right=True,
                token=lambda row: "warn" if row.left_out else "ink_soft",
                tip=lambda row, language: row.title[language == "en"] or row.title[0],
            ),
        )

    def _pick(self, key: str, heading: str, *, strong: bool = False, hidden: bool = False) -> Column:
        def entries(_language: str) -> Sequence[Entry]:
            offers = self._offers()
            known = offers.people if key == "signatory" else offers.units
            return (*known, *offers.added) if offers.added else known

        def text(row: BatchLine, _language: str) -> str:
            offers = self._offers()
            return (offers.person_of if key == "signatory" else offers.name_of)(getattr(row, key))

        return Column(
            key,
            heading,
            text,
            yielding=not strong,
            strong=strong,
            value=lambda row, _: getattr(row, key),
            editor=EditorKind.PICK,
            entries=entries,
            create_words=CREATE,
            hidden=hidden,
            token=lambda row: "accent" if isinstance(getattr(row, key), str) else "ink",
            tip=lambda row, language: _new_words(getattr(row, key), key == "signatory", language),
        )


def _new_words(named: Named, person: bool, language: str) -> str:
    """That a name is on no list yet."""
    _ = translator(language).gettext
    said = (
        _("“{text}” is a new person: they will be added") if person else _("“{text}” is a new unit: it will be added")
    )
    return said.format(text=named) if isinstance(named, str) else ""


def _answer(name: str, form: str, language: str) -> Column:
    """An answer of each line, in one of the languages of the text; `language` is that of the heading."""
    key = f"{ANSWER}{name}_{form}"
    _ = translator(language).gettext
    spoken = _("{fact} (English)") if form == "en" else "{fact}"

    def text(row: BatchLine, _language: str) -> str:
        return row.answers.get(key, "")

    heading = spoken.format(fact=fact_word(name, language))
    return Column(key, heading[:1].upper() + heading[1:], text, value=text, yielding=True, hidden=True)


def _line(
    key: str,
    heading: str,
    *,
    hidden: bool = False,
    flexible: bool = False,
    suggestions: Callable[[Any, str], Sequence[str]] | None = None,
) -> Column:
    def text(row: BatchLine, _language: str) -> str:
        said: str = getattr(row, key)
        return said

    return Column(
        key, heading, text, value=text, flexible=flexible, yielding=True, hidden=hidden, suggestions=suggestions
    )


def with_cell(line: BatchLine, key: str, value: Any) -> BatchLine:
    """The line with another value in a column. ValueError for an amount that cannot be read."""
    if key.startswith(ANSWER):
        answers = {name: text for name, text in line.answers.items() if name != key}
        return replace(line, answers=answers | ({key: value.strip()} if value.strip() else {}))
    if key == "amount":
        return replace(line, amount=read_amount(str(value or "")))
    changed: dict[str, Any] = {key: value.strip() if isinstance(value, str) else value}
    return replace(line, **changed)


def with_cells(lines: Sequence[BatchLine], edits: Sequence[CellEdit]) -> tuple[tuple[BatchLine, ...], list[CellEdit]]:
    """The lines after edits, and those edits that do not fit."""
    changed, refused = {line.id: line for line in lines}, []
    for edit in edits:
        try:
            changed[edit.row_id] = with_cell(changed[edit.row_id], edit.column_key, edit.after)
        except ValueError:
            refused.append(edit)
    return tuple(changed.values()), refused


def named_in(lines: Sequence[BatchLine]) -> tuple[Named, ...]:
    """The units and people of the lines."""
    return tuple(name for line in lines for name in (line.unit, line.signatory, line.third))


def moved(lines: Sequence[BatchLine], ids: Sequence[int], before_id: int | None) -> tuple[BatchLine, ...]:
    """The lines with some of them, in this order, before another; at the end where none is named."""
    by_id = {line.id: line for line in lines}
    others = [line for line in lines if line.id not in ids]
    place = next((number for number, line in enumerate(others) if line.id == before_id), len(others))
    return (*others[:place], *(by_id[one] for one in ids), *others[place:])


def unit_called(typed: str, known: Known | None) -> int | str:
    """The unit that is called exactly so, else the name, to be added."""
    plan = plan_party_table([[typed]], known, columns=("unit",)) if known is not None else None
    return plan.lines[0].unit if plan is not None and plan.lines and not plan.remarks else typed


def line_of(read: PartyLine, number: int) -> BatchLine:
    """A pasted line."""
    return BatchLine(
        number,
        read.unit,
        read.signatory,
        read.capacity_zh,
        read.capacity_en,
        read.third,
        read.areas_zh,
        read.areas_en,
        read.bases,
        read.amount,
    )


def pairs_of(zh: str, en: str) -> tuple[tuple[str, str], ...]:
    """Two lists side by side."""
    return tuple(zip_longest(split_list(zh), split_list(en), fillvalue=""))


def answers_of(given: Mapping[str, Any]) -> dict[str, tuple[str, str]]:
    """“answer:court_zh” and “answer:court_en” as one answer."""
    answers: dict[str, tuple[str, str]] = {}
    for key, text in given.items():
        if key.startswith(ANSWER) and text:
            name, english = key.removeprefix(ANSWER)[:-3], key.endswith("_en")
            zh, en = answers.get(name, ("", ""))
            answers[name] = (zh, str(text)) if english else (str(text), en)
    return answers


def batch_row(line: BatchLine, others: Sequence[Any]) -> BatchRow:
    """What is to be drafted for a line; `others` are its further parties."""
    from models.actions.batch_agreements import BatchParty, BatchRow

    return BatchRow(
        party=BatchParty(line.unit, line.signatory, (line.capacity_zh, line.capacity_en)),
        others=tuple(others),
        areas=pairs_of(line.areas_zh, line.areas_en),
        bases=split_list(line.bases),
        amount=line.amount,
        answers=answers_of(line.answers),
        left_out=line.left_out,
    )
