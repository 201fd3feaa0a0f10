"""The delete action of folder contents, which tells what it could not delete."""

from collective.rendezvous.booking.errors import HasAppointments
from collective.rendezvous.browser.kept.words import why_kept
from plone.app.content.browser.contents.delete import DeleteActionView
from typing import Any


class DeleteKnowingly(DeleteActionView):
    """As Plone's; what has appointments to come stays, and the others go."""

    def action(self, obj: Any) -> None:
        """Delete one of those chosen."""
        try:
            super().action(obj)
        except HasAppointments as refusal:
            self.errors.append(why_kept(refusal))
