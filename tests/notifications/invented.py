"""An appointment that nobody has, told."""

from collective.rendezvous.notifications.facts import Facts
from datetime import datetime
from email.headerregistry import Address
from typing import Any
from zoneinfo import ZoneInfo


PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 10, 9, 42, tzinfo=PARIS)
TOWN = Address("Mairie de Valombre", addr_spec="mairie@example.org")
MARIE = Address(addr_spec="marie.durand@example.org")


def facts(**fields: Any) -> Facts:
    made = {
        "uid": "K7QM2X9RTA@section",
        "reference": "K7QM2X9RTA",
        "state": "confirmed",
        "sequence": 2,
        "changed": 1_790_000_000,
        "visitor": "Mme Inès Garnier",
        "type": "Carte d'identité ou passeport : déposer une demande, pour soi; ou pour un enfant mineur",
        "start": datetime(2026, 11, 12, 9, 20, tzinfo=PARIS),
        "end": datetime(2026, 11, 12, 9, 40, tzinfo=PARIS),
        "counter": "Guichet 2",
        "address": "Hôtel de ville, 1 place de la République",
        "documents": "- Photo\n- Titre",
        "instructions": "Les originaux.",
        "manage_url": "https://mairie.example/rendez-vous/@@appointment/K7QM2X9RTA?key=abc",
        "move_url": "https://mairie.example/rendez-vous/@@appointment/K7QM2X9RTA/move?key=abc",
        "until": None,
        "language": "fr",
        "office": "Rendez-vous",
        "office_url": "https://mairie.example/rendez-vous",
    }
    return Facts(**{**made, **fields})
