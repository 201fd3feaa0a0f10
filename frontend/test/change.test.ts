import assert from "node:assert/strict";
import { test } from "node:test";
import { movable, moved, pulled } from "../src/change.js";
import { appointment, page } from "./page.js";

const NINE = "2026-11-10T09:00:00";

test("only what changed is asked for", () => {
  const day = page({ view: "day", columns: "agent" });
  assert.equal(moved(day, { start: NINE, column: "nadia" }, { start: NINE, column: "nadia" }), null);
  assert.deepEqual(moved(day, { start: NINE, column: "nadia" }, { start: NINE, column: "camille" }), { agent: "camille" });
  assert.deepEqual(moved(page(), { start: NINE, column: "" }, { start: "2026-11-11T10:20:00", column: "" }), {
    start: "2026-11-11T10:20:00+01:00",
  });
});

test("what is pulled longer is for more people", () => {
  assert.equal(pulled(page(), appointment(), NINE, "2026-11-10T09:40:00"), 3);
  assert.equal(pulled(page(), appointment(), NINE, "2026-11-10T12:00:00"), 4);
  assert.equal(pulled(page(), appointment(), NINE, "2026-11-10T09:05:00"), 1);
});

test("what always lasts the same cannot be pulled", () => {
  assert.equal(pulled(page({ types: {} }), appointment(), NINE, "2026-11-10T09:40:00"), null);
});

test("what is over stays, and so does all for who only looks", () => {
  assert.equal(movable(page(), appointment()), true);
  assert.equal(movable(page(), appointment({ state: "cancelled" })), false);
  assert.equal(movable(page({ changes: false }), appointment()), false);
});
