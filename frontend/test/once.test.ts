import assert from "node:assert/strict";
import { test } from "node:test";
import { tooSoon } from "../src/once.js";

test("a second press at once is none, a later one is a new try", () => {
  assert.equal(tooSoon(undefined, 5000), false);
  assert.equal(tooSoon(5000, 5200), true);
  assert.equal(tooSoon(5000, 8000), false);
  assert.equal(tooSoon(9000, 5000), false);
});
