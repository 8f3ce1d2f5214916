"""What the agreements room changes: each call is one undo step, made of the actions of `models/actions`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ui.agreements.parties_page import party_rows

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from models.actions.edit_clauses import NewClause
    from models.agreement_facts import MissingFact
    from models.snapshots.shapes import Agreement
    from ui.agreements.new_page import NewWish
    from ui.office import Office

Failed = Callable[[Exception], None]
Done = Callable[[Any], None]
NEW_KEY = "clause_1"  # by which other clauses may refer to a new one; a free number is found


def named(agreement: Agreement) -> str:
    """What an agreement is called in the name of a step."""
    return agreement.title.pick("zh") or agreement.key


class AgreementChanges:
    """Asks the window's office for changes."""

    def __init__(self, office: Office) -> None:
        self._office = office

    # --- agreements

    def create(self, meeting_id: int, wish: NewWish, done: Done) -> None:
        """A new agreement, with whoever is new among its parties."""

        def work(session: Session) -> int:
            from models.actions.create_agreement import NewParty, create_agreement
            from models.actions.edit_agreement import set_signatory
            from models.actions.fill_fact import add_unit
            from models.records import AgreementParty

            parties = [
                NewParty(add_unit(session, one.unit) if isinstance(one.unit, str) else one.unit) for one in wish.parties
            ]
            made = create_agreement(
                session,
                meeting_id,
                key=wish.key,
                template=wish.template,
                parties=parties,
                language=wish.language,
                title_zh=wish.title_zh,
                title_en=wish.title_en,
            )
            stored = session.query(AgreementParty).filter_by(agreement_id=made).order_by(AgreementParty.position)
            for party, one in zip(stored, wish.parties, strict=True):
                if one.signatory is not None:
                    set_signatory(session, party.id, one.signatory)
            return made

        self._office.change("create_agreement", work, done=done, agreement=_title_of(wish))

    def duplicate(self, agreement: Agreement, done: Done) -> None:
        """A copy behind the original."""

        def work(session: Session) -> int:
            from models.actions.create_agreement import duplicate_agreement

            return duplicate_agreement(session, agreement.id)

        self._office.change("duplicate_agreement", work, done=done, agreement=named(agreement))

    def delete(self, agreements: Sequence[Agreement]) -> None:
        """Agreements less."""
        ids = [agreement.id for agreement in agreements]

        def work(session: Session) -> None:
            from models.actions.create_agreement import delete_agreements

            delete_agreements(session, ids)

        if len(agreements) == 1:
            self._office.change("delete_agreement", work, agreement=named(agreements[0]))
        elif agreements:
            self._office.change("delete_agreements", work, count=len(agreements))

    def move(self, ids: Sequence[int], before_id: int | None) -> None:
        """Another order of signing."""

        def work(session: Session) -> None:
            from models.actions.create_agreement import move_agreements

            move_agreements(session, ids, before_id=before_id)

        self._office.change("reorder_agreements", work)

    def edit(self, agreement: Agreement, column: str, before: Any, after: Any, failed: Failed) -> None:
        """A field of an agreement."""

        def work(session: Session) -> None:
            from models.actions.edit_agreement import edit_agreement

            edit_agreement(session, agreement.id, {column: after}, expected={column: before})

        self._office.change("edit_agreement", work, failed=failed, field=column, agreement=named(agreement))

    def set_areas(self, agreement: Agreement, areas: Sequence[tuple[str, str]]) -> None:
        """The fields of cooperation."""

        def work(session: Session) -> None:
            from models.actions.edit_agreement import set_areas

            set_areas(session, agreement.id, areas)

        self._office.change("edit_agreement_areas", work, agreement=named(agreement))

    def set_answers(self, agreement: Agreement, answers: Mapping[str, Mapping[str, str]]) -> None:
        """Answers to questions of the template."""

        def work(session: Session) -> None:
            from models.actions.fill_fact import set_variable

            for name, values in answers.items():
                set_variable(session, agreement.id, name, values)

        self._office.change("edit_agreement_answers", work, agreement=named(agreement), variables=", ".join(answers))

    def fill(self, agreement: Agreement, fact: MissingFact, values: Mapping[str, Any], failed: Failed) -> None:
        """A fact that the text lacked."""
        place = fact.place
        if place is None:
            return

        def work(session: Session) -> None:
            from models.actions.edit_agreement import set_liaison, set_signatory
            from models.actions.fill_fact import fill_fact

            proposing = {"signatory_id": set_signatory, "liaison_id": set_liaison}
            if place.record == "agreement_party" and place.column in proposing:
                proposing[place.column](session, place.row_id, values[""])
            else:
                fill_fact(session, agreement.id, place, values)

        self._office.change("fill_fact", work, failed=failed, variable=fact.name, agreement=named(agreement))

    # --- parties

    def add_party(self, agreement: Agreement, *, is_witness: bool, done: Done) -> None:
        """Another party, its unit still open."""

        def work(session: Session) -> int:
            from models.actions.edit_agreement import add_party

            return add_party(session, agreement.id, is_witness=is_witness)

        self._office.change("add_party", work, done=done, agreement=named(agreement))

    def remove_parties(self, agreement: Agreement, ids: Sequence[int]) -> None:
        """Parties less."""

        def work(session: Session) -> None:
            from models.actions.edit_agreement import remove_parties

            remove_parties(session, ids)

        self._office.change("remove_parties", work, agreement=named(agreement))

    def move_parties(self, agreement: Agreement, ids: Sequence[int], before_id: int | None) -> None:
        """Another order of the parties."""

        def work(session: Session) -> None:
            from models.actions.edit_agreement import move_parties

            move_parties(session, ids, before_id=before_id)

        self._office.change("reorder_parties", work, agreement=named(agreement))

    def edit_party(
        self, agreement: Agreement, party_id: int, column: str, before: Any, after: Any, failed: Failed
    ) -> None:
        """A field of a party."""

        def work(session: Session) -> None:
            from models.actions.edit_record import set_fields

            set_fields(session, "agreement_party", party_id, {column: after}, expected={column: before})

        self._change_party(agreement, party_id, column, work, failed)

    def link_party(self, agreement: Agreement, party_id: int, column: str, value: Any) -> None:
        """The unit, signatory or contact of a party: an id, a name to be added, or nobody."""

        def work(session: Session) -> None:
            from models.actions.edit_agreement import set_liaison, set_party_unit, set_signatory

            setters = {"organization_id": set_party_unit, "signatory_id": set_signatory, "liaison_id": set_liaison}
            setters[column](session, party_id, value)

        self._change_party(agreement, party_id, column, work, None)

    def set_witness(self, agreement: Agreement, party_id: int, *, is_witness: bool) -> None:
        """Whether a party is a witness."""

        def work(session: Session) -> None:
            from models.actions.edit_agreement import set_witness

            set_witness(session, party_id, is_witness)

        self._change_party(agreement, party_id, "is_witness", work, None)

    def _change_party(
        self, agreement: Agreement, party_id: int, column: str, work: Callable[[Session], None], failed: Failed | None
    ) -> None:
        label = next((row.label[0] for row in party_rows(agreement) if row.id == party_id), "")
        self._office.change("edit_party", work, failed=failed, field=column, party=label, agreement=named(agreement))

    # --- clauses

    def edit_text(
        self, clause_id: int, name: str, column: str, before: str, after: str, done: Done, failed: Failed
    ) -> None:
        """The words of a heading or a body."""

        def work(session: Session) -> None:
            from models.actions.edit_clauses import edit_clause_text

            edit_clause_text(session, clause_id, {column: after}, expected={column: before})

        self._office.change("edit_clause", work, done=done, failed=failed, clause=name)

    def set_condition(self, clause_id: int, name: str, condition: str, failed: Failed) -> None:
        """When a clause stands."""

        def work(session: Session) -> None:
            from models.actions.edit_clauses import set_condition

            set_condition(session, clause_id, condition)

        self._office.change("set_clause_condition", work, failed=failed, clause=name)

    def rename_key(self, clause_id: int, name: str, key: str, failed: Failed) -> None:
        """The key by which others refer to a clause; the references follow."""

        def work(session: Session) -> None:
            from models.actions.edit_clauses import rename_clause_key

            rename_clause_key(session, clause_id, key)

        self._office.change("rename_clause_key", work, failed=failed, clause=name)

    def add_clauses(
        self,
        agreement: Agreement,
        clauses: Sequence[NewClause],
        *,
        parent_id: int | None,
        after_id: int | None,
        done: Done,
    ) -> None:
        """More clauses behind another."""

        def work(session: Session) -> tuple[int, ...]:
            from models.actions.edit_clauses import add_clauses

            return add_clauses(session, agreement.id, clauses, parent_id=parent_id, after_id=after_id)

        self._office.change("add_clauses", work, done=done, count=len(clauses), agreement=named(agreement))

    def move_clause(self, clause_id: int, name: str, parent_id: int | None, before_id: int | None) -> None:
        """A clause to another place."""

        def work(session: Session) -> None:
            from models.actions.edit_clauses import move_clauses

            move_clauses(session, [clause_id], parent_id=parent_id, before_id=before_id)

        self._office.change("move_clause", work, clause=name)

    def indent(self, clause_id: int, name: str) -> None:
        """A clause below the one before it."""

        def work(session: Session) -> None:
            from models.actions.edit_clauses import indent_clause

            indent_clause(session, clause_id)

        self._office.change("move_clause", work, clause=name)

    def outdent(self, clause_id: int, name: str) -> None:
        """An item up to the level of the clause it lies below."""

        def work(session: Session) -> None:
            from models.actions.edit_clauses import outdent_clause

            outdent_clause(session, clause_id)

        self._office.change("move_clause", work, clause=name)

    def delete_clause(self, clause_id: int, name: str) -> None:
        """A clause less, with what lies below it."""

        def work(session: Session) -> None:
            from models.actions.edit_clauses import delete_clauses

            delete_clauses(session, [clause_id])

        self._office.change("delete_clause", work, clause=name)


def _title_of(wish: NewWish) -> str:
    """What a new agreement will be called: the plain title of its template where none was typed."""
    return wish.title_zh or wish.title_en or wish.template_title or wish.key
