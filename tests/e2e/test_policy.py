"""The pages under a strict Content-Security-Policy, as `docs/operations.rst` gives it."""

from collective.rendezvous.browser.built import built
from playwright.sync_api import expect
from playwright.sync_api import Page
from playwright.sync_api import Route

import pytest


pytestmark = pytest.mark.skipif(not built("citizen"), reason="the scripts were not built")

POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "style-src-attr 'unsafe-inline'",
        "img-src 'self' data:",
        "form-action 'self'",
        "base-uri 'self'",
        "frame-ancestors 'self'",
        "object-src 'none'",
    )
)

LISTEN = """
window.violations = [];
document.addEventListener("securitypolicyviolation", event => window.violations.push(
    `${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`));
"""

OTHERS = ("bundle-plone", "datagridfield")
"""Scripts of Plone's and of the grids in its forms: they make style sheets of their own."""


@pytest.fixture
def guarded(pages) -> Page:
    page = pages.open()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    page.add_init_script(LISTEN)

    def guard(route: Route) -> None:
        answer = route.fetch(max_redirects=0)
        headers = dict(answer.headers)
        if "text/html" in headers.get("content-type", ""):
            headers["content-security-policy"] = POLICY
        route.fulfill(response=answer, headers=headers)

    page.context.route("**/*", guard)
    return page


def broken(page: Page) -> list[str]:
    """What the policy forbade of what is ours."""
    told = page.evaluate("window.violations")
    return [line for line in told if not any(name in line for name in OTHERS)]


def test_the_citizens_pages_keep_a_strict_policy(guarded, section):
    guarded.goto(section)
    assert broken(guarded) == []
    guarded.goto(f"{section}/passeport")
    guarded.get_by_role("link", name="Semaine suivante").click()
    expect(guarded.locator("#week")).to_be_focused()
    assert broken(guarded) == []
    guarded.locator(".rdv-slots button").first.click()
    expect(guarded.get_by_role("heading", level=1)).to_have_text("Vos coordonnées")
    guarded.get_by_label("Adresse électronique").fill("apolline@")
    guarded.keyboard.press("Tab")
    expect(guarded.locator("#email-error")).to_be_visible()
    expect(guarded.locator("[name=site_web]")).to_be_hidden()
    assert broken(guarded) == []


@pytest.mark.skipif(not built("planning"), reason="the script was not built")
def test_the_back_office_keeps_a_strict_policy(guarded, town, section):
    guarded.goto(f"{town}/login?came_from={section}")
    guarded.locator("#__ac_name").fill("caubry")
    guarded.locator("#__ac_password").fill("valombre")
    guarded.locator("#__ac_password").press("Enter")
    expect(guarded.get_by_role("link", name="Gérer les rendez-vous prévus")).to_be_visible()
    assert broken(guarded) == []
    for view in ("?view=week", "?view=day"):
        guarded.goto(f"{section}/@@rendezvous-planning{view}")
        expect(guarded.locator(".rdv-live .ec")).to_be_visible()
        assert broken(guarded) == []
    for path in ("@@rendezvous-planning?plain=1", "@@rendezvous-add", "passeport/edit", "@@rendezvous-types"):
        guarded.goto(f"{section}/{path}")
        expect(guarded.get_by_role("heading", level=1)).to_be_visible()
        assert broken(guarded) == []
