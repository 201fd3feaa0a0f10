"""What a letter is made of: blocks of plain text, told as plain text and drawn as HTML (:mod:`.html`)."""

from collections.abc import Iterable
from collections.abc import Iterator
from collective.rendezvous import _
from collective.rendezvous.words.speech import say
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar
from typing import NamedTuple

import re


ADDRESS = re.compile(r"https?://[^\s<>\"']*[^\s<>\"'.,;:!?)\]}]")
"""An address of a page in a text; the full stop after it is not its own."""

BULLET = "- "
INDENT = "  "


class Piece(NamedTuple):
    """A part of a line; `url` where it is an address."""

    text: str
    url: str = ""


@dataclass(frozen=True)
class Paragraph:
    """Some lines; `small` ones come after what matters."""

    text: str
    small: bool = False
    kind: ClassVar[str] = "paragraph"

    @property
    def lines(self) -> list[list[Piece]]:
        """The lines in pieces, so that addresses can be followed."""
        return [list(pieces(line)) for line in self.text.splitlines()]

    def plain(self, language: str) -> str:
        """Return it as it stands."""
        return self.text


@dataclass(frozen=True)
class Rows:
    """Facts, each with its label."""

    rows: tuple[tuple[str, str], ...]
    kind: ClassVar[str] = "rows"

    def plain(self, language: str) -> str:
        """Return a line for each."""
        return "\n".join(say(_("${label}: ${value}"), language, label=a, value=b) for a, b in self.rows)


@dataclass(frozen=True)
class Items:
    """A list under a heading, if it has one; further lines of an item explain it."""

    items: tuple[str, ...]
    heading: str = ""
    kind: ClassVar[str] = "items"

    @property
    def lines(self) -> list[list[list[Piece]]]:
        """The lines of each item, in pieces."""
        return [Paragraph(item).lines for item in self.items]

    def plain(self, language: str) -> str:
        """Return a line with a bullet for each."""
        told = (BULLET + item.replace("\n", f"\n{INDENT}") for item in self.items)
        return "\n".join(filter(None, (self.heading, *told)))


@dataclass(frozen=True)
class Link:
    """An address to follow, alone on its line; `label` says what it does where the address is hidden."""

    label: str
    url: str
    kind: ClassVar[str] = "link"

    def plain(self, language: str) -> str:
        """Return the address: the paragraph before it says what it is for."""
        return self.url


Block = Paragraph | Rows | Items | Link


def plain(blocks: Iterable[Block], language: str) -> str:
    """Return blocks as plain text, a blank line between two."""
    return "\n\n".join(block.plain(language) for block in blocks) + "\n"


def pieces(line: str) -> Iterator[Piece]:
    """Cut a line where addresses of pages begin and end."""
    end = 0
    for found in ADDRESS.finditer(line):
        if found.start() > end:
            yield Piece(line[end : found.start()])
        yield Piece(found[0], found[0])
        end = found.end()
    if end < len(line) or not line:
        yield Piece(line[end:])


def read(text: str) -> Iterator[Block]:
    """Read plain text as blocks: paragraphs, and lists where lines begin with a hyphen."""
    for part in re.split(r"\n[ \t]*\n", text):
        lines = [line for line in part.splitlines() if line.strip()]
        for in_list, group in groupby(lines, key=_InList()):
            found = "\n".join(group)
            yield Items(tuple(_items(found))) if in_list else Paragraph(found)


def _items(text: str) -> Iterator[str]:
    for item in f"\n{text}".split(f"\n{BULLET}")[1:]:
        yield item.replace(f"\n{INDENT}", "\n")


class _InList:
    """Tells for one line after the other whether it belongs to a list."""

    def __init__(self) -> None:
        self.inside = False

    def __call__(self, line: str) -> bool:
        self.inside = line.startswith(BULLET) or (self.inside and line.startswith(INDENT))
        return self.inside
