"""`POST @resend-links`: lost links are sent to the address, and to nobody else."""

from collective.rendezvous import _
from collective.rendezvous.restapi.section.service import SectionService
from typing import Any
from zope.i18n import translate


class ResendLinks(SectionService):
    """Answers the same, whether or not the address is known."""

    def reply(self) -> dict[str, Any]:
        """See the contract."""
        self.writes()
        self.desk.resend(self.sent.get("email"), self.language)
        self.request.response.setStatus(202)
        told = _("If there are appointments to come for this address, their links are on their way to it.")
        return {"message": translate(told, context=self.request)}
