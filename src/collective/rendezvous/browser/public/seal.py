"""Small texts that a page carries and that only this site can have written: signed with the site's keys."""

from collections.abc import Iterator
from hashlib import sha256
from plone.keyring.interfaces import IKeyManager
from zope.component import getUtility

import hmac


RING = "_system"


def seal(text: str, purpose: str) -> str:
    """Return the text with its signature; `purpose` keeps a seal of one kind from serving as another."""
    return f"{text}.{_signature(next(_keys()), text, purpose)}"


def unsealed(sealed: object, purpose: str) -> str | None:
    """Return the text of a seal made for that purpose, None for anything else."""
    if not isinstance(sealed, str) or not sealed.isascii():
        return None
    text, _dot, signature = sealed.rpartition(".")
    valid = [hmac.compare_digest(_signature(key, text, purpose), signature) for key in _keys()]
    return text if any(valid) else None


def _keys() -> Iterator[str]:
    ring = getUtility(IKeyManager)[RING]
    return (key for key in ring if key is not None)


def _signature(key: str, text: str, purpose: str) -> str:
    return hmac.new(key.encode(), f"{purpose}:{text}".encode(), sha256).hexdigest()[:32]
