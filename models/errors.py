"""The one way a failure that the user can mend is told."""

from __future__ import annotations

Value = str | int | float | bool | None


class KnownError(Exception):
    """Something the user can mend: a code and its values; `ui/wording.py` makes the sentence.

    `code` is snake_case and names what happened ("workspace_newer"); `values` fill the sentence ("path", "version").
    """

    def __init__(self, code: str, **values: Value) -> None:
        super().__init__(code, values)
        self.code = code
        self.values: dict[str, Value] = values

    def __str__(self) -> str:
        given = ", ".join(f"{name}={value!r}" for name, value in self.values.items())
        return f"{self.code}({given})"

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (self.code, self.values)


def _rebuild(code: str, values: dict[str, Value]) -> KnownError:
    """Make the error again in another process (exports run in a worker)."""
    return KnownError(code, **values)
