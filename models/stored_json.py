"""A JSON object as it is stored, parsed when first asked for: most of what a revision keeps is never looked at."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping


class StoredJson(Mapping[str, object]):
    """Stands for the object in the text. It goes to another process as the text it is."""

    __slots__ = ("_parsed", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._parsed: dict[str, object] | None = None

    def _object(self) -> dict[str, object]:
        if self._parsed is None:
            self._parsed = json.loads(self._text)
        return self._parsed

    def __getitem__(self, key: str) -> object:
        return self._object()[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._object())

    def __len__(self) -> int:
        return len(self._object())

    def __bool__(self) -> bool:
        return self._text != "{}" and bool(self._object())

    def __eq__(self, other: object) -> bool:
        if isinstance(other, StoredJson):
            return self._text == other._text or self._object() == other._object()
        return self._object() == other if isinstance(other, Mapping) else NotImplemented

    def __reduce__(self) -> tuple[type[StoredJson], tuple[str]]:
        return StoredJson, (self._text,)

    def __repr__(self) -> str:
        return f"StoredJson({len(self._text)} characters)"
