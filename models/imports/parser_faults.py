"""A parser given a broken file may fail in a hundred ways; the user is told one thing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from defusedxml.common import DefusedXmlException

from models.errors import KnownError


@contextmanager
def parser_faults(name: str) -> Iterator[None]:
    """Whatever a parser raises means that the file is damaged; panics of compiled ones are no `Exception`."""
    try:
        yield
    except (KnownError, KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except DefusedXmlException as error:
        raise KnownError("slip_unsafe", name=name) from error
    except MemoryError as error:
        raise KnownError("slip_unpacks_too_large", name=name) from error
    except BaseException as error:
        raise KnownError("slip_damaged", name=name) from error
