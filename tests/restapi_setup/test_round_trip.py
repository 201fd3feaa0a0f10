"""Every type is created over REST with all its fields, and reads back."""

SECTION = {
    "title": "Rendez-vous",
    "description": "Prenez rendez-vous",
    "intro": "<p>Bonjour</p>",
    "contact_phone": "01 99 00 12 34",
    "contact_email": "accueil@example.org",
    "timezone": "Europe/Paris",
    "day_start": "07:30",
    "day_end": "24:00",
    "holidays_country": "FR",
    "holidays_subdivision": "67",
    "holidays_worked": ["2026-11-11"],
    "closures": [
        {"first_day": "2026-08-03", "last_day": "2026-08-14", "reason": "Été"},
        {
            "first_day": "2026-12-24",
            "last_day": "2026-12-24",
            "start": "14:00",
            "end": "24:00",
            "reason": "Noël",
        },
    ],
    "reminder_hours": 24,
    "retention_months": 6,
    "max_upcoming_per_email": 5,
    "bookings_per_minute": 30,
    "hold_minutes": 15,
    "pending_minutes": 60,
    "freed_slot_minutes": 45,
    "sender_name": "Mairie",
    "sender_address": "rdv@example.org",
    "consent_label": "J'accepte.",
    "privacy_text": "<p>Vos données</p>",
    "notify_agents": True,
    "feed_personal_data": True,
}
KINDS = (
    "confirmed",
    "please_confirm",
    "changed",
    "cancelled",
    "reminder",
    "links",
    "proposal",
    "waiting_offer",
)
SECTION |= {f"mail_{kind}_{part}": f"{kind} {part}" for kind in KINDS for part in ("subject", "body")}
RICH = {"intro", "privacy_text", "rgpd_text", "instructions"}
TYPE = {
    "title": "Passeport",
    "description": "Demande\nou renouvellement",
    "rgpd_text": "<p>RGPD</p>",
    "duration": 20,
    "step": 15,
    "buffer": 5,
    "min_notice_hours": 2,
    "horizon_days": 60,
    "cancel_notice_hours": 24,
    "audience": "staff",
    "confirmation": "email",
    "max_people": 4,
    "extra_minutes_per_person": 10,
    "documents": [{"document": "Photo", "note": "récente"}],
    "instructions": "<p>Venez</p>",
    "questions": [
        {"label": "Motif", "kind": "choice", "choices": ["Vol", "Perte"], "required": True},
        {"label": "Nombre", "kind": "number", "choices": [], "required": False},
    ],
    "color": "#1D6fb8",
}


def same(told, sent):
    for name, value in sent.items():
        assert (told[name]["data"] if name in RICH else told[name]) == value, name


def test_a_section_reads_back(add, admin):
    told = add("/", "RendezVousSection", id="rdv", **SECTION)
    assert told["id"] == "rdv"
    assert told["@id"].endswith("/rdv")
    same(told, SECTION)
    same(admin.get("/rdv").json(), SECTION)
    assert told["review_state"] == "preparation"


def test_a_section_has_its_defaults(add):
    told = add("/", "RendezVousSection", title="Rendez-vous")
    assert told["id"] == "rendez-vous"
    assert told["timezone"] == "Europe/Paris"
    expected = {
        "day_start": "08:00",
        "day_end": "18:00",
        "holidays_country": "FR",
        "holidays_subdivision": "",
        "holidays_worked": [],
        "closures": [],
        "reminder_hours": 48,
        "retention_months": 12,
        "max_upcoming_per_email": 3,
        "bookings_per_minute": 20,
        "hold_minutes": 10,
        "pending_minutes": 30,
        "freed_slot_minutes": 0,
        "notify_agents": False,
        "feed_personal_data": False,
        "mail_confirmed_subject": "",
    }
    assert {name: told[name] for name in expected} == expected
    assert [(item["@type"], item["title"]) for item in told["items"]] == [("Counter", "Guichet standard")]


def test_a_type_reads_back(add, admin):
    add("/", "RendezVousSection", id="rdv", title="Rdv")
    same(add("/rdv", "AppointmentType", id="p", **TYPE), TYPE)
    same(admin.get("/rdv/p").json(), TYPE)


def test_a_type_has_its_defaults(add):
    add("/", "RendezVousSection", id="rdv", title="Rdv")
    told = add("/rdv", "AppointmentType", title="Passeport", duration=20)
    assert told["id"] == "passeport"
    expected = {
        "step": None,
        "buffer": 0,
        "min_notice_hours": 0,
        "horizon_days": 90,
        "cancel_notice_hours": 0,
        "audience": "public",
        "confirmation": "immediate",
        "max_people": 1,
        "extra_minutes_per_person": 0,
        "documents": [],
        "questions": [],
    }
    assert {name: told[name] for name in expected} == expected


def test_counters_agents_and_hours_read_back(add, office, admin):
    counter = {
        "title": "Annexe",
        "description": "Au fond",
        "address": "1 rue A\n00000 Valombre",
        "access": "de plain-pied",
        "capacity": 3,
        "types": ["passport"],
    }
    same(add("/rdv", "Counter", id="annexe", **counter), counter)
    agent = {"title": "Mona", "userid": "mona", "role": "receptionist", "email": "mona@example.org"}
    same(add("/rdv", "Agent", id="mona", **agent), agent)
    availability = {
        "days": [0, 3],
        "start": "09:00",
        "end": "24:00",
        "types": ["passport"],
        "counters": ["annexe", "desk"],
        "audience": "staff",
        "valid_from": "2026-09-01",
        "valid_until": "2026-12-31",
        "weeks": "odd",
    }
    told = add("/rdv/mona", "Availability", **availability)
    same(told, availability)
    assert told["id"].startswith("a-")
    same(admin.get(f"/rdv/mona/{told['id']}").json(), availability)
    for parent in ("mona", "annexe"):
        told = add(
            f"/rdv/{parent}",
            "Unavailability",
            start="2026-12-01T09:00:00+00:00",
            end="2026-12-02T18:00:00",
            reason="Congé",
        )
        assert told["start"] == "2026-12-01T10:00:00+01:00"
        assert told["end"] == "2026-12-02T18:00:00+01:00"
        assert told["reason"] == "Congé"


def test_an_availability_has_its_defaults(add, office):
    told = add("/rdv/rita", "Availability", days=[0], start="09:00", end="12:00", types=["passport"])
    expected = {
        "counters": [],
        "audience": "public",
        "valid_from": None,
        "valid_until": None,
        "weeks": "every",
    }
    assert {name: told[name] for name in expected} == expected
