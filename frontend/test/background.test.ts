import assert from "node:assert/strict";
import { test } from "node:test";
import { backgrounds, closed } from "../src/background.js";
import type { Availability } from "../src/told.js";
import { page, planning } from "./page.js";

const at = (day: number, hour: number): string => `2026-11-${day}T${String(hour).padStart(2, "0")}:00:00+01:00`;
const hours = (agent: string, from: number, to: number, more: Partial<Availability> = {}): Availability => ({
  agent,
  start: at(10, from),
  end: at(10, to),
  types: ["cni"],
  counters: [],
  ...more,
});
const away = (who: { agent: string } | { counter: string }, from: number, to: number, reason = "") => ({
  ...who,
  start: at(10, from),
  end: at(10, to),
  reason,
});
const short = (found: ReturnType<typeof backgrounds>) =>
  found.map((one) => `${one.resources.join()} ${one.off ? "off" : "open"} ${one.start.slice(11, 13)}-${one.end.slice(11, 13)} ${one.label}`.trim());

test("in a week the hours of all are joined, and hours that nobody keeps are told with why", () => {
  const found = backgrounds(
    page(),
    planning({
      availabilities: [hours("nadia", 9, 12), hours("camille", 11, 14)],
      unavailabilities: [away({ agent: "nadia" }, 9, 10, "Training")],
    }),
  );
  assert.deepEqual(short(found), ["open 10-14", "off 09-10 Nadia: Training"]);
});

test("a column of an agent is that agent's", () => {
  const found = backgrounds(
    page({ view: "day", columns: "agent", days: ["2026-11-10"] }),
    planning({
      availabilities: [hours("nadia", 9, 12), hours("camille", 11, 14)],
      unavailabilities: [away({ agent: "camille" }, 13, 16)],
    }),
  );
  assert.deepEqual(short(found), ["nadia open 09-12", "camille open 11-13", "camille off 13-16 Away"]);
});

test("a column of a counter has the hours that can be kept there", () => {
  const found = backgrounds(
    page({ view: "day", days: ["2026-11-10"] }),
    planning({
      availabilities: [hours("nadia", 9, 12), hours("camille", 11, 14, { types: ["pacs"] }), hours("camille", 14, 15, { counters: ["g2"] })],
      unavailabilities: [away({ counter: "g1" }, 9, 10, "Paint")],
    }),
  );
  assert.deepEqual(short(found), ["g1 open 10-12", "g1 off 09-10 Paint", "g2 open 11-14"]);
});

test("closures are told for each day shown, with their hours", () => {
  const found = closed(
    page(),
    planning({
      closures: [
        { first_day: "2026-11-01", last_day: "2026-11-09", reason: "" },
        { first_day: "2026-11-11", last_day: "2026-11-20", start: "14:00", reason: "Party" },
      ],
    }),
  );
  assert.deepEqual(found, [
    { at: ["2026-11-09T00:00:00", "2026-11-10T00:00:00"], label: "Closed" },
    { at: ["2026-11-11T14:00:00", "2026-11-12T00:00:00"], label: "Closed: Party" },
  ]);
});
