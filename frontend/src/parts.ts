// The elements that are made here: text is only ever set as text.

import type { Warning } from "./service.js";
import type { Page } from "./told.js";

/** An element with a class and a text. */
export function made<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  css = "",
  text = "",
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (css) element.className = css;
  if (text) element.textContent = text;
  return element;
}

/** Where what happened is said; screen readers speak it. */
export class Notice {
  private readonly element = made("div", "rdv-notice");

  constructor(before: Element) {
    this.element.setAttribute("role", "status");
    before.before(this.element);
  }

  say(text: string, kind: "success" | "danger", link?: { text: string; url: string }): void {
    const alert = made("p", `alert alert-${kind}`, text);
    if (link) {
      const anchor = made("a", "alert-link", link.text);
      anchor.href = link.url;
      alert.append(" ", anchor);
    }
    this.element.replaceChildren(alert);
  }
}

/** Shows the warnings; tells whether they were confirmed. The focus goes back to where it was. */
export function confirmed(page: Page, warnings: Warning[]): Promise<boolean> {
  const dialog = made("dialog", "rdv-dialog");
  const title = made("h2", "h5", page.texts["confirm_title"]);
  title.id = "rdv-dialog-title";
  dialog.setAttribute("aria-labelledby", title.id);
  const list = made("ul");
  list.append(...warnings.map(({ message }) => made("li", "", message)));
  const yes = made("button", "btn btn-primary", page.texts["confirm"]);
  const no = made("button", "btn btn-outline-primary", page.texts["leave"]);
  yes.type = no.type = "button";
  const bar = made("div", "rdv-actions");
  bar.append(yes, no);
  dialog.append(title, list, bar);
  document.querySelector("#content")?.append(dialog);
  return new Promise((resolve) => {
    yes.addEventListener("click", () => dialog.close("yes"));
    no.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
    dialog.showModal();
    no.focus();
  });
}
