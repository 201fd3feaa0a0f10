// Sends the form of one day. Nothing is thrown: every answer is a value, a connection that broke is one too.

export type Answer =
  | { kind: "done"; goal: string }
  | { kind: "asks"; told: string[] }
  | { kind: "refused"; told: string[] }
  | { kind: "logged-out" }
  | { kind: "unreachable" };

interface Told {
  goal?: string;
  asks?: string[];
  refused?: string[];
}

/** Send the fields to an address of the site; what is no answer of ours is a page to log in on. */
export async function send(url: string, fields: Record<string, string>): Promise<Answer> {
  let answer: Response;
  try {
    answer = await fetch(url, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new URLSearchParams(fields),
      credentials: "same-origin",
      cache: "no-store",
    });
  } catch {
    return { kind: "unreachable" };
  }
  if (answer.status >= 500) return { kind: "unreachable" };
  if (!answer.headers.get("Content-Type")?.includes("application/json")) return { kind: "logged-out" };
  const told = (await answer.json().catch(() => ({}))) as Told;
  if (told.goal) return { kind: "done", goal: told.goal };
  if (told.asks) return { kind: "asks", told: told.asks };
  return told.refused ? { kind: "refused", told: told.refused } : { kind: "logged-out" };
}
