"""Services on our own base class, with no work in them."""

from collective.rendezvous.booking.retry import committing
from collective.rendezvous.restapi.section.service import SectionService
from persistent.mapping import PersistentMapping
from random import getrandbits
from time import process_time
from typing import Any
from zope.annotation.interfaces import IAnnotations

import transaction


SMALL = "benchmarks.small"
"""The annotation of the site that keeps what the writing service writes."""


class Nothing(SectionService):
    def reply(self) -> dict[str, Any]:
        return {}


class Write(SectionService):
    """Writes one small object, and commits it as a booking is committed."""

    def reply(self) -> dict[str, Any]:
        self.writes()
        portal = self.context.aq_parent
        committing(self.context._p_jar, lambda: self.write(portal), transaction.commit)
        return {}

    def write(self, portal: Any) -> None:
        IAnnotations(portal)[SMALL][getrandbits(62)] = PersistentMapping({"name": "value"})


class Forget(SectionService):
    """Forgets what was found for days before."""

    def reply(self) -> dict[str, Any]:
        self.desk.office.__dict__.pop("memory", None)
        return {}


class Cpu(SectionService):
    """The seconds of CPU that this server has used."""

    def reply(self) -> dict[str, Any]:
        return {"cpu": process_time()}
