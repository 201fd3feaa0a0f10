"""Send lost links once more, to the address alone, and tell nobody whether it is known."""

from .errors import Invalid
from .errors import SectionClosed
from .events import LinksAsked
from .texts import Problems
from .writing import Writing
from typing import Any


def resend(writing: Writing, email: Any, language: str = "") -> None:
    """Have the links of all appointments to come of an address sent there, once an hour at most.

    Raises Invalid for what is no address, SectionClosed where there is nothing to see.
    """
    if writing.office.state == "preparation" and not writing.actor.staff:
        raise SectionClosed("preparation")
    read = Problems()
    address = read.email("email", email, required=True)
    if read.errors:
        raise Invalid(read.errors)
    known = next(iter(writing.ledger.coming(address, None, writing.now)), None) is not None
    if writing.ledger.resent.ask(address, writing.now) and known:
        writing.tell(LinksAsked(writing.section, address, language))
