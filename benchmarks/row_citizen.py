"""A scripted citizen in Chromium from the section's page to the confirmation, with and without JavaScript."""

from collections.abc import Iterator
from playwright.sync_api import Browser
from playwright.sync_api import Page
from playwright.sync_api import Request
from playwright.sync_api import sync_playwright
from secrets import token_hex
from servers import served
from statistics import median
from table import Row
from time import perf_counter

import re
import shutil


BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
TRIES = 3
LEAST = 2.1
"""Seconds that our form wants between being shown and being sent; a person needs longer."""


def rows(port: int) -> Iterator[Row]:
    path = next(filter(None, map(shutil.which, BROWSERS)))
    with served(port) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        for script, words in ((True, "with JavaScript"), (False, "without JavaScript")):
            booked(browser, url, script)
            taken, sizes = zip(*(booked(browser, url, script) for _ in range(TRIES)), strict=True)
            steps = ", ".join(f"{name} {size / 1000:.0f}" for name, size in sizes[-1].items())
            yield Row(
                f"a citizen books, {words}",
                f"{median(taken):.1f} s",
                target="< 60 s",
                note=f"{LEAST} s of it reading; kB from the server (first visit): {steps}",
            )
        browser.close()


def booked(browser: Browser, url: str, script: bool) -> tuple[float, dict[str, int]]:
    """Seconds from the section's page asked for to the confirmation shown, and the bytes of each step."""
    context = browser.new_context(java_script_enabled=script, locale="fr-FR")
    page = context.new_page()
    asked: list[tuple[str, Request]] = []
    step = "section"

    def note(name: str) -> None:
        nonlocal step
        step = name

    page.on("requestfinished", lambda request: asked.append((step, request)))
    begun = perf_counter()
    page.goto(f"{url}/rendez-vous")
    note("slots")
    page.get_by_role("link", name=re.compile("^Choisir : État civil")).click()
    page.locator("#rdv-times").wait_for()
    note("details")
    page.locator(".rdv-slots button").first.click()
    page.locator("#email").wait_for()
    fill_in(page)
    page.wait_for_timeout(1000 * LEAST)
    note("confirmation")
    page.locator("[name=book]").click()
    page.locator("[href*='/ics']").first.wait_for()
    taken = perf_counter() - begun
    sizes: dict[str, int] = {}
    for name, request in asked:
        # What the browser had kept came without a byte.
        sizes[name] = sizes.get(name, 0) + max(0, request.sizes()["responseBodySize"])
    context.close()
    return taken, sizes


def fill_in(page: Page) -> None:
    page.locator("#first_name").fill("Inès")
    page.locator("#last_name").fill("Garnier")
    page.locator("#email").fill(f"{token_hex(8)}@courriel.example")
    page.locator("#consent").check()
