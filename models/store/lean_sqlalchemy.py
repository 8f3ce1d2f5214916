"""Loads SQLAlchemy without what it imports and we never ask of it: asyncio, the metadata of packages, OpenSSL's hashes.

The window calls this before it opens a workspace: it saves eleven megabytes of its memory. What is asked of one of
these modules after all comes from the real one, imported then.
"""

from __future__ import annotations

import inspect
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

# The function is taken from asyncio while SQLAlchemy is being imported; it is the same question.
SPARED: dict[str, dict[str, Any]] = {
    "asyncio": {"iscoroutine": inspect.iscoroutine},
    "hashlib": {},
    "importlib.metadata": {},
}

_one_at_a_time = threading.Lock()


class StandIn(ModuleType):
    """Looks like a module that is imported when something is asked of it."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # asked by the import system, not for the sake of the module
            raise AttributeError(name)
        return getattr(_real(self.__name__), name)


def load_sqlalchemy() -> None:
    """Import SQLAlchemy, with stand-ins for the modules that are not there yet."""
    with _one_at_a_time:
        if "sqlalchemy" not in sys.modules:
            with _stand_ins():
                import_module("sqlalchemy")
                import_module("sqlalchemy.dialects.sqlite")


@contextmanager
def _stand_ins() -> Iterator[None]:
    missing = [name for name in SPARED if name not in sys.modules]
    for name in missing:
        sys.modules[name] = StandIn(name)
        vars(sys.modules[name]).update(SPARED[name])
    try:
        yield
    finally:
        for name in missing:
            if isinstance(sys.modules.get(name), StandIn):
                del sys.modules[name]


def _real(name: str) -> ModuleType:
    if isinstance(sys.modules.get(name), StandIn):  # asked while SQLAlchemy is still being imported
        del sys.modules[name]
    return import_module(name)
