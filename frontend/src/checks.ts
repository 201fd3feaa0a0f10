// Checks a field when it is left, never while one types, in the words that the server would say. A field that
// was only passed through is left in peace; the server has the last word.

import { afterPress } from "./press.js";
import { plain, type Say } from "./voice.js";

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** The sentences of a field: what to say when it is empty, and when it is no e-mail address or no number. */
export interface Sentences {
  required?: string | undefined;
  email?: string | undefined;
  number?: string | undefined;
}

const ADDRESS = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;

/** What is wrong with what was written; nothing where all is well. Never stricter than the server. */
export function wrong(written: string, sentences: Sentences): string {
  const text = written.trim();
  if (!text) return sentences.required ?? "";
  if (sentences.email && !ADDRESS.test(text)) return sentences.email;
  return sentences.number && Number.isNaN(Number(text.replace(/[\s_]/g, "").replace(",", "."))) ? sentences.number : "";
}

const CHECKED = "[data-rdv-required], [data-rdv-email], [data-rdv-number]";

/** Looks after the fields of a page; `say` speaks what is wrong, as the focus is elsewhere by then. */
export function checking(root: ParentNode, say: Say): void {
  for (const form of root.querySelectorAll<HTMLFormElement>("form.rdv-form")) {
    const pattern = form.querySelector<HTMLTemplateElement>("template[data-rdv-error]");
    if (!pattern) continue;
    const written = new WeakSet<EventTarget>();
    form.addEventListener("input", (event) => event.target && written.add(event.target));
    form.addEventListener("focusout", (event) => {
      const control = event.target as Control;
      if (!control.matches(CHECKED)) return;
      // A message that comes now would push the button away from under the pointer that presses it.
      if (event.relatedTarget instanceof HTMLButtonElement) return;
      const bad = control.getAttribute("aria-invalid") === "true";
      if (bad || written.has(control)) afterPress(() => check(control, pattern, say));
    });
    form.addEventListener("change", (event) => {
      const control = event.target as Control;
      if (control.matches("[type=radio], [type=checkbox], select") && !complaint(control)) mend(control);
    });
  }
}

function complaint(control: Control): string {
  const { rdvRequired: required, rdvEmail: email, rdvNumber: number } = control.dataset;
  const chosen = !(control instanceof HTMLInputElement) || control.type !== "checkbox" || control.checked;
  return wrong(chosen ? control.value : "", { required, email, number });
}

function check(control: Control, pattern: HTMLTemplateElement, say: Say): void {
  const sentence = complaint(control);
  const same = error(control)?.textContent?.includes(sentence);
  if (sentence && same) return;
  mend(control);
  if (!sentence) return;
  const made = pattern.content.firstElementChild?.cloneNode(true) as HTMLElement;
  made.id = `${control.name}-error`;
  made.append(sentence);
  field(control).append(made);
  field(control).classList.add("error");
  control.classList.add("is-invalid");
  control.setAttribute("aria-invalid", "true");
  describe(control, (ids) => [...ids, made.id]);
  say(`${plain(control.labels?.[0]?.firstChild?.textContent)} — ${sentence}`);
}

/** Takes back what was said of a field. */
function mend(control: Control): void {
  const around = field(control);
  around.classList.remove("error");
  const told = error(control);
  for (const one of around.querySelectorAll<Control>("[name]")) {
    one.classList.remove("is-invalid");
    one.removeAttribute("aria-invalid");
    if (told) describe(one, (ids) => ids.filter((id) => id !== told.id));
  }
  if (told) describe(around, (ids) => ids.filter((id) => id !== told.id));
  told?.remove();
}

function field(control: Control): HTMLElement {
  return control.closest<HTMLElement>(".field") ?? control;
}

function error(control: Control): HTMLElement | null {
  return field(control).querySelector<HTMLElement>(".invalid-feedback");
}

function describe(element: Element, change: (ids: string[]) => string[]): void {
  const ids = change((element.getAttribute("aria-describedby") ?? "").split(/\s+/).filter(Boolean));
  if (ids.length) element.setAttribute("aria-describedby", ids.join(" "));
  else element.removeAttribute("aria-describedby");
}
