// The week of an agent's hours in the place of what the server made: draw, drag, pull.

import { type Calendar, createCalendar, Interaction, TimeGrid } from "@event-calendar/core";
import { type Answer, send } from "./asking.js";
import { floored, later, wall, written } from "./clock.js";
import { grid, hidden } from "./grid.js";
import { adding, type Block, closing, drawn, form, type Off, type Scope, type Week } from "./hours.js";
import { chosen, made, Notice } from "./parts.js";
import { repairRoles } from "./roles.js";
import { filled } from "./told.js";

const CLICK = 30;
const HOUR = 60;

type Dropped = Calendar.EventDropInfo | Calendar.EventResizeInfo;

export class HoursBoard {
  private readonly notice: Notice;
  private readonly mount = made("div", "rdv-live");

  constructor(
    private readonly week: Week,
    made_by_server: HTMLElement,
  ) {
    this.notice = new Notice(made_by_server);
    made_by_server.before(this.mount);
    made_by_server.hidden = true;
    createCalendar(this.mount, [TimeGrid, Interaction], this.options());
    repairRoles(this.mount, "days");
  }

  private options(): Calendar.Options {
    const { week } = this;
    return {
      view: "timeGridWeek",
      date: week.days[0] ?? "",
      hiddenDays: hidden(week),
      ...grid(week, 28, "00:15"),
      dayHeaderFormat: (date) => this.day(written(date)),
      columnWidth: "minmax(8rem, 1fr)",
      eventResizableFromStart: true,
      editable: true,
      selectable: true,
      selectMinDistance: 8,
      selectConstraint: (info) => drawn(written(info.start), written(info.end)),
      events: [...week.offs.map(behind), ...week.blocks.map(event)],
      eventContent: (info) => content(info),
      eventDrop: (info) => void this.changed(info),
      eventResize: (info) => void this.changed(info),
      select: (info) => location.assign(adding(week, wall(info.startStr), wall(info.endStr))),
      dateClick: (info) => this.clicked(floored(wall(info.dateStr), CLICK)),
    };
  }

  private clicked(start: string): void {
    location.assign(adding(this.week, start, later(start, HOUR)));
  }

  /** Ask whether it is for one day or every week, and send it; what is not done goes back. */
  private async changed(info: Dropped): Promise<void> {
    const block = info.event.extendedProps["block"] as Block;
    const [start, end] = [written(info.event.start), written(info.event.end)];
    if (start === block.start && end === block.end) return;
    const scope = drawn(start, end) ? await this.scope(block, start, end) : null;
    const answer = scope && (await this.ask(block, start, end, scope));
    if (answer?.kind === "done") return location.assign(answer.goal);
    info.revert();
    this.say(answer);
  }

  private async scope(block: Block, start: string, end: string): Promise<Scope | null> {
    const day = this.day(start);
    const times = { start: this.hour(start), end: this.hour(end), day };
    const only: [string, string] = ["day", filled(this.text("only"), { day: this.day(block.day) })];
    const answers: [string, string][] = block.once
      ? [["day", this.text("confirm")]]
      : [only, ["weeks", filled(this.text("every_week"), { days: block.days })]];
    const lines = [filled(this.text("what"), times)];
    const found = await chosen(this.text("title"), lines, answers, this.text("leave"));
    return found === "day" || found === "weeks" ? found : null;
  }

  private async ask(block: Block, start: string, end: string, scope: Scope): Promise<Answer | null> {
    const fields = form(this.week, block, start, end, scope);
    const answer = await send(block.action, fields);
    if (answer.kind !== "asks") return answer;
    const answers: [string, string][] = [["yes", this.text("confirm")]];
    const found = await chosen(this.text("confirm_title"), answer.told, answers, this.text("leave"));
    return found === "yes" ? send(block.action, { ...fields, confirm: "1" }) : null;
  }

  private say(answer: Answer | null): void {
    if (!answer) return this.notice.say(this.text("as_before"), "success");
    if (answer.kind === "unreachable") return this.notice.say(this.text("unreachable"), "danger");
    if (answer.kind !== "logged-out") return this.notice.say("told" in answer ? answer.told.join(" ") : "", "danger");
    const url = this.week.login + encodeURIComponent(location.href);
    this.notice.say(this.text("logged_out"), "danger", { text: this.text("log_in"), url });
  }

  private day(time: string): string {
    const told = this.week.titles[time.slice(0, 10)];
    if (told) return told;
    const format = new Intl.DateTimeFormat(this.week.language, { weekday: "long", day: "numeric", month: "long" });
    return format.format(new Date(`${time.slice(0, 10)}T12:00:00`));
  }

  private hour(time: string): string {
    const [hour, minute] = closing(time, time).split(":");
    return filled(this.text("hour"), { hour: String(Number(hour)), minute: minute ?? "" });
  }

  private text(name: string): string {
    return this.week.texts[name] ?? "";
  }
}

function behind(one: Off, number: number): Calendar.EventInput {
  return {
    id: `off-${number}`,
    display: "background",
    start: one.start,
    end: one.end,
    title: one.label,
    classNames: ["rdv-off"],
    extendedProps: { off: one },
  };
}

function event(one: Block, number: number): Calendar.EventInput {
  return {
    id: `hours-${number}`,
    start: one.start,
    end: one.end,
    title: one.types,
    editable: Boolean(one.action),
    extendedProps: { block: one },
  };
}

function content(info: Calendar.EventContentInfo): Calendar.Content {
  const off = info.event.extendedProps["off"] as Off | undefined;
  if (off) return { domNodes: [label(off)] };
  const block = info.event.extendedProps["block"] as Block | undefined;
  return { domNodes: block ? [item(block)] : [] };
}

function label(off: Off): HTMLElement {
  const shown = made("span");
  if (!off.url) {
    shown.textContent = off.label;
    return shown;
  }
  const link = made("a", "", off.label);
  link.href = off.url;
  shown.append(link);
  return shown;
}

function item(block: Block): HTMLElement {
  const shown = made(block.url ? "a" : "span", "rdv-item");
  if (shown instanceof HTMLAnchorElement) {
    shown.href = block.url;
    shown.draggable = false;
  }
  if (block.colors[0]) shown.style.setProperty("--rdv-color", block.colors[0]);
  shown.append(block.hours, made("br"), made("strong", "", block.types), made("span", "visually-hidden", block.hidden));
  if (block.colors.length) shown.append(made("br"));
  for (const color of block.colors) {
    const dot = made("span", "rdv-dot");
    dot.style.setProperty("--rdv-color", color);
    shown.append(dot);
  }
  for (const note of block.notes) shown.append(made("br"), note);
  return shown;
}
