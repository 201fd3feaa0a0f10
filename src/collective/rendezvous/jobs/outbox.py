"""Send what is in the outbox, through the site's MailHost.

A parcel is claimed in a transaction of its own, composed, sent, and crossed off in another one. A server
that is not there ends the turn: all that waits is tried again soon. What a server refuses, or what cannot be
composed, is tried again later and later, while the others go on.
"""

from collective.rendezvous import clock
from collective.rendezvous.booking.office import ledger_of
from collective.rendezvous.jobs import outage
from collective.rendezvous.jobs.conflicts import written
from collective.rendezvous.jobs.report import report
from collective.rendezvous.jobs.visit import unknown
from collective.rendezvous.ledger.outbox import Outbox
from collective.rendezvous.notifications.kinds import compose
from datetime import datetime
from datetime import timedelta
from email import message_from_bytes
from email.policy import compat32
from functools import partial
from plone import api
from plone.uuid.interfaces import IUUID
from smtplib import SMTPConnectError
from smtplib import SMTPException
from transaction.interfaces import TransientError
from typing import Any

import transaction


BATCH = 50
LONGEST = timedelta(minutes=1)
"""A turn ends after so many parcels, or after that time: far before the lease of its last parcel does."""

WIRE = compat32.clone(linesep="\r\n")
"""As it will be on the wire: MailHost copies in depth what it is given, and would fold headers anew."""


def waits(ledger: Any, now: datetime) -> bool:
    """Whether anything is due."""
    return bool(ledger.outbox.due(now, 1))


def run(section: Any, now: datetime) -> int:
    """Send what is due; return how many were sent. Letters wait until the site's address is known."""
    ledger, uid = ledger_of(section), IUUID(section)
    if ledger is None or unknown(section) or outage.lasts(uid, now):
        return 0
    begun, sent = clock.now(), 0
    for key in ledger.outbox.due(now, BATCH):
        if clock.now() - begun > LONGEST:
            break
        claimed = claim(ledger.outbox, key, now)
        if claimed is None:
            continue
        try:
            sent += send(section, ledger.outbox, claimed, now)
        except Exception as error:
            transaction.abort()
            if nobody_there(error):
                if outage.begin(uid, now):
                    report("The mail server does not answer", error)
                written(partial(ledger.outbox.put_back, claimed, now))
                break
            report("A mail was not sent", error)
            written(partial(ledger.outbox.failed, claimed, now))
        else:
            transaction.abort()
            written(partial(ledger.outbox.sent, claimed))
    if sent:
        outage.end(uid)
    return sent


def claim(outbox: Outbox, key: int, now: datetime) -> int | None:
    """Its key from now on; None if another process has it."""
    try:
        transaction.begin()
        claimed = outbox.claim(key, now)
        transaction.commit()
    except TransientError:
        transaction.abort()
        return None
    return claimed


def send(section: Any, outbox: Outbox, key: int, now: datetime) -> bool:
    """Compose a parcel and send it; False when there is nothing to tell any more."""
    parcel = outbox.get(key)
    message = None if parcel is None else compose(section, parcel, now)
    if message is None:
        return False
    written_out = message_from_bytes(message.as_bytes(), policy=WIRE)
    api.portal.get_tool("MailHost").send(written_out, immediate=True)
    return True


def nobody_there(error: Exception) -> bool:
    """Whether the mail server could not be spoken to at all, whatever the mail."""
    return isinstance(error, SMTPConnectError) or (
        isinstance(error, OSError) and not isinstance(error, SMTPException)
    )
