"""Texts on their way: an older snapshot brings nothing back, a newer one always counts."""

from __future__ import annotations

from datetime import datetime, timedelta

from ui.agreements.sent_texts import Place, SentTexts

PLACE: Place = (7, "body_zh")
NOON = datetime(2027, 5, 20, 12)
LATER = NOON + timedelta(seconds=1)


def sent(*steps: tuple[str, str]) -> SentTexts:
    made = SentTexts()
    for before, after in steps:
        made.send(PLACE, before, after)
    return made


def settled(texts: SentTexts, stored: str | None, at: datetime = NOON) -> str:
    """What is shown once a snapshot with a stored text came."""
    texts.settle(lambda _place: stored, at)
    return texts.newest(PLACE, stored or "")


def test_a_snapshot_taken_before_shows_what_was_told():
    assert settled(sent(("a", "b"), ("b", "c")), "a") == "c"
    assert settled(sent(("a", "b"), ("b", "c")), "b") == "c"


def test_a_snapshot_that_holds_it_ends_the_wait():
    texts = sent(("a ", "b"))
    assert settled(texts, "b") == "b"
    assert settled(texts, "a") == "a"


def test_what_somebody_else_wrote_meanwhile_is_shown():
    assert settled(sent(("a", "b")), "colleague") == "colleague"


def test_an_undo_right_after_it_was_stored_is_shown():
    texts = sent(("a", "b"))
    texts.stored(PLACE, "b", NOON)
    assert settled(texts, "a", LATER) == "a"


def test_a_snapshot_begun_before_it_was_stored_is_not_trusted():
    texts = sent(("a", "b"))
    texts.stored(PLACE, "b", LATER)
    assert settled(texts, "a", NOON) == "b"


def test_an_older_text_stored_is_not_yet_the_newest():
    texts = sent(("a", "b"), ("b", "c"))
    texts.stored(PLACE, "b", NOON)
    assert settled(texts, "b", LATER) == "c"


def test_a_refused_text_and_one_of_a_deleted_clause_are_forgotten():
    texts = sent(("a", "b"))
    texts.refuse(PLACE)
    assert texts.texts() == {}
    gone = sent(("a", "b"))
    gone.stored(PLACE, "b", NOON)
    assert (settled(gone, None, LATER), gone.texts()) == ("", {})
