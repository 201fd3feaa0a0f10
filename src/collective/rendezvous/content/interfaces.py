"""Markers that all the things set up have in common."""

from collective.rendezvous import _
from collective.rendezvous.content.text import Line
from collective.rendezvous.content.text import Lines
from plone.supermodel import model
from zope.interface import Interface


class ISetupObject(Interface):
    """A section or anything set up in one."""


class IResource(ISetupObject):
    """What can be away: an agent or a counter."""


class IHours(ISetupObject):
    """An availability or an unavailability: it has no title and no name of its own."""


class ITitled(model.Schema):
    """What a person names."""

    title = Line(title=_("Title"), max_length=255)


class IDescribed(ITitled):
    """What a person names and describes."""

    description = Lines(
        title=_("Description"),
        description=_("Shown to citizens while they book."),
        required=False,
        default="",
        missing_value="",
        max_length=5000,
    )
