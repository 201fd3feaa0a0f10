"""Every ledger of a site, held against itself."""

from ..ledger.container import ledgers
from ..ledger.verify import Difference
from ..ledger.verify import verify
from collections.abc import Iterator
from datetime import datetime
from plone import api
from typing import Any
from zoneinfo import ZoneInfo


def audit(portal: Any, now: datetime) -> Iterator[tuple[str, list[Difference]]]:
    """Where each section stands, or its uid when it is gone, with all that differs in its ledger.

    It reads every appointment; see :func:`.ledger.verify.verify` for what is compared.
    """
    for uid, ledger in (ledgers(portal) or {}).items():
        section = api.content.get(UID=uid)
        where = "/".join(section.getPhysicalPath()) if section is not None else uid
        yield where, list(verify(ledger, ZoneInfo(ledger.zone or "UTC"), now))
