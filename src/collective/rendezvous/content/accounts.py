"""Accounts of the site: found by what people know of them, and made for new agents."""

from collections.abc import Iterator
from plone import api
from Products.PluggableAuthService.interfaces.plugins import IUserEnumerationPlugin
from typing import Any

import logging


logger = logging.getLogger(__name__)

MANY = 100
"""More users than these are not listed in a form."""


def many() -> bool:
    """Whether the site has more users than a form can list; counts no further than needed."""
    pas = api.portal.get_tool("acl_users")
    number = 0
    for _name, plugin in pas.plugins.listPlugins(IUserEnumerationPlugin):
        number += len(plugin.enumerateUsers(max_results=MANY + 1) or ())
        if number > MANY:
            return True
    return False


def ids_of(told: str) -> list[str]:
    """The ids of the users that a name names: one by user id or user name, else all by e-mail address."""
    pas = api.portal.get_tool("acl_users")
    if pas.getUserById(told) is not None:
        return [told]
    by_login = {each["userid"] for each in pas.searchUsers(login=told, exact_match=True)}
    return sorted(by_login or set(_by_email(told)))


def _by_email(email: str) -> Iterator[str]:
    wanted = email.strip().casefold()
    if "@" not in wanted:
        return
    for each in api.portal.get_tool("acl_users").searchUsers(email=email.strip()):
        member = api.user.get(userid=each["userid"])
        if member is not None and str(member.getProperty("email") or "").strip().casefold() == wanted:
            yield each["userid"]


def by_email() -> bool:
    """Whether people log in with their e-mail address."""
    return bool(api.portal.get_registry_record("plone.use_email_as_login", default=False))


def free(name: str) -> bool:
    """Whether an account may be made under a user name: well formed, and nobody has it."""
    registration = api.portal.get_tool("portal_registration")
    return bool(registration.isMemberIdAllowed(name)) and not ids_of(name)


def create(name: str, fullname: str, email: str) -> str:
    """Make an account of a plain member; return its id. The password is one that nobody knows."""
    made = api.user.create(
        email=email,
        username=None if by_email() else name,
        password=api.portal.get_tool("portal_registration").generatePassword(),
        properties={"fullname": fullname},
    )
    return str(made.getId())


def invite(userid: str) -> bool:
    """Send Plone's own mail to choose a password; whether that went well."""
    registration: Any = api.portal.get_tool("portal_registration")
    try:
        registration.registeredNotify(userid)
    except Exception as error:  # what a mail server may say is no reason to lose the account
        # Its message may name the address; so only its kind is logged.
        logger.error(
            "The mail to choose a password could not be sent to %s: %s", userid, type(error).__name__
        )
        return False
    return True
