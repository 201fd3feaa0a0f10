"""Lists of days: typed one per line."""

from collective.rendezvous import _
from datetime import date
from z3c.form.converter import BaseDataConverter
from z3c.form.interfaces import ITextLinesWidget
from zope.component import adapter
from zope.interface import implementer
from zope.schema import Date
from zope.schema import List
from zope.schema import ValidationError
from zope.schema.interfaces import IList

import re


ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
FRENCH = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")


class NotADay(ValidationError):
    """A line that is no day."""

    __doc__ = _("Write one day per line, for example 2026-12-25.")


class IDays(IList):
    """A list of days."""


@implementer(IDays)
class Days(List):
    """A list of days."""

    def __init__(self, **options: object) -> None:
        super().__init__(value_type=Date(), **options)


@adapter(IDays, ITextLinesWidget)
class DaysConverter(BaseDataConverter):
    """Reads 2026-12-25 and 25/12/2026, one per line."""

    def toWidgetValue(self, value: list[date] | None) -> str:
        """See z3c.form's IDataConverter."""
        return "\n".join(day.isoformat() for day in value or ())

    def toFieldValue(self, value: str) -> list[date]:
        """See z3c.form's IDataConverter."""
        found = {_day(line): None for line in (value or "").split("\n") if line.strip()}
        return sorted(found)


def _day(line: str) -> date:
    iso, french = ISO.fullmatch(line.strip()), FRENCH.fullmatch(line.strip())
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if french:
            return date(int(french[3]), int(french[2]), int(french[1]))
    except ValueError:
        pass
    raise NotADay(line)
