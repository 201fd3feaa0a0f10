"""All that the section keeps of one person: found, taken along, erased."""

from collections.abc import Iterable
from collective.rendezvous import _
from collective.rendezvous.booking.dossier import dossier
from collective.rendezvous.booking.erasing import to_come
from collective.rendezvous.booking.person import Kept
from collective.rendezvous.browser.staff.page import StaffPage
from collective.rendezvous.browser.staff.rows import Row
from collective.rendezvous.browser.staff.rows import row
from collective.rendezvous.browser.staff.search import searched
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any

import json


class PersonPage(StaffPage):
    """Everything comes by POST: no name stands in an address, nor in the server's log."""

    heading = _("A person's data")
    template = ViewPageTemplateFile("templates/person.pt")
    warning = ViewPageTemplateFile("templates/person_erase.pt")

    def answer(self) -> Any:
        """Show the form and what was found, send it as a file, ask before erasing, or erase."""
        if not self.posted:
            return self.template()
        self.check_form()
        asked = self.request.form
        if not self.found:
            return self.template()
        if "download" in asked:
            return self._download()
        if "erase" in asked:
            return self._erase()
        if "ask" in asked:
            self.heading = _("Erase these data?")
            return self.warning()
        return self.template()

    @cached_property
    def text(self) -> str:
        """Who is looked for."""
        return searched(self)

    @cached_property
    def found(self) -> Kept:
        """All that is kept of them; once there were boxes to tick, what is ticked of it."""
        found = self.desk.person(self.text) if self.text else Kept()
        if "ticks" not in self.request.form:
            return found
        ticked = self._ticked()
        chosen = [one for one in found.appointments if one.reference in ticked]
        others = "others" in self.request.form
        return Kept(chosen, found.waiting if others else [], found.letters if others else {})

    @property
    def rows(self) -> list[Row]:
        """The appointments, in order of start."""
        return [row(self, one) for one in self.found.appointments]

    @cached_property
    def coming(self) -> list[Row]:
        """Those that are still to take place."""
        return [row(self, one) for one in self.found.appointments if to_come(one, self.now)]

    @property
    def waiting(self) -> list[dict[str, Any]]:
        """What they wait for."""
        types = self.office.types
        return [
            {
                "type": types[one.type_uid].title if one.type_uid in types else "",
                "first": self.words.day(one.first, year=True),
                "last": self.words.day(one.last, year=True),
                "email": one.email,
            }
            for one in self.found.waiting
        ]

    @property
    def hidden(self) -> Iterable[tuple[str, str]]:
        """What the page that asks sends again."""
        ticked = [("reference", one.reference) for one in self.found.appointments]
        others = [("others", "1")] if self.found.others else []
        return [("q", self.text), ("ticks", "1"), *ticked, *others]

    def _download(self) -> str:
        told = dossier(self.found, self.office, self.now, self.words.language)
        response = self.request.response
        response.setHeader("Content-Type", "application/json; charset=utf-8")
        response.setHeader("Content-Disposition", f'attachment; filename="personal-data-{self.today}.json"')
        return json.dumps(told, ensure_ascii=False, indent=2)

    def _erase(self) -> str:
        cancel = "cancel" in self.request.form
        references = {one.reference for one in self.found.appointments}
        done = self.desk.forget([self.text], references, cancel, others=bool(self.found.others))
        if done.erased or done.others:
            self.tell(_("Appointments erased: ${number}."), number=len(done.erased))
        if done.left:
            message = _("Not erased, as they are still to take place: ${references}.")
            self.tell(message, "warning", references=", ".join(one.reference for one in done.left))
        return self.redirect(self.view_url("rendezvous-person"))

    def _ticked(self) -> set[str]:
        told = self.request.form.get("reference", [])
        return {one for one in (told if isinstance(told, list) else [told]) if isinstance(one, str)}
