"""Statistics, the export, paper and calendar feeds, for both roles."""

from datetime import datetime
from datetime import timedelta
from pathlib import Path
from playwright.sync_api import expect
from tests.e2e.test_staff import log_in
from tests.e2e.test_staff import PARIS
from typing import Any

import csv
import re
import requests


__all__ = ["log_in"]

MENU = "Gestion des rendez-vous"


def test_an_administrator_reads_statistics_and_keeps_them(log_in: Any, section: str, sound: Any) -> None:
    page = log_in("caubry")
    page.get_by_label(MENU).get_by_role("link", name="Statistiques").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Statistiques")
    expect(page.get_by_text("Absences sans prévenir")).to_be_visible()
    assert page.locator(".rdv-bar").count() > 5
    sound(page)
    page.get_by_label("Agent").select_option("nadia-benali")
    page.get_by_role("button", name="Afficher").click()
    assert "agent=nadia-benali" in page.url
    with page.expect_download() as file:
        page.get_by_role("link", name="Exporter (CSV)").click()
    assert file.value.suggested_filename.endswith("_statistics.csv")
    page.goto(f"{section}/@@rendezvous-statistics?from=2026-11-15&to=2026-11-09")
    expect(page.get_by_label("Au", exact=True)).to_have_attribute("aria-invalid", "true")
    sound(page)


def test_an_administrator_exports_the_appointments_of_a_month(log_in: Any, sound: Any) -> None:
    page = log_in("caubry")
    page.get_by_label(MENU).get_by_role("link", name="Planning").click()
    page.get_by_role("link", name="Exporter").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Exporter les rendez-vous")
    sound(page)
    with page.expect_download() as file:
        page.get_by_role("button", name="Télécharger le fichier").click()
    with Path(file.value.path()).open(encoding="utf-8-sig", newline="") as text:
        rows = list(csv.DictReader(text, delimiter=";"))
    assert len(rows) > 20
    assert {row["État"] for row in rows} >= {"Confirmé"} or rows[0]["Référence"]


def test_a_receptionist_sees_neither(log_in: Any, section: str) -> None:
    page = log_in("nbenali")
    expect(page.get_by_label(MENU).get_by_role("link", name="Statistiques")).to_have_count(0)
    page.get_by_label(MENU).get_by_role("link", name="Planning").click()
    expect(page.get_by_role("link", name="Exporter")).to_have_count(0)
    for view in ("rendezvous-statistics", "rendezvous-export", "rendezvous-statistics.csv"):
        page.goto(f"{section}/@@{view}")
        expect(page.get_by_role("heading", name=re.compile("Statistiques|Exporter"))).to_have_count(0)


def test_a_receptionist_prints_the_day_of_a_counter(log_in: Any, section: str, sound: Any) -> None:
    page = log_in("nbenali")
    day = datetime.now(PARIS).date() + timedelta(days=1)
    while day.weekday() > 4:
        day += timedelta(days=1)
    page.goto(f"{section}/@@rendezvous-day?day={day}")
    page.get_by_role("link", name="Imprimer la journée").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Journée du")
    expect(page.get_by_role("button", name="Imprimer", exact=True)).to_be_visible()
    sound(page)
    page.get_by_label("Guichet ou agent").select_option("agent:nadia-benali")
    page.get_by_label("Téléphones").select_option("blank")
    page.get_by_role("button", name="Afficher").click()
    expect(page.get_by_role("heading", level=2, name=re.compile("Nadia Benali"))).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Afficher")).to_be_hidden()
    expect(page.get_by_label(MENU)).to_be_hidden()


def test_a_receptionist_renews_the_address_of_her_own_calendar(log_in: Any, section: str, sound: Any) -> None:
    page = log_in("nbenali")
    page.goto(f"{section}/nadia-benali")
    before = page.get_by_label("Adresse du calendrier").input_value()
    assert fetched(before).text.startswith("BEGIN:VCALENDAR")
    sound(page)
    page.get_by_role("button", name="Renouveler l'adresse").click()
    expect(page.get_by_text("Le calendrier a une nouvelle adresse.")).to_be_visible()
    after = page.get_by_label("Adresse du calendrier").input_value()
    assert fetched(before).status_code == 404
    assert fetched(after).status_code == 200
    page.goto(f"{section}/thomas-lefevre")
    expect(page.get_by_label("Adresse du calendrier")).to_have_count(0)


def fetched(url: str) -> requests.Response:
    with requests.Session() as session:
        session.trust_env = False
        return session.get(url, timeout=60)
