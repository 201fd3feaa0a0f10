// Repairs the roles that the calendar gives: tables and lists whose parts are none. The links of the
// appointments then stand for themselves, each with its full name.

const NEUTRAL = ["rowgroup", "row", "cell", "columnheader", "rowheader", "list", "listitem", "button"];
const COUNTS = ["aria-colindex", "aria-colspan", "aria-rowindex", "aria-rowspan", "aria-colcount", "aria-rowcount"];

/** Keeps them repaired as the calendar is drawn anew. Each attribute is set only where it differs. */
export function repairRoles(mount: HTMLElement, labelledBy: string): void {
  const repair = (): void => {
    const calendar = mount.querySelector(".ec");
    if (!calendar) return;
    set(calendar, "role", "group");
    set(calendar, "aria-labelledby", labelledBy);
    for (const role of NEUTRAL) {
      for (const part of calendar.querySelectorAll(`[role="${role}"]`)) {
        part.setAttribute("role", "none");
        part.removeAttribute("tabindex");
        for (const name of COUNTS) part.removeAttribute(name);
      }
    }
    for (const time of calendar.querySelectorAll("time[aria-label]:not([role])")) time.setAttribute("role", "img");
  };
  repair();
  const seen = new MutationObserver(repair);
  seen.observe(mount, { subtree: true, childList: true, attributes: true, attributeFilter: ["role"] });
}

function set(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
