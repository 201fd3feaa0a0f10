"""What zope.schema's errors are called in the contract, and what people are told."""

from collective.rendezvous import _
from collective.rendezvous.content.hour import NotAnHour
from collective.rendezvous.content.text import ControlCharacters
from collective.rendezvous.content.text import NotAColor
from collective.rendezvous.restapi.errors import FieldProblem
from plone.schema.email import InvalidEmail
from typing import Any
from zope.schema import ValidationError
from zope.schema.interfaces import ConstraintNotSatisfied
from zope.schema.interfaces import RequiredMissing
from zope.schema.interfaces import TooBig
from zope.schema.interfaces import TooLong
from zope.schema.interfaces import TooShort
from zope.schema.interfaces import TooSmall
from zope.schema.interfaces import WrongContainedType
from zope.schema.interfaces import WrongType


CODES = (
    (ControlCharacters, "control_characters"),
    (InvalidEmail, "invalid_email"),
    (NotAColor, "invalid_color"),
    (NotAnHour, "invalid_time"),
    (RequiredMissing, "required"),
    (TooBig, "out_of_bounds"),
    (TooSmall, "out_of_bounds"),
    (TooLong, "too_long"),
    (TooShort, "required"),
    (ConstraintNotSatisfied, "unknown"),
    (WrongType, "wrong_type"),
)


class Wrong(Exception):
    """A value that a field cannot hold."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code)
        self.code = code
        self.message = message

    def beside(self, field: str) -> FieldProblem:
        """The problem as told beside a field."""
        return FieldProblem(field, self.code, self.message)


def wrong(error: ValidationError, field: Any) -> Wrong:
    """Say what a field's own validation says."""
    if isinstance(error, WrongContainedType) and error.errors:
        return wrong(error.errors[0], getattr(field, "value_type", field) or field)
    code = next((code for kind, code in CODES if isinstance(error, kind)), "invalid")
    return Wrong(code, _message(code, error, field))


def _message(code: str, error: ValidationError, field: Any) -> str:
    if code == "required":
        return _("This is required.")
    if code == "out_of_bounds":
        return _("This must be between ${min} and ${max}.", mapping={"min": field.min, "max": field.max})
    if code == "too_long":
        return _("This is too long: at most ${max}.", mapping={"max": field.max_length})
    if code == "unknown":
        return _("This is none of the choices.")
    if code == "wrong_type":
        return _("This has the wrong form.")
    return error.doc()
