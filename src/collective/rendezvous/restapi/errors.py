"""Errors as JSON: raised anywhere below a service, they undo the transaction and answer in one shape."""

from collections.abc import Iterable
from collections.abc import Mapping
from collective.rendezvous import _
from collective.rendezvous.booking.errors import HasAppointments
from dataclasses import dataclass
from plone.rest.errors import ErrorHandling
from plone.rest.interfaces import IAPIRequest
from plone.rest.interfaces import ICORSPolicy
from plone.restapi.exceptions import DeserializationError
from typing import Any
from zope.component import adapter
from zope.component import queryMultiAdapter
from zope.i18n import translate

import json


@dataclass(frozen=True)
class FieldProblem:
    """One thing that is wrong: the field, a code for programs, a translatable message for people."""

    field: str
    code: str
    message: str


class ApiError(Exception):
    """An answer that is an error: its status, and what its body holds beside `type` and `message`."""

    status = 400
    type = "BadRequest"
    message = _("The request cannot be understood.")

    def __init__(
        self, message: str | None = None, headers: Mapping[str, str] | None = None, **body: Any
    ) -> None:
        super().__init__(message or self.message)
        self.message = message or self.message
        self.headers = dict(headers or {})
        self.extra = body

    def body(self, request: Any) -> dict[str, Any]:
        """The JSON object to answer, its words in the visitor's language."""
        return {"type": self.type, "message": translate(self.message, context=request), **self.extra}


class BadInput(ApiError):
    """400: fields that are wrong, each with a code and a message."""

    message = _("Something in the request is not right.")

    def __init__(self, problems: Iterable[FieldProblem]) -> None:
        super().__init__()
        self.problems = tuple(problems)

    def body(self, request: Any) -> dict[str, Any]:
        """See :class:`ApiError`; one problem alone is the message, too."""
        errors = [
            {"field": each.field, "code": each.code, "message": translate(each.message, context=request)}
            for each in self.problems
        ]
        message = errors[0]["message"] if len(errors) == 1 else translate(self.message, context=request)
        return {"type": self.type, "message": message, "errors": errors}


class TooLarge(ApiError):
    """413: more than anybody needs to send."""

    status = 413
    type = "TooLarge"
    message = _("The request is too large.")


def bad_field(field: str, code: str, message: str) -> BadInput:
    """Make the error of one field."""
    return BadInput([FieldProblem(field, code, message)])


def malformed() -> BadInput:
    """Make the error of a body that cannot be read."""
    return bad_field("", "malformed_json", _("The body is not valid JSON."))


@adapter(ApiError, IAPIRequest)
class ApiErrorView(ErrorHandling):
    """Answers an :class:`ApiError`."""

    def __call__(self) -> None:
        """Write the answer and lock it against later changes."""
        error = self.error()
        policy = queryMultiAdapter((self.context, self.request), ICORSPolicy)
        if policy is not None:
            policy.process_simple_request()
        response = self.request.response
        for name, value in error.headers.items():
            response.setHeader(name, value)
        response.setHeader("Content-Type", "application/json")
        response.setStatus(error.status, lock=1)
        response.setBody(json.dumps(error.body(self.request)), lock=1)
        response._has_challenged = True

    def error(self) -> ApiError:
        """The error to tell."""
        return self.context


@adapter(RecursionError, IAPIRequest)
class TooDeepView(ErrorHandling):
    """Answers JSON nested beyond reading: plone.restapi's log-in reads the body before any service does."""

    def __call__(self) -> None:
        """Tell such a body from a fault of the program, which stays one."""
        if "decoding a JSON" not in str(self.context):
            return super().__call__()
        return ApiErrorView(malformed(), self.request)()


@adapter(DeserializationError, IAPIRequest)
class NoJsonView(ApiErrorView):
    """Answers JSON that cannot be read where something else looks into the body before any service does.

    Some protections from spam do so; the error would pass for a fault of the program.
    """

    def error(self) -> ApiError:
        """See :class:`ApiErrorView`."""
        return malformed()


class Conflict(ApiError):
    """409: it stands against what is there; `code` says what."""

    status = 409
    type = "Conflict"


@adapter(HasAppointments, IAPIRequest)
class HasAppointmentsView(ApiErrorView):
    """Answers a deletion that appointments to come stand against, whoever deletes."""

    def error(self) -> ApiError:
        """See :class:`ApiErrorView`."""
        return kept(self.context)


def kept(refusal: HasAppointments) -> Conflict:
    """The answer to a deletion that appointments to come stand against."""
    told = _(
        "Appointments are to come here: ${count}. Move or cancel them first.",
        mapping={"count": refusal.count},
    )
    return Conflict(told, code="has_appointments", count=refusal.count)
