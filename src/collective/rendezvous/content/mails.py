"""The mails that a town may write itself; an empty text means the translated default."""

from collective.rendezvous import _
from collective.rendezvous.content.text import Address
from collective.rendezvous.content.text import Line
from collective.rendezvous.content.text import Lines
from plone.supermodel import model
from zope.schema import Bool
from zope.schema import Field


KINDS = (
    "confirmed",
    "please_confirm",
    "changed",
    "cancelled",
    "reminder",
    "links",
    "proposal",
    "waiting_offer",
)
"""What mails there are; a section has `mail_KIND_subject` and `mail_KIND_body` for each."""

VARIABLES = {
    "visitor": _("Who comes: civility, first name, last name"),
    "type": _("The reason of the appointment"),
    "date": _("The day: Thursday 12 November 2026"),
    "time": _("The hour: 9:20"),
    "counter": _("The counter"),
    "address": _("Where to go: building, counter, street"),
    "reference": _("The reference of the appointment"),
    "documents": _("The documents to bring, one per line"),
    "instructions": _("The instructions of the type"),
    "manage_url": _("The link with which one sees, moves or cancels it"),
    "move_url": _("The link with which one chooses another date"),
    "until": _("Until when one has to confirm, or to answer an offer"),
    "links": _("All links of an address, for the mail of lost links alone"),
}
"""What a text may name, written ${visitor}."""


def _subject(title: str) -> Field:
    return Line(title=title, required=False, default="", missing_value="", max_length=500)


def _body(title: str) -> Field:
    return Lines(title=title, required=False, default="", missing_value="", max_length=20000)


class ISender(model.Schema):
    """Who writes to citizens and agents."""

    model.fieldset(
        "mails", label=_("Mails"), order=4, fields=["sender_name", "sender_address", "notify_agents"]
    )
    sender_name = Line(
        title=_("Sender's name"),
        description=_("Empty: the site's."),
        required=False,
        default="",
        missing_value="",
        max_length=200,
    )
    sender_address = Address(
        title=_("Sender's e-mail"),
        description=_("Empty: the site's."),
        required=False,
        default="",
        missing_value="",
        max_length=254,
    )
    notify_agents = Bool(
        title=_("Write to agents about their appointments"),
        required=False,
        default=False,
        missing_value=False,
    )


class IMails(model.Schema):
    """Subjects and bodies of the mails to citizens."""

    model.fieldset(
        "mails",
        label=_("Mails"),
        order=4,
        description=_(
            "Leave a text empty to send the usual one. Available: ${visitor}, ${type}, ${date}, ${time}, "
            "${counter}, ${address}, ${reference}, ${manage_url}, ${documents}, ${instructions}."
        ),
        fields=[f"mail_{kind}_{part}" for kind in KINDS for part in ("subject", "body")],
    )
    mail_confirmed_subject = _subject(_("Appointment confirmed: subject"))
    mail_confirmed_body = _body(_("Appointment confirmed: text"))
    mail_please_confirm_subject = _subject(_("Please confirm: subject"))
    mail_please_confirm_body = _body(_("Please confirm: text"))
    mail_changed_subject = _subject(_("Appointment changed: subject"))
    mail_changed_body = _body(_("Appointment changed: text"))
    mail_cancelled_subject = _subject(_("Appointment cancelled: subject"))
    mail_cancelled_body = _body(_("Appointment cancelled: text"))
    mail_reminder_subject = _subject(_("Reminder: subject"))
    mail_reminder_body = _body(_("Reminder: text"))
    mail_links_subject = _subject(_("Lost links: subject"))
    mail_links_body = _body(_("Lost links: text"))
    mail_proposal_subject = _subject(_("New dates proposed: subject"))
    mail_proposal_body = _body(_("New dates proposed: text"))
    mail_waiting_offer_subject = _subject(_("Place for the waiting list: subject"))
    mail_waiting_offer_body = _body(_("Place for the waiting list: text"))
