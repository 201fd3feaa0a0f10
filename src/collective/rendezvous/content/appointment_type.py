"""A type of appointment: what one comes for."""

from collective.rendezvous import _
from collective.rendezvous.content.html import Html
from collective.rendezvous.content.interfaces import IDescribed
from collective.rendezvous.content.interfaces import ISetupObject
from collective.rendezvous.content.rows import IDocumentRow
from collective.rendezvous.content.rows import IQuestionRow
from collective.rendezvous.content.text import Color
from collective.rendezvous.content.type_rules import ITypeRules
from collective.z3cform.datagridfield.datagridfield import DataGridFieldFactory
from collective.z3cform.datagridfield.row import DictRow
from plone.autoform import directives
from plone.dexterity.content import Container
from plone.supermodel import model
from zope.interface import implementer
from zope.schema import Choice
from zope.schema import Int
from zope.schema import List


class IAppointmentType(IDescribed, ITypeRules, ISetupObject):
    """What one comes for, how long it takes, what to bring."""

    duration = Int(title=_("Duration (minutes)"), min=5, max=480)
    color = Color(
        title=_("Colour"),
        description=_("In the planning."),
        required=False,
        default="#1d6fb8",
        missing_value="",
    )
    audience = Choice(title=_("Who books"), vocabulary="collective.rendezvous.Audiences", default="public")
    rgpd_text = Html(
        title=_("Text on personal data"),
        description=_("Documents what is collected and why; stands beside the consent box."),
        required=False,
    )

    model.fieldset("visit", label=_("Visit"), fields=["documents", "instructions", "questions"])
    directives.widget("documents", DataGridFieldFactory, allow_reorder=True)
    documents = List(
        title=_("Documents to bring"),
        value_type=DictRow(title=_("Document"), schema=IDocumentRow),
        required=False,
        default=[],
        missing_value=[],
        max_length=200,
    )
    instructions = Html(title=_("Instructions"), description=_("Told with the confirmation."), required=False)
    directives.widget("questions", DataGridFieldFactory, allow_reorder=True)
    questions = List(
        title=_("Questions to the citizen"),
        value_type=DictRow(title=_("Question"), schema=IQuestionRow),
        required=False,
        default=[],
        missing_value=[],
        max_length=100,
    )


@implementer(IAppointmentType)
class AppointmentType(Container):
    """A type of appointment."""

    exclude_from_nav = True
