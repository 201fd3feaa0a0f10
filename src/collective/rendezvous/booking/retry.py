"""Try again what conflicts, quickly.

Zope's own loop sleeps for seconds with the thread in hand, and gives up after a few tries with
an error 500. Two citizens who book at the same moment must not pay for that.
"""

from .errors import Busy
from collections.abc import Callable
from transaction.interfaces import TransientError
from typing import Any
from typing import TypeVar

import logging
import random
import time
import transaction


Answer = TypeVar("Answer")

TRIES = 20
PAUSE = 0.020
"""The longest pause before another try, in seconds; it grows up to that."""

logger = logging.getLogger(__name__)


def committing(
    jar: Any,
    decide: Callable[[], Answer],
    commit: Callable[[], None] | None,
    pause: Callable[[float], None] = time.sleep,
) -> Answer:
    """Decide and commit; on a conflict begin anew, up to 20 times, then raise :class:`Busy`.

    `decide` reads and writes everything anew at each call; what it wrote before it raised is taken
    back. Without `commit`, or in a transaction that has already written something else (which is
    not ours to commit), it is called once, and whoever began the transaction ends it.
    """
    if commit is None or (jar is not None and jar._registered_objects):
        return once(decide)
    user, description = transaction.get().user, transaction.get().description
    for attempt in range(TRIES):
        try:
            answer = decide()
            commit()
        except TransientError as conflict:
            transaction.abort()
            logger.info("Try %d conflicted: %s", attempt + 1, type(conflict).__name__)
            transaction.get().user, transaction.get().description = user, description
            pause(random.uniform(0.001, PAUSE * (attempt + 1) / TRIES))
        except BaseException:
            transaction.abort()
            raise
        else:
            return answer
    raise Busy


def once(decide: Callable[[], Answer]) -> Answer:
    """Decide inside a transaction of somebody else's."""
    before = transaction.savepoint(optimistic=True)
    try:
        return decide()
    except Exception:
        before.rollback()
        raise
