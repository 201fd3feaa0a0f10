"""The scripts that the set-up builds from `frontend/`; where one was not built, its pages work without it."""

from functools import cached_property
from pathlib import Path
from plone import api
from typing import Any


FOLDER = Path(__file__).parent / "static" / "built"
BASE = "++plone++collective.rendezvous/built"


def built(name: str) -> dict[str, str]:
    """The addresses, below the site's, of a script and of its style sheet; without what was not built.

    An address changes with its file, so that nobody keeps an old one.
    """
    found = {}
    for kind, ending in (("script", "js"), ("style", "css")):
        path = FOLDER / f"{name}.{ending}"
        if path.exists():
            found[kind] = f"{BASE}/{path.name}?v={int(path.stat().st_mtime)}"
    return found


class Scripted:
    """A view with a script of its own; `script` is its name in `frontend/src`, empty for none."""

    script: str = ""

    @cached_property
    def assets(self) -> dict[str, Any]:
        """The full addresses of the script and its style sheet; none where it was not built."""
        return {kind: self.address(self.script, kind) for kind in ("script", "style")}

    @staticmethod
    def address(name: str, kind: str) -> str | None:
        """The full address of a script or a style sheet; None where it was not built."""
        found = built(name).get(kind) if name else None
        return f"{api.portal.get().absolute_url()}/{found}" if found else None
