"""Compose a mail: plain and HTML part, an invitation for calendars where there is one.

For a letter of one's own: make a :class:`.text.Text` of blocks, let the town's own words take its place,
and write it.

    usual = Text(
        subject=say(_("Your links"), language),
        blocks=[
            Paragraph(say(_("Open your appointment with this link:"), language)),
            Link(say(_("My appointment"), language), url),  # a button in HTML
        ],
        language=language,
    )
    text = own(section, "links", usual, {"links": url})  # mail_links_subject and mail_links_body, if written
    return write(section, "marie@example.org", text, id=f"links.{parcel.written}.{secret}")

Blocks (:mod:`.blocks`) are Paragraph, Rows (label and value), Items (a list) and Link; all of them hold plain
text and are escaped where they become HTML. `closing` (:mod:`.closing`) makes the last one, whom to call.
"""

from collective.rendezvous.notifications.html import html
from collective.rendezvous.notifications.invitation import Invitation
from collective.rendezvous.notifications.mailbox import addressed
from collective.rendezvous.notifications.mailbox import sender
from collective.rendezvous.notifications.text import one_line
from collective.rendezvous.notifications.text import Text
from collective.rendezvous.notifications.text import visible
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import localtime
from email.utils import make_msgid
from typing import Any


POLICY = SMTP.clone(max_line_length=76)
QUOTED = "quoted-printable"


def write(
    section: Any,
    recipient: str,
    text: Text,
    *,
    invitation: Invitation | None = None,
    id: str = "",
    thread: str = "",
) -> EmailMessage:
    """Return the mail. Nothing that anybody wrote can add a header to it.

    `id` (ASCII, unique, no secret) makes the Message-ID: the same letter sent twice is told once by most
    mail programs; without it the id is a random one. Letters of one `thread` are shown together.
    Raises ValueError for an address that is none.
    """
    origin = sender(section)
    message = EmailMessage(policy=POLICY)
    message["Subject"] = one_line(text.subject)
    message["From"] = origin
    message["To"] = addressed(recipient)
    _reply_to(message, section, origin)
    message["Date"] = localtime()
    message["Message-ID"] = f"<{id}@{origin.domain}>" if id else make_msgid(domain=origin.domain)
    if thread:
        message["References"] = f"<{thread}@{origin.domain}>"
    message["Auto-Submitted"] = "auto-generated"
    message["X-Auto-Response-Suppress"] = "All"
    message.set_content(visible(text.plain), cte=QUOTED)
    message.add_alternative(visible(html(text)), subtype="html", cte=QUOTED)
    if invitation is not None:
        invitation.enclose(message)
    message["Content-Language"] = text.language
    return message


def _reply_to(message: EmailMessage, section: Any, origin: Address) -> None:
    contact = section.contact_email or ""
    if contact and contact != origin.addr_spec:
        message["Reply-To"] = addressed(contact)
