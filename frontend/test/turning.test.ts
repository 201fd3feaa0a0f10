import assert from "node:assert/strict";
import { test } from "node:test";
import { bare, meantHere } from "../src/turning.js";
import { plain } from "../src/voice.js";

const press = { button: 0, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

test("a press with a key or another button is for the browser", () => {
  assert.equal(meantHere(press), true);
  assert.equal(meantHere({ ...press, button: 1 }), false);
  for (const key of ["ctrlKey", "metaKey", "shiftKey", "altKey"]) assert.equal(meantHere({ ...press, [key]: true }), false);
});

test("a fragment is not another page", () => {
  assert.equal(bare("https://mairie.example/a?from=2026-11-09#week"), "https://mairie.example/a?from=2026-11-09");
  assert.equal(bare("https://mairie.example/a"), "https://mairie.example/a");
});

test("what is spoken stands in one line, and keeps its no-break spaces", () => {
  assert.equal(plain("\n  jeudi   12\n novembre "), "jeudi 12 novembre");
  assert.equal(plain("9\u00a0h\u00a020"), "9\u00a0h\u00a020");
  assert.equal(plain(null), "");
});
