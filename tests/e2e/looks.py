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


SPACED = """* {
    line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important;
}
p { margin-bottom: 2em !important; }
"""
"""WCAG 1.4.12: what readers may set; nothing may be lost by it."""

LARGE = "html { font-size: 200% !important; }"
"""WCAG 1.4.4: text twice as large."""

CUT = """() => [...document.querySelectorAll("#content *")].filter(one => {
    const style = getComputedStyle(one);
    if (one.closest(".visually-hidden, [hidden], svg, .table-responsive, .rdv-cal")) return false;
    if (!one.offsetParent) return false;
    if (one.matches("select, input, textarea") || style.position === "absolute") return false;
    return /hidden|clip/.test(style.overflowX + style.overflowY)
        && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
}).map(one => one.outerHTML.slice(0, 200))"""


def restyled(page: Page, style: str, *widths: int) -> list[str]:
    """What is lost or scrolls sideways when a reader sets a style of their own, at these widths."""
    tag = page.add_style_tag(content=style)
    found = [f"cut: {one}" for one in page.evaluate(CUT)] + too_wide(page, *widths)
    tag.evaluate("it => it.remove()")
    return found
