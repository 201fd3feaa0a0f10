// The requests. Nothing of ours is thrown: every answer is a value, a connection that broke is one too.

import type { Wish } from "./change.js";
import type { Appointment, Page, Planning } from "./told.js";

export interface Warning {
  code: string;
  message: string;
}

export type Answer =
  | { kind: "done" }
  | { kind: "asks"; warnings: Warning[] }
  | { kind: "refused"; message: string }
  | { kind: "stale" }
  | { kind: "logged-out" }
  | { kind: "unreachable" };

export interface Seen {
  appointment: Appointment;
  etag: string;
}

export class Service {
  private version = "";

  constructor(private readonly page: Page) {}

  /** The planning; null where nothing changed since it was last told, or it cannot be reached. */
  async planning(): Promise<Planning | null> {
    const query = new URLSearchParams({ from: this.page.first, to: this.page.last, ...this.page.chosen });
    const headers: Record<string, string> = this.version ? { "If-None-Match": `"${this.version}"` } : {};
    const answer = await this.ask(`${this.page.section}/@planning?${query}`, { headers });
    if (!answer?.ok) return null;
    const planning = (await answer.json()) as Planning;
    this.version = planning.version;
    return planning;
  }

  /** Have the next planning told whole. */
  forget(): void {
    this.version = "";
  }

  /** The appointment as it is now. */
  async appointment(reference: string): Promise<Seen | Answer> {
    const answer = await this.ask(`${this.page.section}/@appointments/${reference}`);
    if (!answer?.ok) return this.failure(answer);
    return { appointment: (await answer.json()) as Appointment, etag: answer.headers.get("ETag") ?? "" };
  }

  /** Change it, if it is still what was seen. */
  async change(reference: string, etag: string, wish: Wish, confirm: string[]): Promise<Answer> {
    const answer = await this.ask(`${this.page.section}/@appointments/${reference}`, {
      method: "PATCH",
      headers: { "Content-Type": "application/json", "If-Match": etag },
      body: JSON.stringify({ ...wish, confirm }),
    });
    return answer?.ok ? { kind: "done" } : this.failure(answer);
  }

  private async failure(answer: Response | null): Promise<Answer> {
    if (!answer) return { kind: "unreachable" };
    if (answer.status === 401 || answer.status === 403) return { kind: "logged-out" };
    if (answer.status === 412 || answer.status === 404) return { kind: "stale" };
    const told = (await answer.json().catch(() => ({}))) as {
      code?: string;
      message?: string;
      warnings?: Warning[];
      findings?: Warning[];
    };
    if (told.code === "needs_confirmation" && told.warnings) return { kind: "asks", warnings: told.warnings };
    const findings = told.findings?.map(({ message }) => message).join(" ");
    return { kind: "refused", message: findings || told.message || "" };
  }

  private async ask(url: string, more: RequestInit & { headers?: Record<string, string> } = {}): Promise<Response | null> {
    const headers = { Accept: "application/json", ...more.headers };
    try {
      return await fetch(url, { ...more, headers, cache: "no-store", credentials: "same-origin" });
    } catch {
      return null;
    }
  }
}
