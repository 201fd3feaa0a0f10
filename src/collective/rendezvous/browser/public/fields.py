"""The fields of the citizen's form as a template draws them: label, help, value, choices, error."""

from collections.abc import Mapping
from collections.abc import Sequence
from collective.rendezvous import _
from collective.rendezvous.browser.words import Words
from collective.rendezvous.scheduling.office import Question
from dataclasses import dataclass
from dataclasses import field
from zlib import crc32


TEXT, LONG, NAME, EMAIL, PHONE = 5000, 5000, 200, 254, 50
"""Most characters a field takes: answers, texts, names, e-mail, phone."""

RADIOS = 6
"""Up to so many choices stand side by side; more of them are a list to open."""


@dataclass
class Field:
    """One field. `kind`: text, email, tel, textarea, choice or check; `width`: Bootstrap's columns of 12.

    `error` is the message to show below, `choices` are (value, label); `item` is the field's name in
    errors of `booking` ("email", or the label of a question). `said` are the errors that a script may show
    when the field is left, "required", "email" and "number" -> message.
    """

    name: str
    label: str
    item: str = ""
    kind: str = "text"
    help: str = ""
    required: bool = True
    value: str = ""
    choices: Sequence[tuple[str, str]] = ()
    autocomplete: str = ""
    inputmode: str = ""
    maxlength: int = TEXT
    width: int = 6
    error: str = ""
    said: Mapping[str, str] = field(default_factory=dict)

    @property
    def target(self) -> str:
        """The id that the summary of errors leads to."""
        return f"{self.name}-0" if self.widget == "radios" else self.name

    @property
    def widget(self) -> str:
        """The macro that draws it."""
        if self.kind == "choice":
            return "radios" if len(self.choices) <= RADIOS else "select"
        return "textarea" if self.kind == "textarea" else "line"

    @property
    def described_by(self) -> str | None:
        """The ids of help and error, for aria-describedby."""
        ids = [f"{self.name}-help"] if self.help else []
        ids += [f"{self.name}-error"] if self.error else []
        return " ".join(ids) or None


def visitor_fields(words: Words) -> list[Field]:
    """Return who comes; a civility is kept as it is written before a name in the visitor's language."""
    civilities = [(words.say(_("Mrs")), _("Madam")), (words.say(_("Mr")), _("Sir"))]
    return [
        Field("civility", _("Civility"), kind="choice", choices=civilities, required=False, width=12),
        Field("first_name", _("First name"), autocomplete="given-name", maxlength=NAME),
        Field("last_name", _("Last name"), autocomplete="family-name", maxlength=NAME),
    ]


def contact_fields() -> list[Field]:
    """Return how to reach them."""
    return [
        Field(
            "email",
            _("E-mail address"),
            kind="email",
            help=_("We send the confirmation there."),
            autocomplete="email",
            maxlength=EMAIL,
        ),
        Field(
            "phone",
            _("Phone"),
            kind="tel",
            help=_("Only if we have to move the appointment."),
            required=False,
            autocomplete="tel",
            maxlength=PHONE,
        ),
    ]


def question_field(question: Question) -> Field:
    """Return the field of a question; its name follows from its label, wherever it stands."""
    field = Field(
        f"q-{crc32(question.label.encode()):08x}",
        question.label,
        item=question.label,
        required=question.required,
    )
    if question.kind == "choice":
        field.kind, field.width = "choice", 12
        field.choices = [(choice, choice) for choice in question.choices]
    elif question.kind == "yesno":
        field.kind, field.width = "choice", 12
        field.choices = [("yes", _("Yes")), ("no", _("No"))]
    elif question.kind == "textarea":
        field.kind, field.width, field.maxlength = "textarea", 12, LONG
    elif question.kind == "number":
        field.inputmode, field.maxlength = "decimal", 40
    return field


def comment_field() -> Field:
    """Return the free text at the end."""
    return Field(
        "comment",
        _("Something to tell us?"),
        kind="textarea",
        help=_("For example: wheelchair, interpreter, small child."),
        required=False,
        maxlength=LONG,
        width=12,
    )
