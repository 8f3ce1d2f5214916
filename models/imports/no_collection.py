"""Holds back the search for circles among objects while a plan is made or written: in the workers, on the command line,
in the window. While it goes on, nothing else does."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collection() -> Iterator[None]:
    """Millions of small values come and none of them goes: looking for circles among them takes half the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            _count_as_old()
            gc.enable()


@contextmanager
def short_pause() -> Iterator[None]:
    """As `no_collection`, for what the window does often: what was made is looked through afterwards as usual."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def collect_young() -> None:
    """Between two parts of a long work: what the last part left behind, without a look at all else."""
    if not gc.isenabled():
        gc.collect(1)


def stays_long() -> None:
    """What was made until now, a plan, stays a while: where the program has set its own parts aside, this goes there.

    It is let go of all the same when nobody holds it any more.
    """
    if gc.get_freeze_count():
        gc.freeze()


def _count_as_old() -> None:
    """What was made now is there to stay: the next short search need not go through it."""
    if not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()
