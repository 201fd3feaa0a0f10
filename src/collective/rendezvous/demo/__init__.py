"""A town to look at: a section that is set up, staffed and booked for a few weeks.

`valombre.json` holds the town; nothing in it is true.
"""

from collective.rendezvous.demo.people import LOGINS
from collective.rendezvous.demo.reminders import remind
from collective.rendezvous.demo.set_up import set_up
from collective.rendezvous.demo.visits import live
from datetime import datetime
from plone import api
from typing import Any


__all__ = ["create", "LOGINS"]


def create(portal: Any, now: datetime) -> None:
    """Make the section `rendez-vous` of a site that has none, as it stands at a moment; nothing is committed.

    The same moment makes the same town. Nobody is written to.
    """
    with api.env.adopt_roles(["Manager"]):
        section = set_up(portal, now)
    live(section, now)
    remind(section, now)
