"""The rows of the grids: closures of a section, documents and questions of a type."""

from collective.rendezvous import _
from collective.rendezvous.content.hour import Hour
from collective.rendezvous.content.text import Line
from collective.rendezvous.content.text import Lines
from plone.app.z3cform.widgets.text import TextLinesWidget
from plone.autoform import directives
from plone.supermodel import model
from zope.schema import Bool
from zope.schema import Choice
from zope.schema import Date
from zope.schema import List


class IClosureRow(model.Schema):
    """Days, both included, on which nobody is received; with hours, only between these."""

    first_day = Date(title=_("First day"))
    last_day = Date(title=_("Last day"))
    start = Hour(
        title=_("From (hour)"),
        required=False,
        default=None,
        description=_("Empty: all day. For example 14:00."),
    )
    end = Hour(title=_("Until (hour)"), required=False, default=None, closing=True)
    reason = Line(title=_("Reason"), required=False, default="", missing_value="", max_length=500)


class IDocumentRow(model.Schema):
    """A document to bring along."""

    document = Line(title=_("Document"), max_length=500)
    note = Lines(title=_("Note"), required=False, default="", missing_value="", max_length=2000)


class IQuestionRow(model.Schema):
    """A question put to the citizen."""

    label = Line(title=_("Question"), max_length=500)
    kind = Choice(title=_("Kind of answer"), vocabulary="collective.rendezvous.QuestionKinds", default="text")
    directives.widget("choices", TextLinesWidget)
    choices = List(
        title=_("Choices (one per line)"),
        value_type=Line(max_length=500),
        required=False,
        default=[],
        missing_value=[],
        max_length=200,
    )
    required = Bool(title=_("Answer required"), required=False, default=False, missing_value=False)
