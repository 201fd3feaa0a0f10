"""Addresses that put an appointment into a calendar on the web. The key is in none of them."""

from collective.rendezvous.notifications.calendar_file import description
from collective.rendezvous.notifications.facts import Facts
from urllib.parse import quote
from urllib.parse import urlencode


GOOGLE = "https://calendar.google.com/calendar/render"
OUTLOOK = "https://outlook.live.com/calendar/0/deeplink/compose"
LONGEST = 1000
"""Characters of what to know: an address has to stay short enough for browsers and servers."""


def google(facts: Facts) -> str:
    """Return the address of a new event in Google's calendar."""
    start, end = (moment.strftime("%Y%m%dT%H%M%S") for moment in (facts.start, facts.end))
    return _url(
        GOOGLE,
        action="TEMPLATE",
        text=facts.type,
        dates=f"{start}/{end}",
        ctz=str(facts.start.tzinfo),
        location=facts.address,
        details=_details(facts),
    )


def outlook(facts: Facts) -> str:
    """Return the address of a new event in Outlook's calendar on the web."""
    return _url(
        OUTLOOK,
        path="/calendar/action/compose",
        rru="addevent",
        subject=facts.type,
        startdt=facts.start.isoformat(),
        enddt=facts.end.isoformat(),
        location=facts.address,
        body=_details(facts),
    )


def _details(facts: Facts) -> str:
    told = description(facts)
    return told if len(told) <= LONGEST else f"{told[: LONGEST - 1]}…"


def _url(address: str, **query: str) -> str:
    return f"{address}?{urlencode(query, quote_via=quote)}"
