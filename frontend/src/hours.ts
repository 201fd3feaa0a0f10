// The hours of an agent as the server tells them in an attribute, and what changing them asks of it.

import { minutesBetween } from "./clock.js";

export interface Block {
  id: string;
  day: string;
  start: string;
  end: string;
  url: string;
  action: string;
  hours: string;
  types: string;
  colors: string[];
  notes: string[];
  hidden: string;
  days: string;
  once: boolean;
}

export interface Off {
  start: string;
  end: string;
  label: string;
  url: string;
}

export interface Week {
  section: string;
  login: string;
  agent: string;
  days: string[];
  titles: Record<string, string>;
  low: string;
  high: string;
  zone: string;
  language: string;
  token: string;
  blocks: Block[];
  offs: Off[];
  texts: Record<string, string>;
}

export type Scope = "day" | "weeks";

const clock = (time: string): string => time.slice(11, 16);

/** An end at midnight is told as that of its day. */
export function closing(start: string, end: string): string {
  return end.slice(0, 10) > start.slice(0, 10) || end.slice(11, 16) === "23:59" ? "24:00" : clock(end);
}

/** What the form of one day is sent for new hours (naive times), as its fields. */
export function form(week: Week, block: Block, start: string, end: string, scope: Scope): Record<string, string> {
  return {
    _authenticator: week.token,
    day: block.day,
    to: start.slice(0, 10),
    start: clock(start),
    end: closing(start, end),
    scope,
  };
}

/** The form that adds hours where somebody drew them; at least `least` minutes. */
export function adding(week: Week, start: string, end: string): string {
  const day = start.slice(0, 10);
  const weekday = (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;
  const query = new URLSearchParams({
    days: String(weekday),
    start: clock(start),
    end: closing(start, end),
    back: day,
  });
  return `${week.agent}/++add++Availability?${query}`;
}

/** Whether a stretch lies in one day and is no mere slip of the hand. */
export function drawn(start: string, end: string): boolean {
  const midnight = end.slice(11, 16) === "00:00" && minutesBetween(start, end) <= 1440;
  return (start.slice(0, 10) === end.slice(0, 10) || midnight) && minutesBetween(start, end) >= 15;
}
