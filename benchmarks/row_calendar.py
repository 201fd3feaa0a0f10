"""The planning in Chromium: its page, and how long the calendar takes from the data to the painted frame."""

from collections.abc import Iterator
from datetime import date
from datetime import timedelta
from playwright.sync_api import Page
from playwright.sync_api import sync_playwright
from servers import served
from statistics import median
from table import Row

import shutil


BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
TIMES = 5
WATCH = """
new MutationObserver((_, watch) => {
  if (!document.querySelector(".rdv-live .ec-event")) return;
  watch.disconnect();
  requestAnimationFrame(() => requestAnimationFrame(() => { window.drawn = performance.now(); }));
}).observe(document, { childList: true, subtree: true });
"""
TOOK = """() => window.drawn - Math.max(...performance.getEntriesByType("resource")
    .filter(one => one.name.includes("/@planning")).map(one => one.responseEnd))"""


def rows(port: int) -> Iterator[Row]:
    path = next(filter(None, map(shutil.which, BROWSERS)))
    first = date.today() + timedelta(days=7)
    with served(port) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        context.set_default_timeout(120_000)
        page = context.new_page()
        page.goto(f"{url}/login")
        page.locator("#__ac_name").fill("week-0")
        page.locator("#__ac_password").fill("valombre")
        page.locator("#__ac_password").press("Enter")
        page.wait_for_load_state()
        page.add_init_script(WATCH)
        for view, what in (
            (f"view=day&columns=agent&day={first}", "the day of 20 agents, a column each"),
            (f"view=week&day={first}", "the week of 20 agents in one"),
        ):
            yield _row(page, f"{url}/week/@@rendezvous-planning?{view}", what)
        browser.close()


def _row(page: Page, address: str, what: str) -> Row:
    took, size, shown = [], 0, 0
    for _time in range(TIMES):
        answer = page.goto(address)
        assert answer is not None and answer.ok, address
        size = len(answer.body())
        page.wait_for_function("() => window.drawn > 0")
        took.append(page.evaluate(TOOK))
        shown = page.locator(".rdv-live [data-reference]").count()
    target = "≤ 500 ms" if "column each" in what else ""
    figure = f"{min(took):.0f} ms, median {median(took):.0f} ms"
    return Row(
        f"{what}, drawn in Chromium",
        figure,
        target=target,
        note=f"{shown} appointments; page of {size} bytes",
    )
