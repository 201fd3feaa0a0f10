"""The agents' accounts."""

from collections.abc import Mapping
from collective.rendezvous.demo.town import TOWN
from plone import api
from typing import Any


LOGINS = tuple((one["login"], TOWN["password"], f"{one['title']}, {one['who']}") for one in TOWN["agents"])
"""(log-in, password, who it is) of each agent."""


def account(agent: Mapping[str, Any]) -> str:
    """Make an agent's account, if the site has none of that name; its user id."""
    user = api.user.get(username=agent["login"])
    if user is None:
        user = api.user.create(
            email=agent["email"],
            username=agent["login"],
            password=TOWN["password"],
            properties={"fullname": agent["title"]},
        )
    userid: str = user.getId()
    return userid
