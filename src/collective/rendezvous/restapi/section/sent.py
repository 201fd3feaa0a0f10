"""The body of a request, read with care."""

from collective.rendezvous import _
from collective.rendezvous.restapi.body import json_object
from collective.rendezvous.restapi.errors import bad_field
from typing import Any


DEPTH = 20
"""Levels of lists and objects; nothing that can be asked for has half as many."""

FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


def body(request: Any) -> dict[str, Any]:
    """The JSON object in the body, {} where there is none; raises an ApiError for anything else."""
    kind = (request.getHeader("Content-Type") or "").partition(";")[0].strip().lower()
    if kind in FORMS and not isinstance(request.get("BODY"), bytes) and length(request):
        raise bad_field("", "malformed_json", _("The body is not valid JSON."))
    data = json_object(request)
    if deeper(data, DEPTH):
        raise bad_field("", "malformed_json", _("The body is not valid JSON."))
    return data


def length(request: Any) -> int:
    """How many bytes were said to come."""
    told = request.getHeader("Content-Length") or "0"
    return int(told) if told.isdecimal() else 0


def deeper(value: Any, levels: int) -> bool:
    """Whether lists and objects are nested in more levels than that."""
    layer = [value]
    for _level in range(levels):
        layer = [
            part
            for each in layer
            if isinstance(each, dict | list)
            for part in (each.values() if isinstance(each, dict) else each)
        ]
        if not layer:
            return False
    return any(isinstance(each, dict | list) for each in layer)
