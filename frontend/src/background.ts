// What is behind the appointments: hours, absences, closures, as the background events of the calendar.

import { nextDay, wall } from "./clock.js";
import { meet, merged, without, type Stretch } from "./intervals.js";
import { filled, type Availability, type Page, type Planning, type Resource, type Unavailability } from "./told.js";

export interface Background {
  start: string;
  end: string;
  label: string;
  off: boolean;
  resources: string[];
}

const stretch = (one: { start: string; end: string }): Stretch => [wall(one.start), wall(one.end)];

/** The closures of the days shown, a stretch a day. */
export function closed(page: Page, planning: Planning): { at: Stretch; label: string }[] {
  return planning.closures.flatMap((one) =>
    page.days
      .filter((day) => one.first_day <= day && day <= one.last_day)
      .map((day) => ({
        at: [
          `${day}T${one.start ?? "00:00"}:00`,
          one.end && one.end !== "24:00" ? `${day}T${one.end}:00` : `${nextDay(day)}T00:00:00`,
        ] as const,
        label: one.reason ? filled(page.texts["closed_because"], { reason: one.reason }) : (page.texts["closed"] ?? ""),
      })),
  );
}

/** All of it for the columns of the view. */
export function backgrounds(page: Page, planning: Planning): Background[] {
  const shut = closed(page, planning);
  const columns: (Resource | null)[] =
    page.view === "week" ? [null] : page.columns === "agent" ? page.agents : page.counters;
  return columns.flatMap((column) => [
    ...shut.map(({ at, label }) => background(at, label, true, column)),
    ...ofColumn(page, planning, column, shut.map(({ at }) => at)),
  ]);
}

function ofColumn(page: Page, planning: Planning, column: Resource | null, shut: Stretch[]): Background[] {
  const served = planning.availabilities.filter((one) => serves(page, one, column));
  const hours = served.map(stretch);
  const there = without(
    served.flatMap((one) => present(page, planning, one, column)),
    shut,
  );
  const away = planning.unavailabilities;
  const offs: { at: Stretch; label: string }[] = column
    ? away
        .filter((one) => (page.columns === "agent" ? one.agent : one.counter) === column.id)
        .map((one) => ({ at: stretch(one), label: one.reason || (page.texts["unavailable"] ?? "") }))
    : without(hours, [...there, ...shut]).map((at) => ({ at, label: reasons(page, away, at) }));
  return [
    ...merged(there).map((at) => background(at, "", false, column)),
    ...offs.map(({ at, label }) => background(at, label, true, column)),
  ];
}

function serves(page: Page, one: Availability, column: Resource | null): boolean {
  if (!column) return counters(page, one).length > 0;
  if (page.columns === "agent") return one.agent === column.id && counters(page, one).length > 0;
  return counters(page, one).includes(column.id);
}

/** The counters shown at which these hours can be used. */
function counters(page: Page, one: Availability): string[] {
  return page.counters
    .filter(({ id }) => one.counters.length === 0 || one.counters.includes(id))
    .filter(({ types }) => one.types.some((type) => types.includes(type) && (page.chosen.type ?? type) === type))
    .map(({ id }) => id);
}

/** When the agent of these hours is at one of the counters of a column. */
function present(page: Page, planning: Planning, one: Availability, column: Resource | null): Stretch[] {
  const away = planning.unavailabilities;
  const here = without([stretch(one)], away.filter(({ agent }) => agent === one.agent).map(stretch));
  return counters(page, one)
    .filter((id) => !column || page.columns === "agent" || id === column.id)
    .flatMap((id) => without(here, away.filter(({ counter }) => counter === id).map(stretch)));
}

function reasons(page: Page, away: Unavailability[], at: Stretch): string {
  const names = new Map([...page.agents, ...page.counters].map(({ id, title }) => [id, title]));
  return away
    .filter((one) => meet(stretch(one), at) && names.has(one.agent ?? one.counter ?? ""))
    .map((one) => {
      const field = names.get(one.agent ?? one.counter ?? "") ?? "";
      return filled(page.texts["of_field"], { field, value: one.reason || (page.texts["unavailable"] ?? "") });
    })
    .join(", ");
}

function background(at: Stretch, label: string, off: boolean, column: Resource | null): Background {
  return { start: at[0], end: at[1], label, off, resources: column ? [column.id] : [] };
}
