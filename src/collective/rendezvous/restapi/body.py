"""The body of a request as a JSON object, whatever was sent."""

from collective.rendezvous import _
from collective.rendezvous.restapi.errors import bad_field
from collective.rendezvous.restapi.errors import malformed
from collective.rendezvous.restapi.errors import TooLarge
from typing import Any

import json


LIMIT = 1024 * 1024
"""Bytes; more is refused unread."""


def json_object(request: Any) -> dict[str, Any]:
    """The JSON object in the body, {} if there is no body; raises BadInput or TooLarge.

    NaN and Infinity are no JSON; numbers and brackets beyond what Python reads are refused.
    """
    raw = request.get("BODY") or b""
    if len(raw) > LIMIT:
        raise TooLarge()
    if not raw:
        return {}
    try:
        data = json.loads(raw, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise malformed() from None
    if not isinstance(data, dict):
        raise bad_field("", "wrong_type", _("The body must be a JSON object."))
    return data


def _no_constant(name: str) -> None:
    raise ValueError(name)
