"""Where a step leads back to: the page of the back office on which it was pressed, and no other."""

import re


HOME = "@@rendezvous-home"
REFERENCE = re.compile(r"[A-Z0-9]{10}", re.ASCII)
KNOWN = re.compile(
    r"@@(?:rendezvous-home|rendezvous-day(?:\?[\w=&%.+-]*)?"
    rf"|(?:appointment-for-staff|rendezvous-edit)/{REFERENCE.pattern})",
    re.ASCII,
)


def back_url(section_url: str, told: object) -> str:
    """The address that a form tells, if it is one of these pages; else the home."""
    page = told if isinstance(told, str) and KNOWN.fullmatch(told) else HOME
    return f"{section_url}/{page}"


def at_row(url: str, reference: str) -> str:
    """The address with the row of an appointment, so that a long list keeps its place."""
    return f"{url}#r-{reference}" if REFERENCE.fullmatch(reference) and reference not in url else url
