"""Write something small in a transaction of its own, again when it conflicts."""

from collections.abc import Callable
from transaction.interfaces import TransientError
from typing import TypeVar

import transaction


Answer = TypeVar("Answer")

TRIES = 5


def written(write: Callable[[], Answer]) -> Answer:
    """Begin, write, commit; tried again when somebody else wrote the same meanwhile."""
    for attempt in range(TRIES):
        transaction.begin()
        try:
            answer = write()
            transaction.commit()
        except TransientError:
            transaction.abort()
            if attempt + 1 == TRIES:
                raise
        except BaseException:
            transaction.abort()
            raise
        else:
            return answer
    raise AssertionError
