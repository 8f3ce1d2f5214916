"""Which pages go on which sheets, in which order, and on which paper: plain reckoning, without a printer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Size = tuple[float, float]  # points
SAME = 3.0  # points by which two papers of one size may differ: drivers round


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a page lies on its paper, in points, and whether it is turned a quarter to the left."""

    paper: Size  # upright
    left: float
    top: float
    turned: bool


def in_order(pages: Sequence[int], copies: int, *, collate: bool, duplex: bool) -> tuple[int | None, ...]:
    """The pages as they are printed where the printer makes no copies itself; None is an empty back.

    Printed on both sides, each copy begins on a front: collated after an empty back where the count is odd, uncollated
    page by page with the back of each.
    """
    if copies <= 1:
        return tuple(pages)
    if collate:
        one: list[int | None] = [*pages]
        if duplex and len(one) % 2:
            one.append(None)
        return tuple(one * copies)
    if not duplex:
        return tuple(page for page in pages for _copy in range(copies))
    sheets = [pages[place : place + 2] for place in range(0, len(pages), 2)]
    return tuple(page for sheet in sheets for _copy in range(copies) for page in (*sheet, *[None] * (2 - len(sheet))))


def upright(size: Size) -> Size:
    """The paper of a page, short side first."""
    return min(size), max(size)


def paper_for(page: Size, offered: Sequence[Size]) -> Size | None:
    """The paper for a page: of its size, else the smallest that holds it; None where the printer has none.

    A printer that does not tell what it offers takes whatever is asked for.
    """
    wanted = upright(page)
    if not offered:
        return wanted
    holding = [
        paper for paper in map(upright, offered) if all(a <= b + SAME for a, b in zip(wanted, paper, strict=True))
    ]
    return min(holding, key=lambda paper: paper[0] * paper[1], default=None)


def place(page: Size, paper: Size, *, landscape: bool) -> Placed:
    """The page in the middle of the paper at its true size; turned where it lies across a sheet that is fed upright.

    `landscape`: the paper is fed, or shown, lying; `left` and `top` count from the corner of the page as it is read.
    """
    lying = page[0] > page[1]
    turned = lying != landscape and page[0] != page[1]
    wide, high = (max(paper), min(paper)) if landscape else (min(paper), max(paper))
    own = (page[1], page[0]) if turned else page
    return Placed(upright(paper), (wide - own[0]) / 2, (high - own[1]) / 2, turned)
