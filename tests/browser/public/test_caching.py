from typing import Any
from z3c.caching.registry import lookup
from zope.component import getMultiAdapter
from zope.interface import alsoProvides

import pytest


@pytest.mark.parametrize(
    ("path", "name"),
    [("", "view"), ("", "citizens"), ("", "appointment"), ("cni", "view"), ("cni", "details")],
)
def test_no_caching_operation_is_made_for_a_page_with_free_times(
    integration: Any, manager: Any, path: str, name: str
) -> None:
    from collective.rendezvous.interfaces import IRendezVousLayer
    from tests.town import town

    section = town(manager)
    alsoProvides(integration["request"], IRendezVousLayer)
    view = getMultiAdapter((section[path] if path else section, integration["request"]), name=name)
    assert lookup(view) == "collective.rendezvous.live"
