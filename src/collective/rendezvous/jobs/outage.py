"""Leave a mail server that is not there alone for a while; each process remembers it for itself."""

from datetime import datetime
from datetime import timedelta


FIRST = timedelta(seconds=20)
LONGEST = timedelta(minutes=1)
"""The pauses between two looks: twice as long each time."""

_pauses: dict[str, tuple[datetime, timedelta]] = {}


def lasts(uid: str, now: datetime) -> bool:
    """Whether the server of a section was away a moment ago."""
    begun, pause = _pauses.get(uid, (now, timedelta()))
    return begun <= now < begun + pause


def begin(uid: str, now: datetime) -> bool:
    """Note that it is away; whether that is news."""
    known = uid in _pauses
    _pauses[uid] = (now, min(2 * _pauses[uid][1], LONGEST) if known else FIRST)
    return not known


def end(uid: str) -> None:
    """Note that it is there, or that somebody wants it tried at once."""
    _pauses.pop(uid, None)
