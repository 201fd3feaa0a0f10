"""What is wrong with a field, and where the object stands that is checked."""

from collective.rendezvous.content.place import section_of
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Problem:
    """A field, a code for programs, and a message for people (translated where the language is known)."""

    field: str
    code: str
    message: Message


@dataclass(frozen=True)
class Place:
    """The container of what is checked, and the object itself, None while it is being added."""

    parent: Any
    obj: Any | None

    @cached_property
    def section(self) -> Any | None:
        """The section around it."""
        return section_of(self.parent)

    def is_this(self, other: Any) -> bool:
        """Whether `other` is the object that is checked."""
        return self.obj is not None and other.aq_base is self.obj.aq_base

    def before(self, name: str) -> Any:
        """The field's value so far; None while it is being added."""
        return None if self.obj is None else getattr(self.obj, name, None)
