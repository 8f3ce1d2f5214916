"""The settings of the office: their keys, defaults and bounds. Where they are kept: `office_settings`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeGuard, TypeVar

Value = TypeVar("Value", int, bool, str)


@dataclass(frozen=True, slots=True)
class OfficeSetting(Generic[Value]):
    """A setting with what holds until somebody chooses otherwise; of its kind, and for numbers within bounds."""

    key: str
    default: Value
    least: int = 0
    most: int = 0

    def fits(self, value: object) -> TypeGuard[Value]:
        """Whether `value` can be this setting's."""
        if type(value) is not type(self.default):
            return False
        return not isinstance(value, int) or isinstance(value, bool) or self.least <= value <= self.most


# Days after a meeting for which personal data of its people are kept (PIPL art. 19: no longer than necessary).
RETENTION_DAYS = OfficeSetting("privacy.retention_days", 90, least=1, most=3650)
# 姓氏笔画: 高富 before 高大富, as if nothing stood at the second place.
SINGLE_NAME_FIRST = OfficeSetting("names.single_given_name_first", True)
# Days before the end of an agreement from which the overview reminds of it.
EXPIRY_DAYS = OfficeSetting("agreements.expiry_days", 60, least=1, most=3650)
# The office's own table of ranks.
LADDERS_KEY = "names.ranks"
