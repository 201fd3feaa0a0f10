import assert from "node:assert/strict";
import { test } from "node:test";
import { wrong } from "../src/checks.js";

const email = { required: "Write it.", email: "Something is missing." };

test("what is empty is asked for only where it is needed", () => {
  assert.equal(wrong("  ", email), "Write it.");
  assert.equal(wrong("", { email: "Something is missing." }), "");
  assert.equal(wrong("x", { required: "Write it." }), "");
});

test("an address lacks something", () => {
  for (const text of ["lea", "lea@", "@mairie.example", "lea@mairie", "lea@mairie.", "lea durand@mairie.example", "a@b@c.fr"]) {
    assert.equal(wrong(text, email), "Something is missing.", text);
  }
});

test("an address that the server may take is never refused", () => {
  for (const text of ["lea@mairie.example", " lea+rdv@sous.mairie.example ", "o'neil@x.fr", "é@mairie.example", "a@mairie.museum"]) {
    assert.equal(wrong(text, email), "", text);
  }
});

test("a number may have blanks and a comma", () => {
  const number = { number: "Write a number." };
  for (const text of ["12", "1 200,5", "-3", "0.5"]) assert.equal(wrong(text, number), "", text);
  for (const text of ["twelve", "2 children", "1,2,3"]) assert.equal(wrong(text, number), "Write a number.", text);
});
