"""Appointments of a town hall, taken on its own Plone site."""

from typing import Any


def __getattr__(name: str) -> Any:
    """Make `_`, the factory of messages, on first use: who only schedules loads nothing of Zope."""
    if name != "_":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from zope.i18nmessageid import MessageFactory

    globals()["_"] = MessageFactory("collective.rendezvous")
    return globals()["_"]
