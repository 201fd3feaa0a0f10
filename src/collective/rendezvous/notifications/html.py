"""The HTML part of a letter: readable without pictures or style, in light and in dark, heard or seen."""

from chameleon import PageTemplateFile
from collective.rendezvous.notifications.text import Text
from pathlib import Path


LETTER = PageTemplateFile(str(Path(__file__).parent / "templates" / "letter.pt"))
"""Chameleon's own class: Plone's page templates want a request, and a letter is composed without one."""


def html(text: Text) -> str:
    """Return a whole page; all that it is given is escaped, nothing in it is fetched from anywhere."""
    lines = (line.strip() for line in str(LETTER(text=text)).splitlines())
    return "\n".join(filter(None, lines)) + "\n"
