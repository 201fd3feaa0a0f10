"""Addresses of mails, as every mail server takes them."""

from collective.rendezvous.notifications.text import one_line
from email.errors import HeaderParseError
from email.headerregistry import Address
from plone.registry.interfaces import IRegistry
from typing import Any
from zope.component import getUtility

import idna


def sender(section: Any) -> Address:
    """Return who writes, the section's sender or else the site's; raises ValueError if that is no address."""
    name = section.sender_name or _site("email_from_name")
    return addressed(section.sender_address or _site("email_from_address"), name)


def addressed(address: str, name: str = "") -> Address:
    """Return one address, its domain in the letters of the DNS (IDNA 2008).

    Raises ValueError where it is none, or more than one, or where what stands before the @ has other
    letters than ASCII: such addresses need SMTPUTF8, which the site's MailHost does not speak.
    """
    local, at, domain = address.rpartition("@")
    if not at or not local.isascii():
        raise ValueError("no address that can be written to")
    if not domain.isascii():
        domain = idna.encode(domain, uts46=True).decode()
    try:
        found = Address(one_line(name), addr_spec=f"{local}@{domain}")
    except (HeaderParseError, IndexError):
        raise ValueError("no address") from None
    if (found.username, found.domain) != (local, domain):
        raise ValueError("more than an address")
    return found


def organizer(section: Any) -> Address | None:
    """Return who gives appointments, for calendars: the sender, None where there is no address."""
    try:
        return sender(section)
    except ValueError:
        return None


def _site(setting: str) -> str:
    return getUtility(IRegistry).get(f"plone.{setting}") or ""
