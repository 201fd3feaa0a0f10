import assert from "node:assert/strict";
import { test } from "node:test";
import { minutesLeft, sentence, untilNext } from "../src/hold.js";

const MINUTE = 60_000;

test("a minute that has begun is told whole, and what is over is none", () => {
  assert.equal(minutesLeft(15 * MINUTE, 0), 15);
  assert.equal(minutesLeft(15 * MINUTE, 1), 15);
  assert.equal(minutesLeft(15 * MINUTE, MINUTE), 14);
  assert.equal(minutesLeft(15 * MINUTE, 15 * MINUTE - 1), 1);
  assert.equal(minutesLeft(15 * MINUTE, 15 * MINUTE), 0);
  assert.equal(minutesLeft(15 * MINUTE, 99 * MINUTE), 0);
});

test("the words change when a minute is over", () => {
  assert.equal(untilNext(15 * MINUTE, 0), MINUTE);
  assert.equal(untilNext(15 * MINUTE, 20_000), 40_000);
  assert.equal(untilNext(15 * MINUTE, 14 * MINUTE + 1), MINUTE - 1);
});

test("the sentence is that of the minutes that are left, or of the next that are told", () => {
  const words = { 0: "over", 1: "a minute", 5: "five", 15: "a quarter" };
  assert.equal(sentence(words, 0), "over");
  assert.equal(sentence(words, 1), "a minute");
  assert.equal(sentence(words, 4), "five");
  assert.equal(sentence(words, 99), "a quarter");
  assert.equal(sentence({}, 4), "");
});
