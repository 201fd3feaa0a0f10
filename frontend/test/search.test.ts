import assert from "node:assert/strict";
import { test } from "node:test";
import { hour, longDay } from "../src/said.js";
import { Latest, line, status, wanted } from "../src/search.js";
import type { Line, Told } from "../src/search.js";

const told: Told = {
  url: "/rendez-vous/@appointments-search",
  page: "/rendez-vous/@@rendezvous-edit",
  today: "2026-11-10",
  language: "fr",
  states: { pending: "En attente", cancelled: "Annulé" },
  texts: {
    none: "Aucun", one: "1 trouvé", many: "${number} trouvés", some: "${shown} sur ${number}",
    when: "${day} à ${hour}", hour: "${hour} h ${minute}", erased: "Nom effacé",
  },
};

const one: Line = {
  reference: "K7QM2X9RTA",
  state: "confirmed",
  type: { id: "cni", title: "Carte" },
  start: "2026-11-12T09:05:00+01:00",
  visitor: { civility: "Mme", first_name: "Inès", last_name: "Garnier" },
};

test("two letters are enough to search by, blanks are none", () => {
  assert.equal(wanted(" d "), "");
  assert.equal(wanted("  du "), "du");
});

test("how many there are is said in a sentence", () => {
  assert.equal(status({ items: [], items_total: 0 }, told.texts), "Aucun");
  assert.equal(status({ items: [one], items_total: 1 }, told.texts), "1 trouvé");
  assert.equal(status({ items: [one, one], items_total: 2 }, told.texts), "2 trouvés");
  assert.equal(status({ items: [one], items_total: 40 }, told.texts), "1 sur 40");
});

test("a line says when, who and what for, and the state where it matters", () => {
  assert.equal(line(one, told), "jeudi 12 novembre 2026 à 9 h 05, Mme\u00a0Inès\u00a0Garnier, Carte");
  assert.equal(
    line({ ...one, state: "cancelled", visitor: {} }, told),
    "jeudi 12 novembre 2026 à 9 h 05, Nom effacé, Carte, Annulé",
  );
});

test("the last question alone is answered", () => {
  const latest = new Latest();
  const first = latest.ask();
  const second = latest.ask();
  assert.equal(first(), false);
  assert.equal(second(), true);
});

test("times are told by the wall's clock, wherever the browser is", () => {
  assert.equal(longDay("2026-01-01T00:10:00+13:00", "fr"), "jeudi 1 janvier 2026");
  assert.equal(hour("2026-11-12T00:10:00-11:00", "${hour}:${minute}"), "0:10");
});
