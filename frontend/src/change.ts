// What a drag or a pull asks of the server.

import { minutesBetween, withOffset } from "./clock.js";
import type { Appointment, Page } from "./told.js";

export interface Wish {
  start?: string;
  agent?: string;
  counter?: string;
  people?: number;
}

/** What is asked when it was dropped at a time (naive) in a column; null where it is as before. */
export function moved(page: Page, before: { start: string; column: string }, after: typeof before): Wish | null {
  const wish: Wish = {};
  if (after.start !== before.start) wish.start = withOffset(after.start, page.zone);
  if (after.column && after.column !== before.column) wish[page.columns] = after.column;
  return Object.keys(wish).length ? wish : null;
}

/** For how many people it lasts as long as it was pulled; null where its length does not depend on them. */
export function pulled(page: Page, it: Appointment, start: string, end: string): number | null {
  const kind = it.type.id ? page.types[it.type.id] : undefined;
  if (!kind || !stretches(page, it)) return null;
  const people = 1 + Math.round((minutesBetween(start, end) - kind.duration) / kind.extra);
  return Math.max(1, Math.min(kind.people, people));
}

/** Whether it can be made longer: more people take more time. */
export function stretches(page: Page, it: Appointment): boolean {
  const kind = it.type.id ? page.types[it.type.id] : undefined;
  return Boolean(kind && kind.extra > 0 && kind.people > 1);
}

/** Whether it can be moved at all. */
export function movable(page: Page, it: Appointment): boolean {
  return page.changes && ["pending", "confirmed", "arrived", "honoured"].includes(it.state);
}
