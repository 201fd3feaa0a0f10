import assert from "node:assert/strict";
import { test } from "node:test";
import { adding, type Block, closing, drawn, form, type Week } from "../src/hours.js";

const week = { agent: "/rendez-vous/nadia", token: "T" } as Week;
const block = { day: "2026-11-12" } as Block;

test("new hours are sent with the day that they were of and the day they are for", () => {
  assert.deepEqual(form(week, block, "2026-11-13T09:30:00", "2026-11-13T12:00:00", "day"), {
    _authenticator: "T",
    day: "2026-11-12",
    to: "2026-11-13",
    start: "09:30",
    end: "12:00",
    scope: "day",
  });
});

test("the end of a day is 24:00", () => {
  assert.equal(closing("2026-11-12T20:00:00", "2026-11-13T00:00:00"), "24:00");
  assert.equal(closing("2026-11-12T20:00:00", "2026-11-12T23:59:59"), "24:00");
  assert.equal(closing("2026-11-12T20:00:00", "2026-11-12T21:00:00"), "21:00");
});

test("what is drawn opens the form with its weekday and hours", () => {
  const url = adding(week, "2026-11-15T09:00:00", "2026-11-15T11:30:00");
  assert.equal(url, "/rendez-vous/nadia/++add++Availability?days=6&start=09%3A00&end=11%3A30&back=2026-11-15");
});

test("hours are of one day and longer than a slip of the hand", () => {
  assert.ok(drawn("2026-11-12T09:00:00", "2026-11-12T09:15:00"));
  assert.ok(drawn("2026-11-12T09:00:00", "2026-11-13T00:00:00"));
  assert.ok(!drawn("2026-11-12T09:00:00", "2026-11-13T10:00:00"));
  assert.ok(!drawn("2026-11-12T09:00:00", "2026-11-12T09:05:00"));
});
