"""The address of the page of an appointment whose e-mail has still to be confirmed."""

from collective.rendezvous.addresses import manage_url
from collective.rendezvous.browser.public.seal import seal
from collective.rendezvous.browser.public.seal import unsealed


SEEN = "pending"
"""The purpose of a seal that opens the page to whoever has just booked: the mail alone tells the key."""


def pending_url(section_url: str, reference: str) -> str:
    """Return the address of the page."""
    return manage_url(section_url, reference, page="pending", seen=seal(reference, SEEN))


def seen(reference: str, sealed: object) -> bool:
    """Whether this seal opens the page of that appointment."""
    return unsealed(sealed, SEEN) == reference
