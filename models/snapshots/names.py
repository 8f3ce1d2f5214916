"""The two languages of a stored row, a person's name, and several texts in one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from models.rules import person_names
from models.snapshots.shapes import EMPTY, Bilingual, PersonName

if TYPE_CHECKING:
    from models import records


def both(row: records.Record, name: str) -> Bilingual:
    """The columns `name_zh` and `name_en` of a row."""
    zh, en = getattr(row, f"{name}_zh"), getattr(row, f"{name}_en")
    return Bilingual(zh, en) if zh or en else EMPTY


def person_name(person: records.Person) -> PersonName:
    """The name; where no English spelling is known, pinyin is proposed."""
    if person.name_en or not person.name_zh:
        return PersonName(person.name_zh, person.name_en)
    return PersonName(person.name_zh, person_names.propose_english(person.name_zh, person.family_name), True)


def joined(texts: Iterable[Bilingual], separator_en: str) -> Bilingual:
    """Texts joined by 、 and by an English separator, each once; a language that one of them lacks stays empty."""
    known = list(dict.fromkeys(text for text in texts if text))
    return Bilingual(
        "、".join(text.zh for text in known) if all(text.zh for text in known) else "",
        separator_en.join(text.en for text in known) if all(text.en for text in known) else "",
    )


def unit_and_department(unit: Bilingual, department: Bilingual) -> Bilingual:
    """武汉大学政治与公共管理学院 / School of Politics, Wuhan University; a language that either lacks stays empty."""
    if not (unit and department):
        return unit or department
    zh = unit.zh + department.zh if unit.zh and department.zh else ""
    return Bilingual(zh, f"{department.en}, {unit.en}" if unit.en and department.en else "")


def named_with_title(name: PersonName, title: Bilingual) -> Bilingual:
    """陈卫（站长） / Chen Wei (Head)."""
    zh, en = name.pick("zh"), name.pick("en")
    return Bilingual(f"{zh}（{title.zh}）" if title.zh else zh, f"{en} ({title.en})" if title.en else en)
