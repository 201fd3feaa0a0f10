"""The users of the site that can become agents."""

from collective.rendezvous.content.accounts import many
from collective.rendezvous.content.agent import IAgent
from plone import api
from typing import Any
from zope.interface import provider
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


def user_exists(userid: str) -> bool:
    """Whether the site has a user of that id."""
    return api.portal.get_tool("acl_users").getUserById(userid) is not None


class Users(SimpleVocabulary):
    """All users that can be listed; it also holds those that exist without being listed."""

    def __contains__(self, value: object) -> bool:
        """Whether the value is a user's id."""
        return super().__contains__(value) or (isinstance(value, str) and user_exists(value))


@provider(IVocabularyFactory)
def users(context: Any) -> Users:
    """Users by their names, none where there are many.

    The agent's present one stays in it after its account is gone.
    """
    listed = () if many() else api.portal.get_tool("acl_users").searchUsers()
    found = {each["userid"]: each.get("title") or each["userid"] for each in listed}
    if IAgent.providedBy(context) and getattr(context, "userid", None):
        found.setdefault(context.userid, context.userid)
    named = sorted(found.items(), key=lambda pair: pair[1].casefold())
    return Users([SimpleTerm(id, id, title if title == id else f"{title} ({id})") for id, title in named])
