"""The journal of erasures as a file, to be kept beside the backups."""

from collective.rendezvous.booking.archive.write import journal
from collective.rendezvous.browser.staff.page import StaffPage

import json


class JournalFile(StaffPage):
    """Lines of JSON as `rendezvous-erasures` writes them: when, why, which reference; nobody's name."""

    def answer(self) -> str:
        """Send it."""
        lines = [json.dumps({"section": self.office.uid, **line}) for line in journal(self.desk.ledger)]
        response = self.request.response
        response.setHeader("Content-Type", "application/x-ndjson; charset=utf-8")
        name = f"erasures-{self.section.getId()}-{self.today}.jsonl"
        response.setHeader("Content-Disposition", f'attachment; filename="{name}"')
        return "".join(f"{line}\n" for line in lines)
