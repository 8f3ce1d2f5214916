"""Units and titles as one says them: each title with its own unit, and nothing said twice.

The posts 中共云岭县委员会, 县委常委 and 中共云岭县委组织部, 部长 are said 中共云岭县委常委、组织部部长. In a list the
unit column holds the first unit, and the title column says the others' units with their titles.
"""

from __future__ import annotations

from exporters.documents.phrasebook import Phrasebook
from models.snapshots.shapes import Attendee, Post

Pair = tuple[str, str]  # unit and title
COMMITTEE, ITS_SHORT_FORM = "委员会", "委"


def said(attendee: Attendee, book: Phrasebook) -> str:
    """All posts in one phrase: before the name in Chinese, behind it in English."""
    pairs = _pairs(attendee, book)
    if book.language == "zh":
        return _chinese(pairs)
    following = [unit for unit, _ in pairs[1:]] + [""]
    named_once = [("" if unit == following[place] else unit, title) for place, (unit, title) in enumerate(pairs)]
    return "; ".join(_english(pair) for pair in named_once)


def list_unit(attendee: Attendee, book: Phrasebook) -> str:
    """What the unit column says: the unit of the first post."""
    return _pairs(attendee, book)[0][0]


def list_title(attendee: Attendee, book: Phrasebook) -> str:
    """What the title column says: the first title, and the others with their units."""
    (unit, title), *others = _pairs(attendee, book)
    if book.language == "en":
        same = [(("" if other == unit else other), words) for other, words in others]
        return "; ".join(part for part in (title, *(_english(pair) for pair in same)) if part)
    further = _chinese(others, said_before=_short(unit, title)[0])
    return "、".join(part for part in (title, further) if part)


def _pairs(attendee: Attendee, book: Phrasebook) -> list[Pair]:
    """The posts, as long as unit and title of this meeting were put together from them."""
    unit, title = book.text(attendee.unit), book.text(attendee.title)
    posts = [(_post_unit(post, book), book.text(post.title)) for post in attendee.posts]
    if len(posts) > 1 and all(own in unit and words in title for own, words in posts):
        return posts
    return [(unit, title)]


def _post_unit(post: Post, book: Phrasebook) -> str:
    unit, department = book.text(post.organization.name) if post.organization else "", book.text(post.department)
    if not department:
        return unit
    return unit + department if book.language == "zh" else book.join((department, unit))


def _english(pair: Pair) -> str:
    """The title with its unit, unless it names the unit itself."""
    unit, title = pair
    return ", ".join(part for part in (title, "" if unit in title else unit) if part)


def _chinese(pairs: list[Pair], said_before: str = "") -> str:
    parts = []
    for unit, title in pairs:
        short, rest = _short(unit, title)
        parts.append(short.removeprefix(said_before) + rest)
        said_before = short
    return "、".join(part for part in parts if part)


def _short(unit: str, title: str) -> Pair:
    """中共云岭县委员会 and 县委书记 → 中共云岭县委 and 书记: the committee is not named twice."""
    short = unit.removesuffix(COMMITTEE) + ITS_SHORT_FORM
    if unit.endswith(COMMITTEE) and title.startswith(short[-2:]):
        return short, title[2:]
    return unit, title
