// The planning as events of the calendar, and what stands in them.

import type { Calendar } from "@event-calendar/core";
import { type Background, backgrounds } from "./background.js";
import { movable, stretches } from "./change.js";
import { hourText, later, minutesBetween, nextDay, wall } from "./clock.js";
import { made } from "./parts.js";
import type { Appointment, Page, Planning } from "./told.js";

const GONE = ["cancelled", "expired"];
const MARKS: Record<string, string> = { pending: "?", arrived: "●", honoured: "✓", no_show: "∅", cancelled: "✕" };
const SHORT = 30;

/** All that is drawn. */
export function events(page: Page, planning: Planning): Calendar.EventInput[] {
  const shown = planning.appointments.filter(({ state }) => state !== "expired");
  return [...backgrounds(page, planning).map(behind), ...shown.map((one) => appointment(page, one))];
}

function behind(one: Background, number: number): Calendar.EventInput {
  return {
    id: `behind-${number}`,
    display: "background",
    start: one.start,
    end: one.end,
    title: one.label,
    resourceIds: one.resources,
    classNames: [one.off ? "rdv-off" : "rdv-open"],
  };
}

function appointment(page: Page, one: Appointment): Calendar.EventInput {
  const start = wall(one.start);
  const column = one[page.columns].id;
  return {
    id: one.reference,
    start,
    end: latest(start, wall(one.end)),
    title: name(page, one),
    resourceIds: page.view === "day" && column ? [column] : [],
    startEditable: movable(page, one),
    durationEditable: movable(page, one) && stretches(page, one),
    extendedProps: { appointment: one },
  };
}

/** An end on the same day, so that it is drawn in one column. */
function latest(start: string, end: string): string {
  const midnight = `${nextDay(start.slice(0, 10))}T00:00:00`;
  return end > midnight ? later(midnight, -1) : end;
}

function name(page: Page, { visitor }: Appointment): string {
  const { civility, first_name: first, last_name: last } = visitor;
  if (!first && !last) return page.texts["erased"] ?? "";
  const shown = page.view === "week" ? [civility || first, last] : [civility, first, last];
  return shown.filter(Boolean).join("\u00a0");
}

/** What stands in an event: a link with all that there is to say, or why nobody is there. */
export function content(page: Page, info: Calendar.EventContentInfo): Calendar.Content {
  const { event } = info;
  if (event.display === "background") return { domNodes: event.title ? [made("span", "", String(event.title))] : [] };
  const it = event.extendedProps["appointment"] as Appointment | undefined;
  if (!it) return { domNodes: [] };
  const link = made("a", css(it));
  link.href = page.changes
    ? `${page.section}/@@rendezvous-edit/${it.reference}`
    : `${page.section}/@@appointment-for-staff/${it.reference}`;
  link.draggable = false;
  link.dataset["reference"] = it.reference;
  const color = it.type.id ? page.types[it.type.id]?.color : "";
  if (color) link.style.setProperty("--rdv-color", color);
  const state = (page.states[it.state] ?? it.state).toLowerCase();
  const mark = made("span", "rdv-mark", MARKS[it.state]);
  mark.setAttribute("aria-hidden", "true");
  const spoken = `, ${it.type.title}, ${state}, ${it.agent.title}, ${it.counter.title}`;
  const day = new Intl.DateTimeFormat(page.language, { weekday: "long", day: "numeric", month: "long" });
  link.append(made("time", "", hourText(event.start, page.texts["hour"] ?? "")), " ", mark, made("strong", "", String(event.title)));
  if (page.view === "day") link.append(made("br"), ` ${it.type.title}, ${state}`);
  link.append(made("span", "visually-hidden", `${spoken}, ${day.format(event.start)}`));
  return { domNodes: [link] };
}

function css(it: Appointment): string {
  const short = minutesBetween(wall(it.start), wall(it.end)) < SHORT;
  const names = { "is-short": short, "is-cancelled": GONE.includes(it.state), "is-pending": it.state === "pending" };
  return ["rdv-item", ...Object.entries(names).flatMap(([each, true_]) => (true_ ? [each] : []))].join(" ");
}
