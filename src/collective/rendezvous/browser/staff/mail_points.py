"""What the check list says of mails that do not leave; nothing while all is well."""

from collections.abc import Iterator
from collective.rendezvous import _
from collective.rendezvous.browser.staff.checklist import Point
from collective.rendezvous.browser.words import Words
from collective.rendezvous.jobs.status import letters
from datetime import datetime
from typing import Any


def mail_points(section: Any, now: datetime, words: Words) -> Iterator[Point]:
    """Mails that are stuck, and mails that were given up; `now` is in the section's zone."""
    found = letters(section)
    if found.stuck(now):
        assert found.oldest is not None
        since = words.moment(found.oldest.astimezone(now.tzinfo))
        text = _("E-mails do not leave since ${moment} (${number} waiting): tell the site's webmaster")
        yield Point(False, text, {"moment": since, "number": found.waiting})
    if found.given_up:
        text = _("E-mails that could not be sent: ${number}. The site's webmaster sees whom they were about")
        yield Point(False, text, {"number": found.given_up})
