// Finds appointments as one types; the form beneath stays as it is, for whoever presses its button.

import { filled } from "./told.js";
import type { Named } from "./told.js";
import { hour, longDay } from "./said.js";

export interface Told {
  url: string;
  page: string;
  today: string;
  language: string;
  states: Record<string, string>;
  texts: Record<string, string>;
}

export interface Line {
  reference: string;
  state: string;
  type: Named;
  start: string;
  visitor: { civility?: string; first_name?: string; last_name?: string };
}

export interface Found {
  items: Line[];
  items_total: number;
}

const LEAST = 2;
const SHOWN = 8;
const PAUSE = 250;

/** What is searched for: nothing while too little is typed. */
export function wanted(typed: string): string {
  const text = typed.trim();
  return text.length < LEAST ? "" : text;
}

/** Says how many there are, in a sentence. */
export function status(found: Found, texts: Record<string, string>): string {
  const { items, items_total: total } = found;
  if (total === 0) return texts["none"] ?? "";
  if (total === 1) return texts["one"] ?? "";
  const name = total > items.length ? "some" : "many";
  return filled(texts[name], { number: String(total), shown: String(items.length) });
}

/** An appointment in one line: when, who, what for, and its state where that is no matter of course. */
export function line(one: Line, told: Told): string {
  const { civility, first_name, last_name } = one.visitor;
  const who = [civility, first_name, last_name].filter(Boolean).join("\u00a0");
  const when = filled(told.texts["when"], {
    day: longDay(one.start, told.language),
    hour: hour(one.start, told.texts["hour"] ?? "${hour}:${minute}"),
  });
  const state = one.state === "confirmed" ? "" : told.states[one.state];
  return [when, who || told.texts["erased"], one.type.title, state].filter(Boolean).join(", ");
}

/** Lets only the last question have an answer: what comes back for an earlier one is too late. */
export class Latest {
  private number = 0;

  ask(): () => boolean {
    const mine = ++this.number;
    return () => mine === this.number;
  }
}

class Search {
  private readonly latest = new Latest();
  private readonly status = document.createElement("p");
  private readonly list = document.createElement("ul");
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private asking: AbortController | undefined;

  constructor(
    form: HTMLFormElement,
    private readonly input: HTMLInputElement,
    private readonly told: Told,
  ) {
    this.status.className = "form-text mb-1";
    this.status.setAttribute("role", "status");
    this.list.className = "rdv-found";
    this.list.setAttribute("aria-label", told.texts["list"] ?? "");
    this.list.hidden = true;
    form.append(this.status, this.list);
    input.addEventListener("input", () => this.typed());
    form.addEventListener("keydown", (event) => this.key(event));
  }

  private typed(): void {
    const alone = this.latest.ask();
    clearTimeout(this.waiting);
    this.asking?.abort();
    const text = wanted(this.input.value);
    if (!text) return this.show(null);
    this.waiting = setTimeout(() => void this.find(text, alone), PAUSE);
  }

  private async find(text: string, alone: () => boolean): Promise<void> {
    this.asking = new AbortController();
    try {
      const answer = await fetch(this.told.url, {
        method: "POST",
        headers: { Accept: "application/json", "Content-Type": "application/json" },
        body: JSON.stringify({ q: text, from: this.told.today, b_size: SHOWN }),
        cache: "no-store",
        credentials: "same-origin",
        signal: this.asking.signal,
      });
      const found = answer.ok ? ((await answer.json()) as Found) : null;
      if (alone()) this.show(found, answer.status);
    } catch {
      if (alone()) this.show(null);
    }
  }

  /** Shows what was found; nothing where nothing could be: the form's button tells why. */
  private show(found: Found | null, code = 0): void {
    const { texts } = this.told;
    const logged_out = code === 401 || code === 403;
    this.status.textContent = found ? status(found, texts) : logged_out ? (texts["logged_out"] ?? "") : "";
    this.list.replaceChildren(...(found?.items ?? []).map((one) => this.item(one)));
    this.list.hidden = !found?.items.length;
  }

  private item(one: Line): HTMLLIElement {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `${this.told.page}/${one.reference}`;
    link.textContent = line(one, this.told);
    item.append(link);
    return item;
  }

  /** Arrows go from the field through what was found and back; Escape goes back and puts it away. */
  private key(event: KeyboardEvent): void {
    const places: HTMLElement[] = [this.input, ...this.list.querySelectorAll<HTMLElement>("a")];
    const at = places.indexOf(document.activeElement as HTMLElement);
    if (event.key === "Escape" && places.length > 1) {
      event.preventDefault();
      this.input.focus();
      this.show(null);
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && at >= 0) {
      const next = places[at + (event.key === "ArrowDown" ? 1 : -1)];
      if (!next) return;
      event.preventDefault();
      next.focus();
    }
  }
}

export function searching(root: ParentNode): void {
  for (const form of root.querySelectorAll<HTMLFormElement>("form[data-rdv-search]")) {
    const input = form.querySelector<HTMLInputElement>("input[name=q]");
    if (input) new Search(form, input, JSON.parse(form.dataset["rdvSearch"] ?? "{}") as Told);
  }
}
