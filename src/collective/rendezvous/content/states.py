"""States of the workflows of what is set up."""

from plone import api
from typing import Any


def state_of(obj: Any) -> str | None:
    """The review state of an object, whoever asks; None where it has no workflow."""
    return api.portal.get_tool("portal_workflow").getInfoFor(obj, "review_state", None)
