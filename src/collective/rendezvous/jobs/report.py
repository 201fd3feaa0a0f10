"""Log what went wrong, and where; never what it was about."""

from traceback import extract_tb

import logging


logger = logging.getLogger("collective.rendezvous.jobs")


def report(what: str, error: BaseException) -> None:
    """Log an error without its message, which may name a person: its kind, and where it was raised."""
    code = getattr(error, "smtp_code", None)
    kind = f"{type(error).__name__} {code}" if code is not None else type(error).__name__
    frames = extract_tb(error.__traceback__)[-8:]
    where = "".join(f"\n  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames)
    logger.error("%s: %s%s", what, kind, where)
