"""A letter's text: its subject and its blocks, the usual ones or the town's own."""

from collections.abc import Mapping
from collections.abc import Sequence
from collective.rendezvous.notifications.blocks import Block
from collective.rendezvous.notifications.blocks import plain
from collective.rendezvous.notifications.blocks import read
from dataclasses import dataclass
from string import Template
from typing import Any
from unicodedata import category


@dataclass(frozen=True)
class Text:
    """What is written, in one language; all of it is plain text, no markup."""

    subject: str
    blocks: Sequence[Block]
    language: str
    written: str = ""

    @property
    def plain(self) -> str:
        """The plain part: as the town wrote it, else made of the blocks."""
        return self.written or plain(self.blocks, self.language)


def own(section: Any, kind: str, usual: Text, variables: Mapping[str, str]) -> Text:
    """Return the town's text for a kind of letter, with its variables filled in; else the usual one.

    Subject and body are each the town's where it wrote one (`mail_KIND_subject`, `mail_KIND_body`).
    """
    subject = getattr(section, f"mail_{kind}_subject", "") or ""
    body = getattr(section, f"mail_{kind}_body", "") or ""
    if body.strip():
        written = filled("\n".join(body.splitlines()), variables).strip() + "\n"
        usual = Text(usual.subject, list(read(written)), usual.language, written)
    if subject.strip():
        usual = Text(one_line(filled(subject, variables)), usual.blocks, usual.language, usual.written)
    return usual


def filled(text: str, variables: Mapping[str, str]) -> str:
    """Return a text with its variables filled in; what is no variable stays as it is."""
    return Template(text).safe_substitute(variables)


def one_line(text: str) -> str:
    """Return a text without line breaks and control characters, fit for a header."""
    return " ".join("".join(" " if category(c) in UNSEEN else c for c in text).split())


def visible(text: str) -> str:
    """Return a text without what neither a mail nor a calendar can carry; its lines stay."""
    return "".join(c for c in text if c in "\n\r\t" or category(c) not in ("Cc", "Cs"))


UNSEEN = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Control characters, halves of characters, and what separates lines and paragraphs."""
