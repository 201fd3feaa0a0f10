import assert from "node:assert/strict";
import { test } from "node:test";
import { meet, merged, without } from "../src/intervals.js";

test("what touches is one stretch", () => {
  assert.deepEqual(merged([["3", "4"], ["1", "2"], ["2", "3"], ["6", "6"], ["7", "9"], ["8", "8"]]), [["1", "4"], ["7", "9"]]);
});

test("what is taken away leaves what is before and after", () => {
  assert.deepEqual(without([["1", "9"]], [["3", "4"], ["8", "9"]]), [["1", "3"], ["4", "8"]]);
  assert.deepEqual(without([["3", "4"]], [["1", "9"]]), []);
  assert.deepEqual(without([["3", "4"]], []), [["3", "4"]]);
});

test("touching is not meeting", () => {
  assert.equal(meet(["1", "2"], ["2", "3"]), false);
  assert.equal(meet(["1", "3"], ["2", "4"]), true);
});
