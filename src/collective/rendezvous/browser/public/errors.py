"""What to do about an error, in a citizen's words: beside the field, and shorter in the summary."""

from collective.rendezvous import _
from collective.rendezvous.booking.errors import FieldError
from collective.rendezvous.booking.messages import of_field
from collective.rendezvous.browser.words import Words


BESIDE: dict[tuple[str, str], str] = {
    ("answers", "required"): _("Answer this question."),
    ("answers", "unknown_choice"): _("Choose one of the answers."),
    ("answers", "wrong_type"): _("Write a number, for example: 12"),
    ("consent", "required"): _("Tick the box so that we can book your appointment."),
    ("email", "invalid_email"): _(
        "Something is missing in this address. Write all of it, for example: name@example.org"
    ),
    ("email", "required"): _("Write your e-mail address."),
    ("first_name", "required"): _("Write your first name."),
    ("last_name", "required"): _("Write your family name."),
    ("from", "required"): _("Write the first day on which you can come."),
    ("from", "invalid_day"): _("Write a day, for example: 2026-12-31"),
    ("to", "required"): _("Write the last day on which you can come."),
    ("to", "invalid_day"): _("Write a day, for example: 2026-12-31"),
    ("to", "day_over"): _("This day is over: choose a day to come."),
    ("to", "end_before_start"): _("The last day comes before the first one: choose a later day."),
}
"""Field and code: the sentence below the field; what is not here is said by `booking.messages`."""

SUMMARY: dict[tuple[str, str], str] = {
    ("consent", "required"): _("Personal data: tick the box"),
    ("email", "invalid_email"): _("E-mail address: it is incomplete"),
    ("email", "required"): _("E-mail address: write it"),
    ("first_name", "required"): _("First name: write your first name"),
    ("last_name", "required"): _("Name: write your family name"),
}

LABELS: dict[str, str] = {
    "civility": _("Civility"),
    "comment": _("Your message"),
    "email": _("E-mail address"),
    "first_name": _("First name"),
    "from": _("First day"),
    "last_name": _("Last name"),
    "people": _("Number of people"),
    "phone": _("Phone"),
    "to": _("Last day"),
}


def help_with(error: FieldError, words: Words, kind: str = "") -> str:
    """Return the sentence below the field; `kind` is the field's, for questions."""
    sentence = BESIDE.get((error.field, error.code))
    if error.field == "answers" and error.code == "required" and kind == "choice":
        sentence = _("Choose an answer.")
    return of_field(error, words.language) if sentence is None else words.say(sentence)


def in_summary(error: FieldError, words: Words, question: str = "", kind: str = "") -> str:
    """Return the line of the summary; `question` and `kind` are those of the question concerned."""
    line = SUMMARY.get((error.field, error.code))
    if line is not None:
        return words.say(line)
    label = question or words.say(LABELS.get(error.field, ""))
    sentence = help_with(error, words, kind)
    if not label:
        return sentence
    if label.endswith("?"):
        return f"{label} {sentence}"
    return words.say(_("${field}: ${sentence}"), field=label.rstrip(" :\xa0"), sentence=sentence)


def when_left(
    name: str, words: Words, required: bool, kind: str = "", number: bool = False
) -> dict[str, str]:
    """Return what a script may say of a field when it is left: "required", "email", "number" -> sentence.

    `name` is the field's in errors of `booking`, `kind` how it is drawn.
    """
    wrong = {"email": "invalid_email"} if kind == "email" else {"number": "wrong_type"} if number else {}
    codes = {"required": "required", **wrong} if required else wrong
    return {said: help_with(FieldError(name, code, {}), words, kind) for said, code in codes.items()}
