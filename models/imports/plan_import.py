"""Makes the plan of an import from what was understood and what is known. Pure: the same input, the same plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from models.codes import Reply
from models.imports.book import Note
from models.imports.crowd import Crowd, id_of, marks_of
from models.imports.differences import differences, take_over
from models.imports.known_people import KnownPeople
from models.imports.likeness import Judgment, Verdict
from models.imports.plan import Action, Candidate, ImportPlan, PlanRow, ReadFile
from models.imports.plan_groups import GroupPlanner, origin_of
from models.imports.somebody import Somebody, Units, of_person, of_row, phones_in
from models.imports.stored_fields import UNIT
from models.imports.tables import RowKind, SlipRow
from models.rules.masking import mask_phone
from models.rules.name_likeness import name_keys

MOST_CANDIDATES = 5  # offered for a doubt
MOST_NAMESAKES = 2  # shown beside somebody new
_MORE_KEYS = frozenset(("name_en", "phone_2", "id_number"))


def plan_import(
    files: Sequence[ReadFile], known: KnownPeople, *, refused_files: Sequence[tuple[str, Note]] = ()
) -> ImportPlan:
    """The plan over all files, their rows in order. A file that is there twice is refused the second time."""
    once, twice = _once(files)
    slips = [(file.book.name, slip) for file in once for slip in file.understood.rows]
    keys = [_keys(slip.values) for _name, slip in slips]
    planner = Planner(known, Counter(chain.from_iterable(keys)))
    for (name, slip), shared in zip(slips, keys, strict=True):
        planner.plan(name, slip, shared)
    notes = _met_before([file.book.name for file in once if file.book.sha256 in known.kept_slips])
    return ImportPlan(known.meeting_id, tuple(once), tuple(planner.rows), (*refused_files, *twice), notes=notes)


def _met_before(files: Sequence[str]) -> tuple[Note, ...]:
    """Slips that lie beside the meeting already."""
    if not files:
        return ()
    if len(files) == 1:
        return (Note("imported_before", {"file": files[0]}),)
    return (Note("several_imported_before", {"file": files[0], "count": len(files)}),)


def _once(files: Sequence[ReadFile]) -> tuple[list[ReadFile], list[tuple[str, Note]]]:
    """The files with different contents, and the others."""
    first: dict[str, str] = {}
    once, twice = [], []
    for file in files:
        name, digest = file.book.name, file.book.sha256
        if digest and digest in first:
            twice.append((name, Note("file_twice", {"file": name, "first": first[digest]})))
        else:
            first[digest] = name
            once.append(file)
    return once, twice


class Planner:
    """Takes the rows one after the other; each is compared with everybody known and with the rows before."""

    def __init__(self, known: KnownPeople, common: Counter[str]) -> None:
        self.rows: list[PlanRow] = []
        self._units = Units(known)
        self._groups = GroupPlanner(known, self._units)
        self._crowd = Crowd()
        self._common = common  # how many have each name or phone: who shares none is compared with nobody
        self._add_known(known)

    def _add_known(self, known: KnownPeople) -> None:
        """Of all people those whom a row may be."""
        listed = {attendee.person_id: attendee for attendee in known.attendees}
        for person in known.people:
            keys = _keys(person.values, person.other_names)
            if not self._common.keys().isdisjoint(keys):
                self._crowd.add(of_person(person, self._units, listed.get(person.id)))
                self._common.update(keys)

    def plan(self, file: str, slip: SlipRow, shared: Iterable[str]) -> None:
        """Plan a row; `shared`: what it may have in common with others."""
        key = len(self.rows)
        if slip.kind is RowKind.PERSON and (slip.values.get("name_zh") or slip.values.get("name_en")):
            alone = not slip.struck and max(map(self._common.__getitem__, shared)) < 2
            plain = PlanRow(key, file, slip, Action.ADD, slip.notes)
            self.rows.append(plain if alone else self._plan_person(plain))
        elif slip.kind is RowKind.GROUP:
            self.rows.append(self._groups.plan(key, file, slip))
        else:
            notes = slip.notes if slip.kind is RowKind.REFUSED else (*slip.notes, Note("no_name"))
            self.rows.append(PlanRow(key, file, slip, Action.REFUSE, notes))

    def _plan_person(self, plain: PlanRow) -> PlanRow:
        slip = plain.slip
        row = of_row(slip.values, self._units)
        row.row_key, row.origin, row.tentative = plain.key, origin_of(plain.file, slip), slip.struck
        return self._place(plain, row)

    def _place(self, plain: PlanRow, row: Somebody) -> PlanRow:
        """Somebody known, somebody new, or a doubt between the two."""
        marks = marks_of(row)
        found = self._crowd.find(row, marks)
        sure = [one for judgment, one in found if judgment.verdict is Verdict.SURE]
        if len(sure) == 1 and not sure[0].tentative and not row.tentative:
            return self._known(plain, row, sure[0], found)
        doubts = [pair for pair in found if pair[0].verdict <= Verdict.DOUBT]
        row.tentative = row.tentative or bool(doubts)
        self._crowd.add(row, marks)
        notes = [Note(_reason(judgment, one, len(sure)), _told(one, len(doubts))) for judgment, one in found[:1]]
        return _row(plain, Action.DOUBT if row.tentative else Action.ADD, row, found, *notes)

    def _known(
        self, plain: PlanRow, row: Somebody, one: Somebody, found: Sequence[tuple[Judgment, Somebody]]
    ) -> PlanRow:
        """Write what differs; somebody not on the list yet is put there."""
        taken = _candidate(plain.slip, row, one, found[0][0].reasons)
        notes = _notes_on(plain.slip, one)
        if one.attendance_id is None and one.row_key is None:
            action = Action.ADD
            one.row_key = plain.key
            one.values.update({name: text for name, text in plain.slip.values.items() if name not in one.values})
        else:
            action = Action.UPDATE if taken.differences else Action.SAME
        take_over(one, row, taken.differences)
        one.origin = one.origin or row.origin
        self._crowd.add(one)
        others = tuple(_candidate(plain.slip, row, other, why.reasons) for why, other in found[1:MOST_CANDIDATES])
        return PlanRow(plain.key, plain.file, plain.slip, action, (*plain.reasons, *notes), (taken, *others), taken)


def _notes_on(slip: SlipRow, one: Somebody) -> list[Note]:
    """What is told of somebody who is known."""
    notes = []
    if one.origin:
        notes.append(Note("earlier_row", {"place": one.origin}))
    elif one.attendance_id is None:
        notes.append(Note("known_person", _told(one, 1)))
    open_reply = one.values.get("reply", "") in ("", Reply.INVITED)
    if one.attendance_id is not None and open_reply and "reply" not in slip.values:
        notes.append(Note("slip_confirms"))
        one.values["reply"] = Reply.CONFIRMED
    return notes


def _row(
    plain: PlanRow, action: Action, row: Somebody, found: Sequence[tuple[Judgment, Somebody]], *notes: Note
) -> PlanRow:
    most = MOST_CANDIDATES if action is Action.DOUBT else MOST_NAMESAKES
    candidates = (_candidate(plain.slip, row, one, why.reasons) for why, one in found[:most])
    return PlanRow(plain.key, plain.file, plain.slip, action, (*plain.reasons, *notes), tuple(candidates))


def _reason(judgment: Judgment, one: Somebody, sure: int) -> str:
    """The code of what is told first."""
    if judgment.verdict is not Verdict.SURE:
        return judgment.reasons[0]
    if sure > 1:
        return "several_known"
    return "like_doubtful_row" if one.tentative else "known_person"


def _candidate(slip: SlipRow, row: Somebody, one: Somebody, reasons: tuple[str, ...]) -> Candidate:
    values = one.values
    return Candidate(
        name=values.get("name_zh") or values.get("name_en", ""),
        unit=values.get(UNIT, ""),
        title=values.get("title_zh") or values.get("title_en", ""),
        phone=mask_phone(values.get("phone", "")),
        reasons=reasons,
        person_id=one.person_id,
        attendance_id=one.attendance_id,
        row_key=one.row_key if one.attendance_id is None else None,
        differences=differences(slip.values, row, one),
    )


def _told(one: Somebody, count: int) -> dict[str, object]:
    """What the sentence of a note names."""
    values = one.values
    title = values.get("title_zh") or values.get("title_en", "")
    post = " ".join(filter(None, (values.get(UNIT, ""), title)))
    return {"name": values.get("name_zh") or values.get("name_en", ""), "post": post, "count": count}


def _keys(values: Mapping[str, str], others: Iterable[str] = ()) -> Collection[str]:
    """What two records of one person have in common at least: how a name looks or sounds, a phone, a number."""
    name, phone = values.get("name_zh"), values.get("phone")
    if name and phone and not (others or _MORE_KEYS & values.keys()):
        return (*_spellings(name), *phones_in(phone)[0])  # nothing can be the same twice
    names = filter(None, (name, values.get("name_en"), *others))
    phones = filter(None, (phone, values.get("phone_2")))
    ids = filter(None, (id_of(values),))
    return {*chain(*map(_spellings, names), *(phones_in(number)[0] for number in phones)), *ids}


@lru_cache(maxsize=50_000)
def _spellings(name: str) -> tuple[str, ...]:
    """How it looks and how it sounds, once where both are the same."""
    return tuple(dict.fromkeys(name_keys(name)[1:]))
