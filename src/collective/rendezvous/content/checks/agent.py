"""Checks of an agent: an existing user, who is not an agent here already."""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.rendezvous import _
from collective.rendezvous.content.agent import IAgent
from collective.rendezvous.content.checks.problem import Place
from collective.rendezvous.content.checks.problem import Problem
from collective.rendezvous.content.place import children
from collective.rendezvous.content.users import user_exists
from typing import Any


def check_agent(values: Mapping[str, Any], place: Place) -> Iterator[Problem]:
    """The user; one that is unchanged is not looked up again, the account may be gone."""
    userid = values["userid"]
    if not userid or userid == place.before("userid"):
        return
    if not user_exists(userid):
        yield Problem("userid", "unknown", _("The site has no user ${name}.", mapping={"name": userid}))
    elif place.section is not None and any(
        other.userid == userid for other in children(place.section, IAgent) if not place.is_this(other)
    ):
        yield Problem("userid", "duplicate", _("This user is an agent of this section already."))
