"""`GET @appointments-export`: the appointments of a period as a table, for a spreadsheet."""

from collective.rendezvous.booking.listing import Filter
from collective.rendezvous.restapi.section.asking import asked_days
from collective.rendezvous.restapi.section.parameters import in_address
from collective.rendezvous.restapi.section.service import SectionService
from collective.rendezvous.roles.permissions import EXPORT
from collective.rendezvous.words.tables import csv_file
from collective.rendezvous.words.tables import MIME
from typing import Any


class Export(SectionService):
    """CSV, whatever the span; it is written to a file while it is read, and holds no memory."""

    def reply(self) -> Any:
        """See the contract."""
        self.demand(EXPORT)
        parameters, office = in_address(self.request), self.desk.office
        first, last = asked_days(parameters, self.desk.now.astimezone(office.zone).date(), None)
        parameters.done()
        response = self.request.response
        response.setHeader("Content-Type", MIME)
        name = f"{self.context.getId()}_{first}_{last}.csv"
        response.setHeader("Content-Disposition", f'attachment; filename="{name}"')
        return csv_file(self.desk.export(Filter(first, last), self.language))
