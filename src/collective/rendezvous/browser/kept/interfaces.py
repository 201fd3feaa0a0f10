"""A marker for the refusal, so that its page stands back behind the answers for programs."""

from zope.interface import Interface


class IKept(Interface):
    """Something was kept that somebody wanted to delete."""
