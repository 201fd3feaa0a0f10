"""The people who come, and what they write."""

from collective.rendezvous.demo.town import TOWN
from collective.rendezvous.ledger.names import folded
from collective.rendezvous.scheduling.office import AppointmentType
from random import Random
from typing import Any


def ask(random: Random, kind: AppointmentType, phone: bool) -> dict[str, Any]:
    """What somebody gives when booking; `phone`: an agent wrote it down."""
    told = TOWN["visitors"]
    data: dict[str, Any] = {"visitor": visitor(random), "answers": answers(random, kind)}
    if phone:
        data["notes"] = random.choice(told["notes"]) if random.random() < 0.4 else ""
    else:
        data["consent"] = True
        data["comment"] = random.choice(told["comments"]) if random.random() < 0.2 else ""
    return data


def visitor(random: Random) -> dict[str, str]:
    """Somebody, with an address and a phone that nobody has."""
    told = TOWN["visitors"]
    civility = random.choice(list(told["first_names"]))
    first, last = random.choice(told["first_names"][civility]), random.choice(told["last_names"])
    mailbox = f"{folded(first)}.{folded(last)}".replace(" ", "-")
    return {
        "civility": civility,
        "first_name": first,
        "last_name": last,
        "email": f"{mailbox}@{told['domain']}",
        "phone": f"06 39 98 {random.randrange(100):02d} {random.randrange(100):02d}",
    }


def answers(random: Random, kind: AppointmentType) -> dict[str, Any]:
    """An answer to each question that must have one."""
    found: dict[str, Any] = {}
    for question in kind.questions:
        if question.kind == "choice":
            found[question.label] = random.choice(question.choices)
        elif question.kind == "yesno":
            found[question.label] = random.random() < 0.5
    return found
