"""Compose a mail: nothing that a citizen wrote can add a header to it."""

from collective.rendezvous.notifications import texts
from collective.rendezvous.notifications.facts import Facts
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import localtime
from plone.registry.interfaces import IRegistry
from typing import Any
from zope.component import getUtility


POLICY = SMTP.clone(max_line_length=76)


def letter(section: Any, kind: str, facts: Facts, recipient: str) -> EmailMessage:
    """Return the mail; `kind`: confirmed, please_confirm, changed, updated, cancelled or proposal.

    Raises ValueError for an address that is none.
    """
    message = EmailMessage(policy=POLICY)
    message["Subject"] = texts.subject(section, kind, facts)
    message["From"] = sender(section)
    message["To"] = addressed(recipient)
    message["Date"] = localtime()
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(texts.body(section, kind, facts), cte="quoted-printable")
    message["Content-Language"] = facts.language
    return message


def sender(section: Any) -> Address:
    """Return who writes: the section's sender, else the site's."""
    registry = getUtility(IRegistry)
    name = section.sender_name or registry.get("plone.email_from_name") or ""
    address = section.sender_address or registry.get("plone.email_from_address") or ""
    return addressed(address, " ".join(name.split()))


def addressed(address: str, name: str = "") -> Address:
    """Return one address; raises ValueError where it is none, or more than one."""
    if "@" not in address:
        raise ValueError("no address")
    return Address(name, addr_spec=address)
