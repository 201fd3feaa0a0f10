"""An agent: a user of the site who receives visitors."""

from collective.rendezvous import _
from collective.rendezvous.content.interfaces import IResource
from collective.rendezvous.content.interfaces import ITitled
from collective.rendezvous.content.text import Address
from collective.rendezvous.content.text import Line
from plone.autoform import directives
from plone.dexterity.content import Container
from z3c.form.browser.radio import RadioFieldWidget
from zope.interface import implementer
from zope.schema import Choice


class IAgent(ITitled, IResource):
    """A user of the site with a role in this section."""

    title = Line(title=_("Name"), max_length=255)
    directives.write_permission(
        userid="collective.rendezvous.ManageSetup", role="collective.rendezvous.ManageSetup"
    )
    directives.widget("userid", prompt=True)
    userid = Choice(
        title=_("User"),
        description=_("The account with which the agent logs in."),
        vocabulary="collective.rendezvous.Users",
    )
    directives.widget("role", RadioFieldWidget)
    role = Choice(
        title=_("Role"),
        description=_(
            "A receptionist manages appointments and their own hours, an administrator everything."
        ),
        vocabulary="collective.rendezvous.AgentRoles",
    )
    email = Address(title=_("E-mail"), required=False, default="", missing_value="", max_length=254)


@implementer(IAgent)
class Agent(Container):
    """An agent; availabilities and unavailabilities are in it."""

    exclude_from_nav = True
