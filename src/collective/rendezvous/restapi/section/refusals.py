"""What the desk says no with, as HTTP answers."""

from collections.abc import Callable
from collections.abc import Iterable
from collective.rendezvous import _
from collective.rendezvous.booking.errors import BookingError
from collective.rendezvous.booking.errors import Busy
from collective.rendezvous.booking.errors import HasAppointments
from collective.rendezvous.booking.errors import Invalid
from collective.rendezvous.booking.errors import NeedsConfirmation
from collective.rendezvous.booking.errors import Refused
from collective.rendezvous.booking.errors import SectionClosed
from collective.rendezvous.booking.errors import Stale
from collective.rendezvous.booking.errors import TooMany
from collective.rendezvous.booking.errors import Unknown
from collective.rendezvous.booking.errors import WrongState
from collective.rendezvous.booking.messages import of_error
from collective.rendezvous.booking.messages import of_field
from collective.rendezvous.booking.messages import of_finding
from collective.rendezvous.restapi.errors import ApiError
from collective.rendezvous.restapi.errors import Conflict
from collective.rendezvous.scheduling.rules import Finding
from typing import Any


class Forbidden(ApiError):
    """403: not now, by nobody of the public."""

    status = 403
    type = "Forbidden"


class Denied(ApiError):
    """401: not for whoever asks, told as plone.rest tells it.

    It is answered and not raised on: an error page of a HEAD request would have a body.
    """

    status = 401
    type = "Unauthorized"
    message = _("You are not allowed to do this.")


class NotFound(ApiError):
    """404: there is none, or not for whoever asks; the same words for both."""

    status = 404
    type = "NotFound"


class PreconditionFailed(ApiError):
    """412: it is not any more what the asker saw."""

    status = 412
    type = "PreconditionFailed"


class TooManyRequests(ApiError):
    """429: wait."""

    status = 429
    type = "TooManyRequests"


class Unavailable(ApiError):
    """503: try again."""

    status = 503
    type = "ServiceUnavailable"


KINDS: dict[type[BookingError], type[ApiError]] = {
    Busy: Unavailable,
    Invalid: ApiError,
    SectionClosed: Forbidden,
    Stale: PreconditionFailed,
    TooMany: TooManyRequests,
    Unknown: NotFound,
}
"""Everything else is a conflict."""


def refusal(error: BookingError, language: str, staff: bool) -> ApiError:
    """The answer that tells it, in a language."""
    kind = next((KINDS[each] for each in type(error).__mro__ if each in KINDS), Conflict)
    said: dict[str, Any] = {} if kind in (ApiError, NotFound) else {"code": error.code}
    for each, more in MORE.items():
        if isinstance(error, each):
            said |= more(error, language, staff)
    wait = getattr(error, "retry_after", None)
    headers = {} if wait is None else {"Retry-After": str(max(1, wait))}
    return kind(message(error, language, staff), headers, **said)


def message(error: BookingError, language: str, staff: bool) -> str:
    """Why not, as one sentence: a single thing that is wrong says it itself."""
    if isinstance(error, Invalid) and len(error.errors) == 1:
        return of_field(error.errors[0], language)
    return of_error(error, language, staff)


def fields(error: Any, language: str, staff: bool) -> dict[str, Any]:
    """What is wrong, field by field; `label` names the question whose answer it is."""
    return {
        "errors": [
            {
                "field": one.field,
                "code": one.code,
                "message": of_field(one, language),
                **({"label": one.values["label"]} if "label" in one.values else {}),
            }
            for one in error.errors
        ]
    }


def broken(findings: Iterable[Finding], language: str, staff: bool) -> list[dict[str, str]]:
    """The rules that are broken."""
    return [
        {"code": one.code, "field": one.field, "message": of_finding(one, language, staff)}
        for one in findings
    ]


MORE: dict[type[BookingError], Callable[[Any, str, bool], dict[str, Any]]] = {
    HasAppointments: lambda error, language, staff: {"count": error.count},
    Invalid: fields,
    NeedsConfirmation: lambda error, language, staff: {"warnings": broken(error.warnings, language, staff)},
    Refused: lambda error, language, staff: {
        "findings": broken(error.findings, language, staff),
        "alternatives": [slot.start.isoformat() for slot in error.alternatives],
    },
    WrongState: lambda error, language, staff: {"state": error.state},
}
"""What else an answer holds."""
