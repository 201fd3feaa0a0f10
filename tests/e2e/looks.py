"""What every page must be, measured in the browser."""

from playwright.sync_api import Page


TOUCH = 44
"""The least height of what one presses on a phone, in CSS pixels."""

OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"

SMALL = """(least) => [...document.querySelectorAll(
    "#content button, #content a.btn, #content input, #content select, #content textarea, #content summary"
)].map(control => control.matches("[type=radio], [type=checkbox]")
    ? control.closest(".form-check, .rdv-choice") || control : control
).filter(control => {
    const box = control.getBoundingClientRect();
    return box.height > 0 && box.height < least;
}).map(control => `${Math.round(control.getBoundingClientRect().height)} px: ${control.outerHTML}`)"""


def too_wide(page: Page, *widths: int) -> list[str]:
    """The widths at which the page scrolls sideways."""
    size = page.viewport_size
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": size["height"]})
        beyond = page.evaluate(OVERFLOW)
        if beyond > 0:
            found.append(f"{beyond} px too wide at {width}: {page.url}")
    page.set_viewport_size(size)
    return found


def too_small(page: Page) -> list[str]:
    """What is too low to be pressed by a thumb."""
    return list(page.evaluate(SMALL, TOUCH))
