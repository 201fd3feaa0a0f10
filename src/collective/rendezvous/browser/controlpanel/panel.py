"""The control panel « Rendez-vous »."""

from collective.rendezvous import clock
from collective.rendezvous.browser.controlpanel.names import JOBS
from collective.rendezvous.browser.controlpanel.rows import Row
from collective.rendezvous.browser.controlpanel.rows import rows
from collective.rendezvous.browser.controlpanel.settings import SettingsForm
from collective.rendezvous.browser.icons import icon
from collective.rendezvous.browser.public.page import BUNDLE
from collective.rendezvous.browser.words import Words
from collective.rendezvous.browser.words import words_of
from collective.rendezvous.content.settings import PREFIX
from collective.rendezvous.jobs import packing
from collective.rendezvous.jobs import status
from collective.rendezvous.jobs.run import zone_of
from collective.rendezvous.jobs.status import Told
from datetime import datetime
from functools import cached_property
from plone import api
from plone.app.registry.browser.controlpanel import ControlPanelFormWrapper
from Products.CMFPlone.resources import add_bundle_on_request
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


class ControlPanel(ControlPanelFormWrapper):
    """All sections and what they lack, the clock, the outboxes, and the settings of the site."""

    form = SettingsForm
    index = ViewPageTemplateFile("panel.pt")

    def update(self) -> None:
        """Prepare the page, and the form in it."""
        self.request.response.setHeader("Cache-Control", "private, no-store")
        add_bundle_on_request(self.request, BUNDLE)
        super().update()

    @cached_property
    def words(self) -> Words:
        """Dates and messages in the reader's language."""
        return words_of(self.request)

    @cached_property
    def now(self) -> datetime:
        """This moment, in the site's zone."""
        return clock.now().astimezone(zone_of(self.context))

    @cached_property
    def sections(self) -> list[Row]:
        """All sections of the site."""
        return list(rows(self.context, self.words.language))

    @property
    def turns(self) -> list[Told]:
        """The last turn of each job."""
        return status.turns(self.context)

    @property
    def silent(self) -> bool:
        """Whether the clock has stopped."""
        return bool(self.sections) and status.silent(self.context, self.now)

    @property
    def inner_clock(self) -> bool:
        """Whether Plone's own clock is on."""
        return bool(api.portal.get_registry_record(f"{PREFIX}.inner_clock", default=True))

    @cached_property
    def waiting(self) -> int:
        """How many letters wait in all."""
        return sum(section.letters.waiting for section in self.sections)

    @property
    def stuck(self) -> bool:
        """Whether any letter has waited too long that could be sent."""
        return any(section.letters.stuck(self.now) for section in self.sections if section.address)

    @property
    def homeless(self) -> bool:
        """Whether letters wait because nobody knows under which address citizens find their section."""
        return any(section.letters.waiting and not section.address for section in self.sections)

    @cached_property
    def unpacked_since(self) -> datetime | None:
        """Since when, at the latest, the database has not been packed."""
        since = packing.unpacked_since(self.context)
        return None if since is None else since.astimezone(self.now.tzinfo)

    @property
    def packed_late(self) -> bool:
        """Whether packing is late."""
        return self.unpacked_since is not None and self.now - self.unpacked_since > packing.LATE

    def job(self, name: str) -> str:
        """What a job is called."""
        return self.words.say(JOBS[name]) if name in JOBS else name

    def moment(self, moment: datetime) -> str:
        """A moment in the site's zone, in words."""
        return self.words.moment(moment.astimezone(self.now.tzinfo))

    def at(self, second: int) -> str:
        """The same, of a second since the epoch."""
        return self.moment(datetime.fromtimestamp(second, self.now.tzinfo))

    def icon(self, name: str, css: str = "") -> Any:
        """An icon, silent for screen readers."""
        return icon(self.context, self.request, name, css)
