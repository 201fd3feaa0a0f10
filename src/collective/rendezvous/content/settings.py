"""What is set up once for the whole site, in the control panel."""

from collective.rendezvous import _
from plone.supermodel import model
from zope.schema import Bool
from zope.schema import URI


PREFIX = "collective.rendezvous"
"""What the names of these records in the registry begin with."""


class ISiteSettings(model.Schema):
    """The clock, and the address that letters name."""

    public_url = URI(
        title=_("Public address of the site"),
        description=_(
            "Where citizens find the site's home page, for example https://www.valombre.example. "
            "Links in e-mails begin with it. Empty: the address under which the back office was used last."
        ),
        required=False,
    )
    inner_clock = Bool(
        title=_("Plone itself sends e-mails and does what is due"),
        description=_(
            "Untick it where a timer of the server calls the command run-rendezvous instead. "
            "Without either, no e-mail leaves."
        ),
        required=False,
        default=True,
    )
