"""The addresses under which a citizen finds an appointment again."""

from urllib.parse import quote
from urllib.parse import urlencode


VIEW = "@@appointment"
WAITING = "@@waiting-list"


def manage_url(section_url: str, reference: str, key: str = "", page: str = "", **more: str) -> str:
    """Return the address of an appointment's page; `page`: cancel, move, confirm, ics, or the first one."""
    path = "/".join(filter(None, (section_url, VIEW, quote(reference), page)))
    query = urlencode({**({"key": key} if key else {}), **more})
    return f"{path}?{query}" if query else path


def waiting_url(section_url: str, key: str, page: str = "") -> str:
    """Return the address of a page of an entry of the waiting list; `page`: confirm, offer, leave."""
    path = "/".join(filter(None, (section_url, WAITING, page)))
    return f"{path}?{urlencode({'key': key})}"
