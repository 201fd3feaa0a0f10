// A page and a planning to try things on.

import type { Appointment, Page, Planning } from "../src/told.js";

export function page(more: Partial<Page> = {}): Page {
  return {
    section: "/rendez-vous",
    login: "/login?came_from=",
    first: "2026-11-09",
    last: "2026-11-15",
    days: ["2026-11-09", "2026-11-10", "2026-11-11"],
    view: "week",
    columns: "counter",
    low: "08:00",
    high: "18:00",
    zone: "Europe/Paris",
    language: "fr",
    seconds: 30,
    width: 8,
    changes: true,
    agents: [{ id: "nadia", title: "Nadia" }, { id: "camille", title: "Camille" }],
    counters: [{ id: "g1", title: "One", types: ["cni"] }, { id: "g2", title: "Two", types: ["pacs"] }],
    types: { cni: { title: "Card", color: "#0b5cad", duration: 20, extra: 10, people: 4 } },
    chosen: {},
    states: {},
    texts: { closed: "Closed", closed_because: "Closed: ${reason}", of_field: "${field}: ${value}", unavailable: "Away" },
    ...more,
  };
}

export function planning(more: Partial<Planning> = {}): Planning {
  return { appointments: [], availabilities: [], unavailabilities: [], closures: [], version: "1", ...more };
}

export function appointment(more: Partial<Appointment> = {}): Appointment {
  return {
    "@id": "",
    reference: "K7QM2X9RTA",
    state: "confirmed",
    type: { id: "cni", title: "Card" },
    counter: { id: "g1", title: "One" },
    agent: { id: "nadia", title: "Nadia" },
    start: "2026-11-10T09:00:00+01:00",
    end: "2026-11-10T09:20:00+01:00",
    people: 1,
    visitor: {},
    ...more,
  };
}
