"""Where a step leads back to: the page of the back office on which it was pressed, and no other."""

from collective.rendezvous.ledger.references import id_of

import re


HOME = "@@rendezvous-home"
KNOWN = re.compile(
    r"@@(?:rendezvous-home|rendezvous-day(?:\?[\w=&%.+-]*)?|appointment-for-staff/[A-Z0-9]{10})", re.ASCII
)


def back_url(section_url: str, told: object) -> str:
    """The address that a form tells, if it is one of these pages; else the home."""
    page = told if isinstance(told, str) and KNOWN.fullmatch(told) else HOME
    return f"{section_url}/{page}"


def at_row(url: str, reference: str) -> str:
    """The address with the row of an appointment, so that a long list keeps its place."""
    return f"{url}#r-{reference}" if id_of(reference) is not None and reference not in url else url
