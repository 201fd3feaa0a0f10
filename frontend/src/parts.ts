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

  say(text: string, kind: "success" | "danger", link?: { text: string; url: string; window?: boolean }): void {
    const alert = made("p", `alert alert-${kind}`, text);
    if (link) {
      const anchor = made("a", "alert-link", link.text);
      anchor.href = link.url;
      if (link.window) anchor.target = "_blank";
      alert.append(" ", anchor);
    }
    this.element.replaceChildren(alert);
  }
}

/** Shows the warnings; tells whether they were confirmed. */
export async function confirmed(page: Page, warnings: Warning[]): Promise<boolean> {
  const { texts } = page;
  const lines = warnings.map(({ message }) => message);
  return (await chosen(texts["confirm_title"] ?? "", lines, [["yes", texts["confirm"] ?? ""]], texts["leave"] ?? "")) === "yes";
}

/**
 * Shows sentences and a button for each answer (value, label), and one that leaves; gives the value
 * of the answer, "" where one left. The focus goes back to where it was.
 */
export function chosen(heading: string, lines: string[], answers: [string, string][], leave: string): Promise<string> {
  const dialog = made("dialog", "rdv-dialog");
  const title = made("h2", "h5", heading);
  title.id = "rdv-dialog-title";
  dialog.setAttribute("aria-labelledby", title.id);
  const list = made(lines.length > 1 ? "ul" : "div", "mb-3");
  list.append(...lines.map((line) => made(lines.length > 1 ? "li" : "p", "", line)));
  const bar = made("div", "rdv-actions");
  const no = made("button", "btn btn-outline-secondary", leave);
  no.type = "button";
  no.addEventListener("click", () => dialog.close());
  for (const [value, label] of answers) {
    const button = made("button", "btn btn-primary", label);
    button.type = "button";
    button.addEventListener("click", () => dialog.close(value));
    bar.append(button);
  }
  bar.append(no);
  dialog.append(title, list, bar);
  document.querySelector("#content")?.append(dialog);
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue);
    });
    dialog.showModal();
    no.focus();
  });
}
