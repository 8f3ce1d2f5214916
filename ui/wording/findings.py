"""What every finding of the checks says."""

from __future__ import annotations

from ui.wording.messages import N_

FINDINGS: dict[str, str] = {
    "classified_meeting": N_(
        "The meeting is marked as classified. This app is not for classified material: remove it from this computer."
    ),
    "classified_agreement": N_(
        "Agreement “{agreement}” is marked as classified. This app is not for classified material."
    ),
    "classified_unit": N_("A unit is marked as classified (“{text}”). This app is not for classified material."),
    "classified_text": N_("This text looks classified: “{text}”. This app is not for classified material."),
    "meeting_ends_before_start": N_("The meeting ends ({end}) before it starts ({start})."),
    "item_outside_meeting": N_("“{item}” is on {day}, outside the days of the meeting."),
    "agenda_overlap": N_("“{second}” ({second_times}) overlaps “{first}” ({first_times})."),
    "presenter_declined": N_("{person} has a part in “{item}” but declined."),
    "presenter_sends_substitute": N_("{person} has a part in “{item}” but sends {substitute} instead."),
    "talks_too_long": N_("The talks in “{item}” need {needed} minutes, but only {minutes} are planned."),
    "double_booked": N_("{person} is needed in “{first}” and “{second}” at the same time."),
    "vehicle_over_capacity": N_("{vehicle} has {seats} seats for {people} people."),
    "people_without_seat": N_("{route}: {count} without a seat in any vehicle ({people})."),
    "rider_declined": N_("{person} is on “{route}” but declined."),
    "on_two_routes": N_("{person} is on “{first}” and “{second}” on the same day. Enter the times, or choose one."),
    "seated_twice": N_("{person} has a seat in two vehicles of the same route."),
    "stop_reached_too_late": N_("“{stop}” is planned for {arrive}, but cannot be reached before {earliest}."),
    "stop_too_short": N_("The stay at “{stop}” is {minutes} min; 20 min are the least for a visit with explanations."),
    "person_listed_twice": N_("{person} is listed twice."),
    "attendee_not_named": N_(
        "The list of attendees has an entry without a name ({what}). Enter who comes, or delete it."
    ),
    "same_name": N_("There are two people called {person}: {unit}, and {other_unit}. Check cards and seats."),
    "credit_code_length": N_("The credit code of {unit} ({credit_code}) does not have 18 characters."),
    "credit_code_character": N_(
        "The credit code of {unit} ({credit_code}) holds a character that no such code has (I, O, Z, S, V or another)."
    ),
    "credit_code_check": N_(
        "The credit code of {unit} ({credit_code}) fails its check character. Compare it with the certificate."
    ),
    "credit_code_look_alike": N_("The credit code of {unit} ({credit_code}) is not valid; did you mean {suggested}?"),
    "party_twice": N_("{unit} is both {party} and {other} of the agreement."),
    "fewer_than_two_parties": N_("Agreement “{agreement}” has fewer than two parties."),
    "copies_do_not_add_up": N_(
        "Agreement “{agreement}” states {stated} originals, but {kept} are kept by the parties and for filing."
    ),
    "duplicates_do_not_add_up": N_(
        "Agreement “{agreement}” states {stated} duplicates, but {kept} are kept by the parties and witnesses."
    ),
    "agreement_ends_before_start": N_("Agreement “{agreement}” ends ({end}) before it starts ({start})."),
    "party_without_unit": N_("{party} has no unit."),
    "party_without_authorization": N_(
        "{party}, {unit}, may not sign without the authorization of the unit above it. Enter the authorization, or "
        "let the unit above sign."
    ),
    "party_without_signatory": N_("Nobody is named to sign for {party}, {unit}."),
    "signatory_declined": N_("{person} is to sign for {party}, {unit}, but declined."),
    "clause_broken": N_("The text of this clause cannot be read (line {line}): {fault}."),
    "fact_missing": N_("Agreement “{agreement}” needs “{variable}”, which is not known yet; it prints as a blank."),
    "english_facts_missing": N_(
        "Agreement “{agreement}” lacks {count} facts in English, “{variable}” among them; its reference translation "
        "prints blanks."
    ),
    "fact_drifted": N_(
        "{variable} has become “{now}”; the final text of “{agreement}” still says “{frozen}”. Open it again to take "
        "this over."
    ),
    "post_drifted": N_(
        "The post of {person} has become “{now}”; the final text of “{agreement}” still says “{frozen}”. Open it "
        "again to take this over."
    ),
    "capacity_not_the_post": N_(
        "{person} signs “{agreement}” as “{capacity}”, but is “{post}” at this unit by now. Look at the words under "
        "“Signs as”."
    ),
    "final_clauses_changed": N_(
        "The clauses of “{agreement}” were changed after its text was made final. Papers print the final text; open "
        "it again to take the changes over."
    ),
    "checklist_open": N_("“{agreement}” is final, but not ticked off yet: {items}."),
    "final_not_as_approved": N_(
        "“{agreement}”: the text was changed after it was approved (revision {approved}, final text: revision {final})."
    ),
    "final_without_approval": N_("“{agreement}” is final, but no approval is entered."),
    "admission_promise": N_(
        "The clause says “{words}”. Promises of admission are banned by the Ministry of Education."
    ),
    "meeting_without_english": N_("The meeting has no English title: “{text}”."),
    "venue_without_english": N_("The venue has no English name: “{text}”."),
    "unit_without_english": N_("The unit “{text}” has no English name."),
    "group_without_english": N_("The group “{text}” has no English name."),
    "item_without_english": N_("The agenda item “{text}” has no English title."),
    "stop_without_english": N_("The stop “{text}” has no English name."),
    "plaque_without_english": N_("The plaque “{text}” has no English text."),
    "agreement_without_english": N_("The agreement “{text}” has no English title."),
    "clause_without_chinese": N_("The clause “{clause}” has no Chinese text."),
    "clause_without_text": N_("Nothing is written yet in the clause “{clause}”."),
    "clause_without_english": N_("The clause “{clause}” has no English text."),
    "title_without_english": N_("The title “{text}” has no English form."),
    "name_without_english": N_(
        "{person} has no English spelling; this kind of name is not spelled by pinyin rules. Ask for the person's "
        "own spelling."
    ),
    "name_in_pinyin": N_("{person} is spelled {proposed} by pinyin rules. Check it with the person."),
    "surname_read_otherwise": N_("The surname of {person} is read in two ways: {proposed}, or {other}. Check it."),
    "undrawable_character": N_("No font can draw “{character}” ({code_point}) in “{context}”."),
    "private_character": N_(
        "“{context}” holds a private character ({code_point}) that other computers show differently. Replace it."
    ),
    "replacement_character": N_(
        "“{context}” holds a character that was lost on import ({code_point}). Enter it again."
    ),
    "expires_soon": N_(
        "“{agreement}” ends on {day}. Ask the other side in time whether it is renewed, and what is still to "
        "be settled."
    ),
    "has_expired": N_("“{agreement}” ended on {day}. Renew it, or settle what is still open."),
    "signed_on_another_day": N_("“{agreement}” is dated {signed}, but the signing is on {day}."),
    "term_does_not_fit_its_days": N_(
        "“{agreement}” runs for {years} years, but from {start} to {end} is another time."
    ),
    "amounts_disagree": N_(
        "The amount in capitals ({capitals}) is not the one in figures ({figures}), which is {right}."
    ),
    "reference_typed": N_(
        "“{words}” is typed by hand and stays as it is when clauses move. Insert the number as a field."
    ),
    "time_depends_on_the_reader": N_(
        "“{words}” is read otherwise on another day or in another country. Write the date, and hours from 0 to 24."
    ),
    "reference_leads_nowhere": N_("The text refers to the clause “{clause}”, which does not stand in this agreement."),
    "reference_beyond_last": N_("The text refers to “{words}”, but this agreement has only {last} articles."),
    "copies_in_text_do_not_add_up": N_(
        "The text says {stated} originals in all, but what it leaves to everybody adds up to {kept}."
    ),
    "placeholder_left": N_("A place was left open: “{words}”."),
    "no_such_party": N_("The text speaks of {party}, which this agreement does not have."),
    "label_of_another_party": N_("The text calls “{unit}” {party}, but it is another party of this agreement."),
    "unit_by_another_name": N_("The text calls {unit} “{alias}”. Agreements use the registered name."),
}
