"""Holds back the search for circles among objects while a plan is made: in the worker as on the command line."""

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


def _count_as_old() -> None:
    """What was made now is there to stay: the next short search need not go through it."""
    if not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()


def collect_young() -> None:
    """Between two parts of a long work: what the last part left behind, without a look at all else."""
    if not gc.isenabled():
        gc.collect(1)
