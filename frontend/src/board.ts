// The calendar in the place of the planning that the server made, kept up to date.

import {
  type Calendar,
  createCalendar,
  Interaction,
  ResourceTimeGrid,
  TimeGrid,
} from "@event-calendar/core";
import { moved, pulled, type Wish } from "./change.js";
import { floored, wall, withOffset, written } from "./clock.js";
import { content, events } from "./drawing.js";
import { grid, hidden } from "./grid.js";
import { confirmed, made, Notice } from "./parts.js";
import { repairRoles } from "./roles.js";
import type { Answer, Service } from "./service.js";
import type { Appointment, Page, Planning } from "./told.js";

const CLICK = 10;
const CHOSEN = new Set(["agent", "counter", "type"]);

type Dropped = Calendar.EventDropInfo | Calendar.EventResizeInfo;

export class Board {
  private readonly notice: Notice;
  private readonly calendar: Calendar;
  private busy = 0;
  private readonly mount = made("div", "rdv-live");

  constructor(
    private readonly page: Page,
    private readonly service: Service,
    planning: Planning,
    made_by_server: HTMLElement,
  ) {
    this.notice = new Notice(made_by_server);
    made_by_server.before(this.mount);
    made_by_server.hidden = true;
    this.calendar = createCalendar(this.mount, [TimeGrid, ResourceTimeGrid, Interaction], this.options(planning));
    repairRoles(this.mount, "days");
    this.listen();
  }

  private options(planning: Planning): Calendar.Options {
    const { page } = this;
    return {
      view: page.view === "week" ? "timeGridWeek" : "resourceTimeGridDay",
      date: page.first,
      hiddenDays: page.view === "week" ? hidden(page) : [],
      resources: page.view === "week" ? [] : page[page.columns === "agent" ? "agents" : "counters"],
      ...grid(page, 54, "00:05"),
      dayHeaderFormat: { weekday: "long", day: "numeric", month: "long" },
      columnWidth: `minmax(${page.width}rem, 1fr)`,
      editable: page.changes,
      eventResizableFromStart: false,
      events: events(page, planning),
      eventContent: (info) => content(page, info),
      eventDragStart: () => void this.busy++,
      eventDragStop: () => void this.busy--,
      eventResizeStart: () => void this.busy++,
      eventResizeStop: () => void this.busy--,
      eventDrop: (info) => void this.dropped(info, this.wish(info)),
      eventResize: (info) => void this.dropped(info, this.pull(info)),
      ...(page.changes ? { pointer: true, dateClick: (info) => this.add(info) } : {}),
    };
  }

  /** Ask again from time to time, and when somebody comes back to this page. */
  private listen(): void {
    setInterval(() => document.hidden || void this.refresh(), this.page.seconds * 1000);
    window.addEventListener("focus", () => void this.refresh());
    document.addEventListener("visibilitychange", () => document.hidden || void this.refresh());
  }

  /** Draw what changed; never under somebody's hand. */
  private async refresh(): Promise<void> {
    if (this.busy) return;
    const planning = await this.service.planning();
    if (!planning) return;
    if (this.busy) return this.service.forget();
    const focused = (document.activeElement as HTMLElement | null)?.dataset["reference"];
    this.calendar.setOption("events", events(this.page, planning));
    if (!focused) return;
    requestAnimationFrame(() => {
      this.mount.querySelector<HTMLElement>(`[data-reference="${CSS.escape(focused)}"]`)?.focus();
    });
  }

  private wish(info: Calendar.EventDropInfo): Wish | null {
    return moved(
      this.page,
      { start: written(info.oldEvent.start), column: String(info.oldResource?.id ?? "") },
      { start: written(info.event.start), column: String(info.newResource?.id ?? "") },
    );
  }

  private pull(info: Calendar.EventResizeInfo): Wish | null {
    const it = told(info);
    const people = pulled(this.page, it, written(info.event.start), written(info.event.end));
    return people === null || people === it.people ? null : { people };
  }

  private async dropped(info: Dropped, wish: Wish | null): Promise<void> {
    if (!wish) return info.revert();
    this.busy++;
    const answer = await this.change(told(info), wish);
    if (answer.kind !== "done") info.revert();
    this.busy--;
    this.service.forget();
    await this.refresh();
    this.say(answer);
  }

  /** Change it if it is as it was drawn, and ask back where the rules warn. */
  private async change(drawn: Appointment, wish: Wish): Promise<Answer> {
    const seen = await this.service.appointment(drawn.reference);
    if ("kind" in seen) return seen;
    const now = seen.appointment;
    const same = now.start === drawn.start && now.people === drawn.people && now.state === drawn.state;
    if (!same || now.agent.id !== drawn.agent.id || now.counter.id !== drawn.counter.id) return { kind: "stale" };
    const answer = await this.service.change(drawn.reference, seen.etag, wish, []);
    if (answer.kind !== "asks") return answer;
    if (!(await confirmed(this.page, answer.warnings))) return { kind: "refused", message: this.text("as_before") };
    return this.service.change(drawn.reference, seen.etag, wish, answer.warnings.map(({ code }) => code));
  }

  private say(answer: Answer): void {
    if (answer.kind === "done") return this.notice.say(this.text("done"), "success");
    if (answer.kind === "refused") return this.notice.say(answer.message || this.text("unreachable"), "danger");
    if (answer.kind !== "logged-out") return this.notice.say(this.text(answer.kind), "danger");
    const url = this.page.login + encodeURIComponent(location.href);
    this.notice.say(this.text("logged_out"), "danger", { text: this.text("log_in"), url });
  }

  private text(name: string): string {
    return this.page.texts[name] ?? "";
  }

  /** The form that adds an appointment at the time that was clicked. */
  private add(info: Calendar.DateClickInfo): void {
    const { page } = this;
    const query = new URLSearchParams(Object.entries(page.chosen).filter(([name]) => CHOSEN.has(name)));
    if (info.resource) query.set(page.columns, String(info.resource.id));
    query.set("start", withOffset(floored(wall(info.dateStr), CLICK), page.zone));
    location.assign(`${page.section}/@@rendezvous-add?${query}`);
  }
}

function told(info: Dropped): Appointment {
  return info.event.extendedProps["appointment"] as Appointment;
}
