"""The section: one office that gives appointments. A site may hold several."""

from collective.rendezvous import _
from collective.rendezvous.content.html import Html
from collective.rendezvous.content.interfaces import ISetupObject
from collective.rendezvous.content.interfaces import ITitled
from collective.rendezvous.content.limits import ILimits
from collective.rendezvous.content.mails import IMails
from collective.rendezvous.content.mails import ISender
from collective.rendezvous.content.opening import IOpening
from collective.rendezvous.content.text import Address
from collective.rendezvous.content.text import Line
from collective.rendezvous.content.text import Lines
from plone.dexterity.content import Container
from plone.supermodel import model
from zope.interface import implementer
from zope.schema import Bool


class ISectionTexts(ITitled):
    """What citizens read."""

    description = Lines(title=_("Description"), required=False, default="", missing_value="", max_length=5000)
    intro = Html(
        title=_("Introduction"),
        description=_(
            "Stands above the list of types. In a suspended section, say here why, and until when."
        ),
        required=False,
    )
    contact_phone = Line(title=_("Phone"), required=False, default="", missing_value="", max_length=50)
    contact_email = Address(title=_("E-mail"), required=False, default="", missing_value="", max_length=254)


class ISectionPrivacy(model.Schema):
    """What citizens agree to, and who writes to them."""

    model.fieldset(
        "privacy",
        label=_("Personal data"),
        order=3,
        fields=["consent_label", "privacy_text", "feed_personal_data"],
    )
    consent_label = Line(
        title=_("Sentence beside the consent box"),
        description=_("Empty: the usual one."),
        required=False,
        default="",
        missing_value="",
        max_length=1000,
    )
    privacy_text = Html(
        title=_("Your data"), description=_("What is kept, why and how long."), required=False
    )
    feed_personal_data = Bool(
        title=_("Calendar feeds name the visitors"), required=False, default=False, missing_value=False
    )


class IRendezVousSection(ISectionTexts, IOpening, ILimits, ISectionPrivacy, ISender, IMails, ISetupObject):
    """One office that gives appointments."""


@implementer(IRendezVousSection)
class RendezVousSection(Container):
    """A section: types, counters and agents are in it; its appointments are in its ledger."""

    exclude_from_nav = False
