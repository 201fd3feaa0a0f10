"""ETags of appointments, and what a sender says about the one that it saw."""

from collective.rendezvous.ledger.appointment import Appointment
from collective.rendezvous.restapi.section.service import compact
from hashlib import blake2b
from typing import Any

import re


TAG = re.compile(r'(?:W/)?"([^"]*)"')
NEVER = -1
"""The version of what never was."""


def etag(appointment: Appointment, told: Any) -> str:
    """The tag of an appointment as it is told: its reference and version, then a digest of the words.

    The digest makes a reader who has it in another state, language or role read it anew; a
    writer is held to the version alone.
    """
    digest = blake2b(compact(told), digest_size=6).hexdigest()
    return f'"{appointment.reference}.{appointment.version}.{digest}"'


def seen(request: Any, etag: str) -> bool:
    """Whether the reader has just that already (If-None-Match)."""
    header = request.getHeader("If-None-Match") or ""
    return header.strip() == "*" or etag.strip('"') in TAG.findall(header)


def version_seen(request: Any, appointment: Appointment) -> int | None:
    """The version that a writer saw (If-Match); None where it does not say."""
    header = (request.getHeader("If-Match") or "").strip()
    if header in ("", "*"):
        return None
    versions = [
        tag.split(".")[1] for tag in TAG.findall(header) if tag.startswith(f"{appointment.reference}.")
    ]
    return appointment.version if str(appointment.version) in versions else NEVER
