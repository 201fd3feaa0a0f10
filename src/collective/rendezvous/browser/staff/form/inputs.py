"""The fields of the desk's form as a template draws them."""

from collections.abc import Iterable
from collective.rendezvous import _
from collective.rendezvous.browser.public.fields import EMAIL
from collective.rendezvous.browser.public.fields import Field
from collective.rendezvous.browser.public.fields import LONG
from collective.rendezvous.browser.public.fields import NAME
from collective.rendezvous.browser.public.fields import PHONE
from collective.rendezvous.browser.public.fields import question_field
from collective.rendezvous.browser.words import Words
from collective.rendezvous.scheduling.office import AppointmentType
from collective.rendezvous.scheduling.office import Office
from collective.rendezvous.scheduling.office import Question
from dataclasses import dataclass
from typing import Any


GONE = "-"
"""The value of a type, agent or counter that does not exist any more: it can be kept, not chosen."""


IN_TOOLBAR = {"agent", "counter"}
"""The names that Plone's toolbar gives as ids to what can be added in a section."""


@dataclass
class Input(Field):
    """A field of the desk; `empty` is what the first line of a list says, `least` and `most` bound a number.

    `fixed`: it is shown, and cannot be changed.
    """

    empty: str = ""
    least: int | None = None
    most: int | None = None
    fixed: bool = False

    @property
    def target(self) -> str:
        """The id of the control, to which messages lead."""
        return id_of(self.name)

    @property
    def widget(self) -> str:
        """The macro that draws it."""
        return {"choice": "select", "textarea": "textarea"}.get(self.kind, "line")


def id_of(name: str) -> str:
    """The id of the control of a field: its name, unless the toolbar has that."""
    return f"f-{name}" if name in IN_TOOLBAR else name


def place_inputs(office: Office, kind: AppointmentType | None, words: Words) -> list[Input]:
    """What, when, where and with whom."""
    types = [(one.id, _titled(one, words)) for one in office.types.values() if one.active]
    return [
        Input("type", _("Type of appointment"), kind="choice", choices=types, empty=_("Choose a type")),
        Input(
            "people",
            _("Number of people"),
            kind="number",
            required=False,
            least=1,
            most=kind.max_people if kind else None,
            maxlength=4,
        ),
        Input("date", _("Date"), kind="date", maxlength=10, width=6),
        Input("time", _("Time"), kind="time", maxlength=8, width=6),
        Input(
            "agent",
            _("Agent"),
            kind="choice",
            required=False,
            choices=_active(office.agents.values()),
            empty=_("The first one who is free"),
        ),
        Input(
            "counter",
            _("Counter"),
            kind="choice",
            required=False,
            choices=_active(office.counters.values()),
            empty=_("The one that suits best"),
        ),
    ]


def visitor_inputs(words: Words) -> list[Input]:
    """Who comes; the browser offers no names of earlier visitors."""
    civilities = [(words.say(_("Mrs")), words.say(_("Madam"))), (words.say(_("Mr")), words.say(_("Sir")))]
    return [
        Input(
            "civility", _("Civility"), kind="choice", required=False, choices=civilities, empty=" ", width=4
        ),
        Input("first_name", _("First name"), maxlength=NAME, autocomplete="off", width=4),
        Input("last_name", _("Family name"), maxlength=NAME, autocomplete="off", width=4),
        Input(
            "email",
            _("E-mail address"),
            kind="email",
            help=_("Without an address, no e-mail is sent."),
            required=False,
            maxlength=EMAIL,
            autocomplete="off",
        ),
        Input("phone", _("Phone"), kind="tel", required=False, maxlength=PHONE, autocomplete="off"),
    ]


def question_input(question: Question) -> Input:
    """The field of a question of the type; at the desk none has to be answered."""
    return Input(**vars(question_field(question)) | {"required": False, "width": Input.width, "empty": " "})


def text_inputs() -> list[Input]:
    """What the visitor said, and what colleagues should know."""
    return [
        Input("comment", _("Comment of the visitor"), kind="textarea", required=False, maxlength=LONG),
        Input(
            "notes",
            _("Internal notes"),
            kind="textarea",
            help=_("Never shown to the visitor."),
            required=False,
            maxlength=LONG,
        ),
    ]


def _titled(kind: AppointmentType, words: Words) -> str:
    return words.say(_("${type} (${minutes} min)"), type=kind.title, minutes=kind.duration)


def _active(those: Iterable[Any]) -> list[tuple[str, str]]:
    return [(one.id, one.title) for one in those if one.active]
