"""How the appointments of a day stand, in one sentence."""

from collections import Counter
from collections.abc import Iterable
from collective.rendezvous import _
from collective.rendezvous.browser.words import Words


UNSETTLED = "unsettled"
"""Of what is confirmed that which is over, and of which nobody has noted what became."""

PARTS = (
    ("honoured", _("1 received"), _("${number} received")),
    ("arrived", _("1 arrived"), _("${number} arrived")),
    ("no_show", _("1 absent"), _("${number} absent")),
    ("unsettled", _("1 over without a follow-up"), _("${number} over without a follow-up")),
    ("confirmed", _("1 to come"), _("${number} to come")),
    ("pending", _("1 waiting for confirmation"), _("${number} waiting for confirmation")),
)
GONE = (("cancelled", _("1 cancelled"), _("${number} cancelled")),)
"""What does not take place any more counts beside the others; expired ones are not told."""


def tally(states: Iterable[str], words: Words) -> str:
    """Return « 14 rendez-vous : 3 reçus, 1 arrivé, 1 absent, 9 à venir. 2 annulés. »."""
    counts = Counter(states)
    total = sum(counts[state] for state, _one, _many in PARTS)
    gone = _listed(GONE, counts, words)
    if not total:
        sentence = words.say(_("No appointment."))
    else:
        appointments = _number(total, _("1 appointment"), _("${number} appointments"), words)
        sentence = words.say(_("${what}: ${parts}."), what=appointments, parts=_listed(PARTS, counts, words))
    return f"{sentence} {gone}." if gone else sentence


def _listed(parts: Iterable[tuple[str, str, str]], counts: Counter[str], words: Words) -> str:
    told = [_number(counts[state], one, many, words) for state, one, many in parts if counts[state]]
    return ", ".join(told)


def _number(number: int, one: str, many: str, words: Words) -> str:
    return words.say(one if number == 1 else many, number=number)
