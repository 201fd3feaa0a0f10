"""What the desk answers when it cannot do what was asked: a code each, the words are made later."""

from ..scheduling.rules import Finding
from ..scheduling.slots import Slot
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as made
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with one field of what was asked; `values` for its message."""

    field: str
    code: str
    values: Mapping[str, Any] = made(default_factory=lambda: MappingProxyType({}))


class BookingError(Exception):
    """Whatever the desk says no with. `code` names the reason."""

    code = "error"


class Invalid(BookingError):
    """What was asked makes no sense: nothing was changed (HTTP 400)."""

    code = "invalid"

    def __init__(self, errors: Sequence[FieldError]) -> None:
        super().__init__(", ".join(f"{one.field}: {one.code}" for one in errors))
        self.errors = tuple(errors)


class Refused(BookingError):
    """A rule refuses it (409): the code of the first finding, and free starts instead."""

    def __init__(self, findings: Sequence[Finding], alternatives: Sequence[Slot] = ()) -> None:
        super().__init__(", ".join(one.code for one in findings))
        self.code = findings[0].code
        self.findings = tuple(findings)
        self.alternatives = tuple(alternatives)


class NeedsConfirmation(BookingError):
    """Rules warn, and staff have not confirmed these warnings yet (409)."""

    code = "needs_confirmation"

    def __init__(self, warnings: Sequence[Finding]) -> None:
        super().__init__(", ".join(one.code for one in warnings))
        self.warnings = tuple(warnings)


class NothingFree(BookingError):
    """There is no free start to move to."""

    code = "nothing_free"


class Unknown(BookingError):
    """There is no such appointment, or the asker may not open it: always told the same (404)."""

    code = "not_found"


class NotWaiting(Unknown):
    """That key leads to nobody on the waiting list, or not any more (404)."""

    code = "not_waiting"


class TooManyCorrections(BookingError):
    """The address of a pending appointment has been corrected as often as it may (409)."""

    code = "too_many_corrections"


class NoHolds(Unknown):
    """The section keeps no slots (404)."""


class WrongState(BookingError):
    """The appointment's state does not have that action (409)."""

    code = "wrong_state"

    def __init__(self, state: str = "") -> None:
        super().__init__(state)
        self.state = state


class TooLateToCancel(BookingError):
    """The citizen may not cancel or move it any more (409); `hours` is the notice asked for."""

    code = "too_late_to_cancel"

    def __init__(self, hours: int) -> None:
        super().__init__(str(hours))
        self.hours = hours


class TooMany(BookingError):
    """That client has booked too often in the last minute (429)."""

    code = "too_many_requests"

    def __init__(self, retry_after: int) -> None:
        super().__init__(str(retry_after))
        self.retry_after = retry_after


class TooManyHolds(TooMany):
    """That client keeps as many slots as one may (429); one books without, too."""

    code = "too_many_holds"


class AskedTooOften(TooMany):
    """That client has asked to be put on the waiting list too often in the last minute (429)."""

    code = "asked_too_often"


class Busy(BookingError):
    """Too many others wrote at the same moment: try again (503)."""

    code = "busy"
    retry_after = 1


class Shut(Busy):
    """The section's appointments are being replaced: try again later (503)."""

    retry_after = 60


class Stale(BookingError):
    """Somebody else changed the appointment meanwhile (412)."""

    code = "changed_meanwhile"


class SectionClosed(BookingError):
    """The section takes no appointments from the public now (403); `state` says which."""

    def __init__(self, state: str) -> None:
        super().__init__(state)
        self.code = self.state = state


class HasAppointments(BookingError):
    """A set-up object cannot go: appointments are to come (409)."""

    code = "has_appointments"

    def __init__(self, count: int, title: str = "") -> None:
        super().__init__(str(count))
        self.count = count
        self.title = title
