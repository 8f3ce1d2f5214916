"""What the columns of a reply slip may mean, in words; in the order in which they are offered."""

from __future__ import annotations

from collections.abc import Mapping

from ui.wording.messages import N_

SLIP_FIELDS: Mapping[str, str] = {
    "name_zh": N_("Name"),
    "name_en": N_("Name in English"),
    "name_and_title": N_("Name with job title"),
    "organization": N_("Organization"),
    "department": N_("Department"),
    "unit_and_title": N_("Organization with job title"),
    "title_zh": N_("Job title"),
    "title_en": N_("Job title in English"),
    "phone": N_("Mobile"),
    "phone_2": N_("Second phone"),
    "email": N_("E-mail"),
    "id_number": N_("Identity number"),
    "gender": N_("Gender"),
    "ethnicity": N_("Ethnic group"),
    "category": N_("Capacity"),
    "role": N_("Part claimed"),
    "reply": N_("Reply"),
    "arrival": N_("Arrival"),
    "arrival_trip": N_("Arrival by"),
    "departure": N_("Leaves"),
    "departure_trip": N_("Leaves by"),
    "lodging": N_("Needs a room"),
    "room": N_("Room"),
    "roommate": N_("Shares with"),
    "meals": N_("Meals"),
    "diet": N_("Diet"),
    "table_number": N_("Table number"),
    "vehicle": N_("Own car"),
    "remarks": N_("Remarks"),
    "sequence": N_("Number in the list"),
}
