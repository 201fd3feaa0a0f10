"""Take the pictures of the README anew: start the demo town by `make run`, then, in another terminal,

    .venv/bin/python docs/pictures/take.py [http://127.0.0.1:8080/mairie]

Needs the tools of the tests (`make .venv/installed-tests browser`). Nothing in the town is changed.
"""

from datetime import date
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from PIL import Image
from playwright.sync_api import Browser
from playwright.sync_api import Page
from playwright.sync_api import sync_playwright

import shutil
import sys


HERE = Path(__file__).parent
COLOURS = 128
PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 900}
PASSWORD = "valombre"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def save(page: Page, name: str) -> None:
    """Keep what the window shows, in few colours."""
    shown = Image.open(BytesIO(page.screenshot())).convert("RGB")
    path = HERE / f"{name}.png"
    shown.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    print(f"{path.name}: {path.stat().st_size // 1024} KB")


def opened(browser: Browser, size: dict[str, int]) -> Page:
    """Open a window of that size, with a French profile of its own."""
    return browser.new_context(locale="fr-FR", timezone_id="Europe/Paris", viewport=size).new_page()


def at(page: Page, selector: str) -> None:
    """Scroll until the first such element stands at the top of the window."""
    page.locator(selector).first.evaluate("it => it.scrollIntoView({behavior: 'instant'})")


def citizen(page: Page, section: str) -> None:
    """Go as far as the details, and book nothing."""
    page.goto(section)
    at(page, "h1")
    save(page, "citizen-types")
    page.goto(f"{section}/passeport")
    at(page, "#times")
    save(page, "citizen-times")
    page.get_by_role("button", name="Choisir cette date").click()
    at(page, "legend")
    save(page, "citizen-details")


def staff(page: Page, site: str, section: str) -> None:
    """Look at the home and at a day on which people come."""
    page.goto(f"{site}/login?came_from={section}")
    page.locator("#__ac_name").fill("caubry")
    page.locator("#__ac_password").fill(PASSWORD)
    page.locator("#__ac_password").press("Enter")
    page.locator(".rdv-menu").wait_for()
    page.goto(section)
    save(page, "staff-home")
    for days in range(8):
        page.goto(f"{section}/@@rendezvous-day?day={date.today() + timedelta(days=days)}")
        if page.locator(".rdv-rows tbody tr").count() > 5:
            break
    save(page, "staff-day")
    page.goto(f"{section}/@@rendezvous-statistics")
    save(page, "staff-statistics")
    page.goto(f"{section}/@@rendezvous-print")
    save(page, "staff-paper")
    page.goto(f"{section}/nadia-benali?day={date.today() + timedelta(days=7)}")
    page.locator(".rdv-cal, .rdv-live").first.wait_for()
    at(page, "h1")
    save(page, "staff-hours")


def main(site: str) -> None:
    """Take all of them."""
    section = f"{site}/rendez-vous"
    path = next(filter(None, map(shutil.which, BROWSERS)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        citizen(opened(browser, PHONE), section)
        staff(opened(browser, DESKTOP), site, section)
        browser.close()


if __name__ == "__main__":
    main((sys.argv[1:] or ["http://127.0.0.1:8080/mairie"])[0])
