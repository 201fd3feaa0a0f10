"""How a command ends."""

from collections.abc import Callable
from collective.rendezvous.scripts.sites import Refused

import os
import sys
import transaction


REFUSED = 2
UNREAD = 141
"""What a shell says of a command whose reader, as `head`, went away."""


def status(act: Callable[[], int]) -> int:
    """Do it and return its exit status; what it wrote and did not commit is taken back.

    What is refused is told without a traceback, and a reader that goes away is no error.
    """
    try:
        answer = act()
        sys.stdout.flush()
    except Refused as error:
        print(error, file=sys.stderr)
        return REFUSED
    except BrokenPipeError:
        # Python flushes once more when it ends, and would complain then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNREAD
    finally:
        transaction.abort()
    return answer
