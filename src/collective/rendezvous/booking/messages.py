"""The words for what the desk answers, in the language of whoever asks."""

from .. import _
from ..scheduling.holidays import public_holidays
from ..scheduling.rules import Finding
from ..words import dates
from ..words.speech import say
from .because import explained
from .errors import BookingError
from .errors import FieldError
from .errors import HasAppointments
from .errors import TooLateToCancel
from .errors import WrongState
from collections.abc import Mapping
from datetime import date
from datetime import datetime
from typing import Any


PUBLIC = {
    "in_the_past": _("This time is over. Choose another one."),
    "too_soon": _("It is too late to book this time: the first one that you can book is ${earliest}."),
    "too_late": _("This date is too far ahead: you can book until ${last}."),
    "day_closed": _("We are closed at that time (${reason})."),
    "counter_unavailable": _("Nobody can be received at this place at that time. Choose another time."),
    "outside_availability": _("Nobody receives at that time. Choose another time."),
    "agent_unavailable": _("Nobody receives at that time. Choose another time."),
    "off_grid": _("No appointment begins at that time. Choose one of the times on offer."),
    "slot_taken": _("This time has just been taken. Choose another one."),
    "agent_busy": _("This time has just been taken. Choose another one."),
    "counter_full": _("This time has just been taken. Choose another one."),
    "type_not_at_counter": _("You cannot come to this place for that. Choose another place."),
    "type_not_by_agent": _("Nobody receives for that at that time. Choose another time."),
    "agent_not_at_counter": _("Nobody receives at this place at that time. Choose another time."),
    "type_not_public": _("This cannot be booked online. Please call us."),
    "too_many_for_visitor": _(
        "You already have ${limit} appointments to come for this. Cancel one of them to book another."
    ),
}
"""What a citizen is told of each finding."""

STAFF = {
    "in_the_past": _("${start} is over."),
    "too_soon": _("The notice for online bookings is over: citizens can book from ${earliest} on."),
    "too_late": _("This is further ahead than citizens can book: they can until ${last}."),
    "day_closed": _("The section is closed on ${start} (${reason})."),
    "counter_unavailable": _("The counter ${counter} is not available on ${start}${away}."),
    "outside_availability": _("Nobody has hours on ${start}."),
    "agent_unavailable": _("Nobody is there on ${start}: all who have hours for this are away."),
    "slot_taken": _("Nobody is free on ${start}."),
    "agent_busy": _("${agent} already has an appointment on ${start}."),
    "counter_full": _("The counter ${counter} is full on ${start}."),
    "type_not_at_counter": _("The counter ${counter} does not serve « ${type} »."),
    "type_not_by_agent": _("Nobody receives for « ${type} » on ${start}."),
    "agent_not_at_counter": _("Nobody receives at the counter ${counter} on ${start}."),
    "too_many_for_visitor": _("This visitor already has ${limit} appointments to come for this."),
}
"""What staff are told where nobody was named."""

AGENT = {
    "outside_availability": _("${agent} is not available on ${when}: ${hours}."),
    "agent_unavailable": _("${agent} is away on ${start}${away}."),
    "type_not_by_agent": _("${agent} does not receive for « ${type} » on ${start}."),
    "agent_not_at_counter": _("${agent} does not receive at the counter ${counter} on ${start}."),
}
"""What staff are told of the agent they named."""

FIELDS = {
    "required": _("This is missing."),
    "wrong_type": _("This is not of the right kind."),
    "control_characters": _("There are characters in it that cannot be read. Type it again."),
    "too_long": _("This is too long: ${length} characters, at most ${most}."),
    "address_in_name": _("A name cannot hold the address of a web page."),
    "invalid_email": _(
        "Something is missing in this address. Write it in full, for example: marie.durand@example.org."
    ),
    "out_of_bounds": _("This must be between ${least} and ${most}."),
    "invalid_datetime": _("This is no date and time."),
    "invalid_day": _("This is no day."),
    "end_before_start": _("The last day is before the first one."),
    "day_over": _("This day is over."),
    "day_too_far": _("This is too far ahead: choose a day up to ${last}."),
    "too_many_days": _("At most ${most} days can be asked for at once."),
    "no_offset": _("The offset of the time zone is missing."),
    "no_seconds": _("An appointment begins on a whole minute."),
    "unknown": _("This does not exist here, or not any more."),
    "inactive": _("This is not offered any more."),
    "unknown_question": _("There is no such question: ${label}."),
    "unknown_choice": _("Choose one of the answers on offer."),
    "key_length": _("The key must have ${least} to ${most} characters."),
    "another_hold": _("The time that is kept is for something else, or another one."),
    "key_reused": _("This key was used for another request."),
}
"""What is wrong with a field."""

