"""The reason, in words."""

from collective.rendezvous import _
from collective.rendezvous.booking.errors import HasAppointments


def why_kept(refusal: HasAppointments) -> str:
    """Say what is kept, why, and what to do first."""
    return _(
        "“${title}” was not deleted: appointments are to come there (${count}). Move or cancel them first.",
        mapping={"title": refusal.title, "count": refusal.count},
    )
