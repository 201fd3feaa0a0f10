import assert from "node:assert/strict";
import { test } from "node:test";
import { floored, hourText, later, minutesBetween, nextDay, offsetAt, offsetText, wall, withOffset, written } from "../src/clock.js";

const PARIS = "Europe/Paris";

test("the wall's clock is what stands before the offset", () => {
  assert.equal(wall("2026-07-15T10:00:00+02:00"), "2026-07-15T10:00:00");
});

test("a time has the offset of its own day, not of today", () => {
  assert.equal(withOffset("2026-07-15T10:00:00", PARIS), "2026-07-15T10:00:00+02:00");
  assert.equal(withOffset("2026-11-10T09:20:00", PARIS), "2026-11-10T09:20:00+01:00");
  assert.equal(withOffset("2026-11-10T09:20:00", "America/Martinique"), "2026-11-10T09:20:00-04:00");
  assert.equal(withOffset("2026-11-10T09:20:00", "UTC"), "2026-11-10T09:20:00+00:00");
});

test("clocks that change are right before and after", () => {
  assert.equal(withOffset("2027-03-28T01:30:00", PARIS), "2027-03-28T01:30:00+01:00");
  assert.equal(withOffset("2027-03-28T03:30:00", PARIS), "2027-03-28T03:30:00+02:00");
  assert.equal(withOffset("2027-03-28T02:30:00", PARIS), "2027-03-28T02:30:00+01:00");
  assert.equal(withOffset("2026-10-25T02:30:00", PARIS), "2026-10-25T02:30:00+02:00");
});

test("minutes are counted on the wall", () => {
  assert.equal(minutesBetween("2027-03-28T01:00:00", "2027-03-28T04:00:00"), 180);
  assert.equal(later("2026-12-31T23:50:00", 20), "2027-01-01T00:10:00");
  assert.equal(nextDay("2028-02-28"), "2028-02-29");
  assert.equal(floored("2026-11-10T09:47:00", 10), "2026-11-10T09:40:00");
});

test("offsets are written with their sign", () => {
  assert.equal(offsetText(-210), "-03:30");
  assert.equal(offsetText(offsetAt(Date.UTC(2026, 6, 1), PARIS)), "+02:00");
});

test("a date of the calendar tells its local getters", () => {
  assert.equal(written(new Date(2026, 10, 9, 8, 5)), "2026-11-09T08:05:00");
});

test("hours are told as the site tells them", () => {
  assert.equal(hourText(new Date(2026, 10, 9, 9, 5), "${hour} h ${minute}"), "9 h 05");
});
