"""Keep the time that is chosen while the form is filled in, and say in words for how long.

Its id travels in the address and the form; a cookie remembers it for whoever goes back with the
browser's own button, so that the next choice takes its place. Nobody who has none is worse off.
"""

from collective.rendezvous import _
from collective.rendezvous.booking.errors import Busy
from collective.rendezvous.booking.errors import NoHolds
from collective.rendezvous.booking.errors import TooMany
from collective.rendezvous.booking.hold import Held
from collective.rendezvous.booking.hold import longest
from collective.rendezvous.browser.public.type_page import HOLD
from collective.rendezvous.browser.public.type_page import TypePage
from datetime import datetime
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

import json


class Keeping(TypePage):
    """A page of the form; subclasses know the start, and what is wished for."""

    start: datetime
    client: str

    @property
    def wish(self) -> dict[str, Any]:
        """What is to be kept, in the shape that `booking` reads."""
        raise NotImplementedError

    @cached_property
    def held(self) -> Held | None:
        """The hold that the request names, if it lives and is for this time."""
        found = self.desk.held(self.hold_id)
        return found if found and (found.hold.type, found.start) == (self.type.uid, self.start) else None

    def keep(self) -> None:
        """Keep the time, or keep it longer, in place of what the same browser kept before.

        Whoever keeps too many already goes on without. Raises Refused, Invalid or SectionClosed.
        """
        try:
            self.held = self.desk.hold(self.wish, self.client, self.hold_id)
        except (Busy, NoHolds, TooMany):
            self.held = None
            return
        self.hold_id = self.held.id
        self.request.response.setCookie(
            HOLD,
            self.held.id,
            path=self._cookie_path,
            max_age=int((self.held.expires - self.now).total_seconds()),
            http_only=True,
            same_site="Lax",
            secure=self.request.get("SERVER_URL", "").startswith("https:"),
        )

    def let_go(self) -> None:
        """Forget what was kept, as it is booked or not wanted any more."""
        if self.hold_id:
            self.desk.release(self.hold_id)
            self.request.response.expireCookie(HOLD, path=self._cookie_path)

    @property
    def _cookie_path(self) -> str:
        return urlsplit(self.type_url).path

    @property
    def lapsed(self) -> bool:
        """Whether the time was kept, and is not any more."""
        return bool(self.request.form.get(HOLD)) and self.held is None and self.office.hold_minutes > 0

    @property
    def extensible(self) -> bool:
        """Whether it can be kept longer than it is, or again."""
        if self.held is None:
            return self.lapsed
        return self.held.hold.until < longest(self.held.hold, self.office.hold_minutes)

    @property
    def longer(self) -> str:
        """For how long it can be kept from now on, in words."""
        return self.words.length(self.office.hold_minutes)

    @property
    def left(self) -> int:
        """The minutes for which it is kept, the one that has begun included."""
        assert self.held is not None
        return max(0, -int((self.now - self.held.expires).total_seconds() // 60))

    def left_words(self, minutes: int) -> str:
        """Return how long it is kept, as a sentence."""
        if not minutes:
            return self.words.say(_("This time is not kept for you any more."))
        length = self.words.length(minutes)
        return self.words.say(_("You have ${length} left to fill in this page."), length=length)

    @property
    def left_json(self) -> str:
        """The sentences of the minutes to come, for the script."""
        sentences = {minutes: self.left_words(minutes) for minutes in range(self.left + 1)}
        return json.dumps(sentences, ensure_ascii=False, separators=(",", ":"))
