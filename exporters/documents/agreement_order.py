"""倒本: an agreement in the order of the party that keeps the copy. The words between stay as they are.

The party is named first where parties are listed: on the cover, in the title, in the parties block, where they sign.
Its label stays its own (乙方 comes first and is still 乙方), or 甲 and 乙 are swapped throughout. Both are made from
the finished blocks, so a frozen text gives its copies, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from exporters.blocks import Block, Cover, Document, FieldList, SignatureArea, Title
from exporters.documents.agreement_labels import relabeled
from exporters.documents.agreement_quotes import inside_marks
from models.snapshots.agreement_values import party_label
from models.snapshots.shapes import Agreement, AgreementParty, Bilingual

Item = TypeVar("Item")
Spellings = Sequence[Sequence[str]]  # for each party, its name as a title may spell it

_ARTICLE = "the "


def party_first(document: Document, agreement: Agreement, first: int, *, swap_labels: bool = False) -> Document:
    """The agreement with its party number `first` (from 0, witnesses not counted) named first."""
    parties = [party for party in agreement.parties if not party.is_witness]
    if first == 0:
        return document
    order = (first, *(place for place in range(len(parties)) if place != first))
    title = turned_title(document.title, spellings(parties, document.language), first)
    turned = replace(document, title=title, blocks=tuple(_turned(document, agreement, order, title)))
    return relabeled(turned, order) if swap_labels else turned


def turned_title(title: str, names: Spellings, first: int) -> str:
    """The title with the party's name before those of the others; as it was where it does not name the party."""
    slots = sorted(filter(None, (_slot(title, party, names) for party in range(len(names)))))
    named = [party for _start, _end, party in slots]
    if first not in named or named[0] == first:
        return title
    phrases = {party: title[start:end] for start, end, party in slots}
    order = [first, *(party for party in named if party != first)]
    for (start, end, _party), party in reversed(list(zip(slots, order, strict=True))):
        title = title[:start] + phrases[party] + title[end:]
    return title


def spellings(parties: Sequence[AgreementParty], language: str) -> list[list[str]]:
    """Full and short names with and without department, the longest first."""
    return [sorted(set(_names(party, language)), key=len, reverse=True) for party in parties]


def _names(party: AgreementParty, language: str) -> Iterator[str]:
    unit = party.organization
    if unit is not None:
        texts: tuple[Bilingual, ...] = (unit.name, unit.short_name)
        yield from (text.pick(language) for text in texts if text)
        if party.department:
            pair = "{} ({})" if language == "en" else "{}（{}）"
            yield pair.format(unit.name.pick(language), party.department.pick(language))


def _slot(title: str, party: int, names: Spellings) -> tuple[int, int, int] | None:
    """Where the title names the party, with the article before it; None where it does not, or more than once."""
    found = next((name for name in names[party] if name in title), "")
    if not found or title.count(found) > 1 or _is_part_of_another(found, title, party, names):
        return None
    start = title.index(found)
    begin = start - len(_ARTICLE) if title[:start].endswith(_ARTICLE) else start
    return begin, start + len(found), party


def _is_part_of_another(name: str, title: str, party: int, names: Spellings) -> bool:
    """Whether the name stands only inside a longer one (云岭县 in 云岭县教育局)."""
    others = [other for number, group in enumerate(names) if number != party for other in group if other in title]
    return any(name in other and name != other for other in others)


def _turned(document: Document, agreement: Agreement, order: tuple[int, ...], title: str) -> Iterator[Block]:
    names = spellings([party for party in agreement.parties if not party.is_witness], document.language)
    blocks = iter(_parties_turned(document, order))
    for block in blocks:
        if isinstance(block, Cover):
            yield replace(block, parties=_ordered(block.parties, order), lines=_lines(block.lines, names, order[0]))
        elif isinstance(block, Title):
            yield replace(block, lines=_lines(block.lines, names, order[0]))
        elif isinstance(block, SignatureArea):
            said, turned = (inside_marks(one, document.language) for one in (document.title, title))
            alone = block.alone.replace(said, turned)
            yield replace(block, parties=_ordered(block.parties, order), alone=alone)
        else:
            yield block


def _parties_turned(document: Document, order: tuple[int, ...]) -> list[Block]:
    """The blocks with the parties' own lists in the new order; what stands between them stays."""
    labels = [party_label(place).pick(document.language) for place in range(len(order))]
    blocks = list(document.blocks)
    places = [_place_of(label, blocks) for label in labels]
    lists = [blocks[place] for place in places]
    for place, party in zip(places, order, strict=True):
        blocks[place] = lists[party]
    return blocks


def _place_of(label: str, blocks: Sequence[Block]) -> int:
    """Where the list stands that begins with a party's label."""
    return next(
        place
        for place, block in enumerate(blocks)
        if isinstance(block, FieldList) and block.fields and block.fields[0].label == label
    )


def _ordered(items: tuple[Item, ...], order: tuple[int, ...]) -> tuple[Item, ...]:
    """The items in the new order; those beyond the parties (witnesses) after them."""
    return (*(items[place] for place in order), *items[len(order) :])


def _lines(lines: tuple[str, ...], names: Spellings, first: int) -> tuple[str, ...]:
    return tuple(turned_title("\n".join(lines), names, first).split("\n"))