NEEDED = {
    "first_name": _("Write the first name."),
    "last_name": _("Write the family name."),
    "email": _("Write your e-mail address: the confirmation goes there."),
    "consent": _("Tick the box to let us use these data for the appointment."),
    "start": _("Choose a date and a time."),
    "type": _("Choose what you come for."),
    "answers": _("Answer this question."),
}
"""What is missing, where more can be said than that."""

ERRORS = {
    "invalid": _("Some of what was sent is not right: nothing was changed."),
    "needs_confirmation": _("This needs to be confirmed."),
    "nothing_free": _("No free time was found for this appointment. It has not changed."),
    "not_found": _("There is no such appointment."),
    "not_waiting": _("This link does not lead to the waiting list, or not any more."),
    "wrong_state": _("This is not possible for this appointment any more."),
    "too_late_to_cancel": _(
        "It is less than ${hours} hours to the appointment. It cannot be changed online any more: call us."
    ),
    "too_many_requests": _("You have booked several times in a minute. Wait a minute, then try again."),
    "too_many_corrections": _(
        "You have corrected the address several times already. Book again, or call us."
    ),
    "too_many_holds": _(
        "You keep several times already. Book one of them, or book this one without keeping it first."
    ),
    "asked_too_often": _("You have asked for this several times in a minute. Wait a minute, then try again."),
    "busy": _("Many people are booking at this moment. Try again in a few seconds."),
    "changed_meanwhile": _("Somebody else has changed this appointment meanwhile."),
    "suspended": _("Appointments cannot be booked online at present."),
    "preparation": _("Appointments cannot be booked online yet."),
    "has_appointments": _("Not possible: ${count} appointments are to come."),
}
"""What the desk says no with."""


def of_finding(finding: Finding, language: str, staff: bool = False) -> str:
    """A rule that is broken, in full; a public holiday by its name in the language."""
    details = finding.details
    day, holidays = details.get("day"), details.get("holidays")
    if isinstance(day, date) and isinstance(holidays, tuple):
        country, subdivision = holidays
        named = public_holidays(country, subdivision, day.year, language)
        details = {**details, "reason": named.get(day, details["reason"])}
    known: Mapping[str, Any] = (
        {**PUBLIC, **STAFF, **(AGENT if "agent" in details else {})} if staff else PUBLIC
    )
    return say(known[finding.code], language, **spoken(explained(details, language), language))


def of_field(error: FieldError, language: str) -> str:
    """What is wrong with a field, and what to do."""
    text = NEEDED.get(error.field) if error.code == "required" else None
    return say(text or FIELDS[error.code], language, **spoken(error.values, language))


def of_error(error: BookingError, language: str, staff: bool = False) -> str:
    """Why the desk says no, as one sentence."""
    findings = getattr(error, "findings", None) or getattr(error, "warnings", None)
    if findings:
        return of_finding(findings[0], language, staff)
    values: dict[str, Any] = {}
    if isinstance(error, TooLateToCancel):
        values["hours"] = error.hours
    elif isinstance(error, HasAppointments):
        values["count"] = error.count
    elif isinstance(error, WrongState):
        values["state"] = error.state
    return say(ERRORS[error.code], language, **values)


def spoken(values: Mapping[str, Any], language: str) -> dict[str, str]:
    """Values as words: moments and days as people say them."""
    said = {"reason": "", "counter": "", "type": "", "agent": ""}
    for name, value in values.items():
        if isinstance(value, datetime):
            said[name] = dates.moment(value, language)
        elif isinstance(value, date):
            said[name] = dates.day(value, language, year=True)
        else:
            said[name] = str(value)
    return said
