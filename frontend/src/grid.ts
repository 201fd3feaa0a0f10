// What the calendars of the back office have in common: the hours of some days, in the section's zone.

import type { Calendar } from "@event-calendar/core";
import { hourText, offsetAt, offsetText } from "./clock.js";

const WEEK = [0, 1, 2, 3, 4, 5, 6] as const;

interface Days {
  days: string[];
  language: string;
  zone: string;
  low: string;
  high: string;
  texts: Record<string, string>;
}

/** The options of a calendar in which half an hour is so many pixels high. */
export function grid(page: Days, slotHeight: number, snapDuration: string): Calendar.Options {
  return {
    locale: page.language,
    firstDay: 1,
    timeZone: offsetText(offsetAt(Date.now(), page.zone)),
    headerToolbar: { start: "", center: "", end: "" },
    allDaySlot: false,
    slotMinTime: page.low,
    slotMaxTime: page.high,
    slotDuration: "00:30",
    slotHeight,
    snapDuration,
    slotLabelFormat: (date) => hourText(date, page.texts["hour"] ?? ""),
    slotEventOverlap: false,
    nowIndicator: true,
    eventLongPressDelay: 500,
  };
}

/** The weekdays that a week leaves out, as it does not show all its days. */
export function hidden(page: Days): (typeof WEEK)[number][] {
  const shown = new Set(page.days.map((day) => new Date(`${day}T12:00:00`).getDay()));
  return WEEK.filter((day) => !shown.has(day));
}
