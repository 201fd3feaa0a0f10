// Turns the weeks, and shows the times of another place or number of people, without a reload: the same page is
// asked for, and its parts take the place of those that are there. Whatever goes wrong, the browser goes there.

import { lead } from "./focus.js";
import { plain, type Say } from "./voice.js";

const PATIENCE = 8000;
const TYPING = 700;
const PARTS = "[data-rdv-part]";
const ASKING = "form[data-rdv-turns]";
const WEEK = "#week";

/** A page to ask for: an address, with what a POST form sends; `plainly` is how the browser would go there. */
interface Wish {
  url: string;
  body?: URLSearchParams;
  plainly: () => void;
}

type Then = "title" | "told";

/** Whether a press is meant for this page: neither for a new tab nor for a download. */
export function meantHere(event: Pick<MouseEvent, "button" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">): boolean {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
}

/** An address without its fragment. */
export function bare(url: string): string {
  return url.split("#", 1)[0] ?? url;
}

export function turning(say: Say): void {
  if (!document.querySelector(PARTS)) return;
  let shown = bare(location.href);
  let asked: AbortController | undefined;
  let leaving = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Show it here; tell whether the browser's own history has it already. */
  async function turn(wish: Wish, then: Then, back = false): Promise<void> {
    clearTimeout(timer);
    asked?.abort();
    const mine = (asked = new AbortController());
    const late = setTimeout(() => mine.abort("late"), PATIENCE);
    busy(true);
    const page = await fetched(wish, mine.signal);
    clearTimeout(late);
    if (asked !== mine) return;
    busy(false);
    if (!page || !swap(page)) {
      leaving = true;
      return wish.plainly();
    }
    document.title = page.title;
    remember(back || wish.body ? null : wish.url);
    shown = bare(location.href);
    const title = document.querySelector<HTMLElement>(WEEK);
    if (then === "title" && title) lead(title);
    else say([...document.querySelectorAll("[data-rdv-tell]")].map((one) => plain(one.textContent)).join(". "));
  }

  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>(".rdv-weeknav a[href]");
    if (!link || event.defaultPrevented || !meantHere(event)) return;
    event.preventDefault();
    void turn({ url: link.href, plainly: () => location.assign(link.href) }, "title");
  });

  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    const button = event.submitter as HTMLButtonElement | null;
    if (leaving || event.defaultPrevented || !(form.matches(ASKING) || button?.closest(".rdv-weeknav"))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void turn(sent(form, button), "title");
  });

  document.addEventListener("change", (event) => {
    const control = event.target as HTMLInputElement;
    const form = control.closest<HTMLFormElement>(ASKING);
    if (!form || !control.checkValidity()) return;
    const button = form.querySelector<HTMLButtonElement>("button[type=submit]");
    clearTimeout(timer);
    // A date is typed part by part, and each part that completes one is a change.
    timer = setTimeout(() => void turn(sent(form, button), "told"), control.type === "date" ? TYPING : 0);
  });

  window.addEventListener("popstate", () => {
    if (bare(location.href) === shown) return;
    void turn({ url: location.href, plainly: () => location.reload() }, "told", true);
  });

  window.addEventListener("pageshow", () => (leaving = false));
}

/** Note an address in the history. Plone's scripts give a page a state, and load it anew when it comes back. */
function remember(url: string | null): void {
  history.replaceState(null, "");
  if (url) history.pushState(null, "", url);
}

/** What a form asks for. */
function sent(form: HTMLFormElement, button: HTMLButtonElement | null): Wish {
  const fields = new URLSearchParams(new FormData(form, button) as unknown as Record<string, string>);
  const plainly = (): void => form.requestSubmit(button);
  if (form.method === "post") return { url: form.action, body: fields, plainly };
  const url = `${form.action.split("?", 1)[0]}?${fields}`;
  return { url, plainly: () => location.assign(url) };
}

async function fetched(wish: Wish, signal: AbortSignal): Promise<Document | null> {
  try {
    const answer = await fetch(wish.url, {
      signal,
      credentials: "same-origin",
      headers: { Accept: "text/html" },
      ...(wish.body ? { method: "POST", body: wish.body } : {}),
    });
    if (!answer.ok || answer.redirected) return null;
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    return null;
  }
}

/** Put the parts of a page in the place of these, unless it has others; what is chosen follows. */
function swap(page: Document): boolean {
  const pairs = [...document.querySelectorAll(PARTS)].map((part) => [part, page.getElementById(part.id)] as const);
  if (pairs.some(([, other]) => !other) || page.querySelectorAll(PARTS).length !== pairs.length) return false;
  for (const [part, other] of pairs) if (other) part.replaceWith(document.adoptNode(other));
  for (const control of document.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
    `${ASKING} :is(input, select)[id]`,
  )) {
    const other = page.getElementById(control.id);
    if (control === document.activeElement || other?.tagName !== control.tagName) continue;
    if (control.type === "radio") (control as HTMLInputElement).checked = (other as HTMLInputElement).checked;
    else control.value = (other as typeof control).value;
  }
  return true;
}

function busy(is: boolean): void {
  for (const part of document.querySelectorAll(PARTS)) {
    if (is) part.setAttribute("aria-busy", "true");
    else part.removeAttribute("aria-busy");
  }
}
