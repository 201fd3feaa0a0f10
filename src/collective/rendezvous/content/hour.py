"""Hours of the day: written "HH:MM", counted in minutes since midnight."""

from collective.rendezvous import _
from z3c.form.converter import FieldDataConverter
from z3c.form.interfaces import ITextWidget
from zope.component import adapter
from zope.interface import implementer
from zope.schema import TextLine
from zope.schema import ValidationError
from zope.schema.interfaces import ITextLine

import re


WRITTEN = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")
TYPED = re.compile(r"\s*(\d{1,2})\s*(?:[:.hH]\s*(\d{2})?)?\s*")


class NotAnHour(ValidationError):
    """An hour that is not written HH:MM."""

    __doc__ = _("Write the hour as 09:30.")


class IHour(ITextLine):
    """An hour of the day, "HH:MM"."""


@implementer(IHour)
class Hour(TextLine):
    """An hour of the day, "00:00" to "23:59"; `closing`: also "24:00", the end of the day."""

    def __init__(self, closing: bool = False, **options: object) -> None:
        self.closing = closing
        super().__init__(**options)

    def _validate(self, value: str) -> None:
        super()._validate(value)
        if not (WRITTEN.fullmatch(value) or (self.closing and value == "24:00")):
            raise NotAnHour(value).with_field_and_value(self, value)


def minutes(hour: str) -> int:
    """Minutes since midnight of "HH:MM"."""
    return int(hour[:2]) * 60 + int(hour[3:])


def written(minute: int) -> str:
    """A minute of the day as "HH:MM"; 1440 is "24:00"."""
    return f"{minute // 60:02}:{minute % 60:02}"


@adapter(IHour, ITextWidget)
class HourConverter(FieldDataConverter):
    """Reads an hour as people type it: 9:30, 9h30, 9 h."""

    def toFieldValue(self, value: str) -> str | None:
        """See z3c.form's IDataConverter."""
        return super().toFieldValue(typed(value))


def typed(text: str) -> str:
    """What somebody typed as "HH:MM", if it can be read as an hour; else as it is."""
    found = TYPED.fullmatch(text)
    return f"{int(found[1]):02d}:{found[2] or '00'}" if found else text
