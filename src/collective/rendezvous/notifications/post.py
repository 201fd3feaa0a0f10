"""Hand a mail over once what it tells is stored.

The site's MailHost would speak to its server while the transaction votes, with the database locked,
and would undo the booking when the server does not answer. So it is only asked after the commit: a
transaction that is rolled back or tried again sends nothing, and a server that is down breaks nothing.
"""

from email.message import EmailMessage
from plone import api
from typing import Any

import logging
import transaction


logger = logging.getLogger(__name__)


def post(message: EmailMessage) -> None:
    """Send the message when the present transaction is committed."""
    host = api.portal.get_tool("MailHost")
    transaction.get().addAfterCommitHook(_send, (host, message))


def _send(committed: bool, host: Any, message: EmailMessage) -> None:
    if not committed:
        return
    try:
        host.send(message, immediate=True)
    except Exception as error:
        logger.error("A mail was not sent: %s", type(error).__name__)
