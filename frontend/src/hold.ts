// Tells how long a time is kept: the words change each minute, and are spoken at five minutes and at one only.

import { plain, type Say } from "./voice.js";

const MINUTE = 60_000;
const SPOKEN = new Set([5, 1, 0]);

/** Whole minutes left of a stretch, the minute that has begun included; 0 when it is over. */
export function minutesLeft(until: number, now: number): number {
  return Math.max(0, Math.ceil((until - now) / MINUTE));
}

/** The sentence for so many minutes: that of the fewest minutes that are told and not less. */
export function sentence(words: Record<string, string>, minutes: number): string {
  const told = Object.keys(words).map(Number).sort((a, b) => a - b);
  const found = told.find((one) => one >= minutes) ?? told.at(-1);
  return found === undefined ? "" : (words[found] ?? "");
}

/** Milliseconds until the minutes left are one fewer. */
export function untilNext(until: number, now: number): number {
  return Math.max(0, until - now - (minutesLeft(until, now) - 1) * MINUTE);
}

/**
 * Follows each element `data-rdv-hold="ISO time"`. Its `data-rdv-hold-words` are JSON: minutes left -> sentence,
 * shown in the element `data-rdv-hold-left` in it; `data-rdv-now` is the server's clock as the page was made.
 */
export function holding(root: ParentNode, say: Say): void {
  for (const element of root.querySelectorAll<HTMLElement>("[data-rdv-hold]")) follow(element, say);
}

function follow(element: HTMLElement, say: Say): void {
  const { rdvHold, rdvNow, rdvHoldWords } = element.dataset;
  const words = JSON.parse(rdvHoldWords ?? "{}") as Record<string, string>;
  const left = element.querySelector("[data-rdv-hold-left]");
  const ahead = rdvNow ? Date.parse(rdvNow) - Date.now() : 0;
  const until = Date.parse(rdvHold ?? "");
  if (!left || Number.isNaN(until)) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    clearTimeout(timer);
    const now = Date.now() + ahead;
    const minutes = minutesLeft(until, now);
    const text = sentence(words, minutes);
    if (text && plain(left.textContent) !== plain(text)) {
      left.textContent = text;
      if (SPOKEN.has(minutes)) say(text);
    }
    if (minutes) timer = setTimeout(tell, untilNext(until, now) + 50);
  };
  tell();
  window.addEventListener("pageshow", (event) => event.persisted && tell());
  document.addEventListener("visibilitychange", () => document.hidden || tell());
}
