import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { over } from "../src/session.js";

const asked = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = asked;
});

function answering(answer: Partial<Response> | Error): RequestInit[] {
  const sent: RequestInit[] = [];
  globalThis.fetch = (_url, init = {}) => {
    sent.push(init);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer as Response);
  };
  return sent;
}

test("a session goes on as long as its page is there", async () => {
  const sent = answering({ status: 200, redirected: false });
  assert.equal(await over("/session"), false);
  assert.equal(sent[0]?.cache, "no-store");
  assert.equal(sent[0]?.credentials, "same-origin");
});

test("it is over where one is led to the log-in, or refused", async () => {
  for (const answer of [{ status: 200, redirected: true }, { status: 401 }, { status: 403 }]) {
    answering({ redirected: false, ...answer });
    assert.equal(await over("/session"), true);
  }
});

test("where nobody can be asked, or the server fails, the form goes as it would", async () => {
  answering(new TypeError("no connection"));
  assert.equal(await over("/session"), false);
  answering({ status: 503, redirected: false });
  assert.equal(await over("/session"), false);
});
