// Before a form of the back office goes, ask whether one is logged in still: what was typed stays otherwise.

import { Notice } from "./parts.js";

interface Session {
  url: string;
  login: string;
  ended: string;
  label: string;
}

/** Watches the forms of the page that write. Where nobody can be asked, the form goes as it would. */
export function staying(page: Document): void {
  const nav = page.querySelector<HTMLElement>("[data-rdv-session]");
  if (!nav) return;
  const session = JSON.parse(nav.dataset["rdvSession"] ?? "{}") as Session;
  const notice = new Notice(nav);
  const asked = new WeakSet<HTMLFormElement>();
  page.addEventListener(
    "submit",
    (event) => {
      const form = event.target as HTMLFormElement;
      if (form.method !== "post" || !form.closest("#content") || asked.delete(form)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void over(session.url).then((ended) => {
        if (ended) {
          notice.say(session.ended, "danger", { text: session.label, url: session.login, window: true });
          return;
        }
        asked.add(form);
        form.requestSubmit((event as SubmitEvent).submitter);
      });
    },
    true,
  );
}

/** Whether the answer is another page than the one asked for: that to log in on. */
export async function over(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { cache: "no-store", credentials: "same-origin" });
    return answer.redirected || answer.status === 401 || answer.status === 403;
  } catch {
    return false;
  }
}
