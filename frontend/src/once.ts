// Sends a form once for two quick presses of the same button; a press some seconds later is a new try.

const SECONDS = 3;

/** Whether a press comes too soon after the same one. Times are milliseconds. */
export function tooSoon(before: number | undefined, now: number): boolean {
  return before !== undefined && now >= before && now - before < SECONDS * 1000;
}

export function sendingOnce(): void {
  let pressed = new WeakMap<Element, number>();
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || form.method !== "post") return;
    const button = event.submitter ?? form;
    const now = performance.now();
    if (tooSoon(pressed.get(button), now)) return event.preventDefault();
    pressed.set(button, now);
  });
  // A page that comes back from the browser's memory is a new one.
  window.addEventListener("pageshow", () => (pressed = new WeakMap()));
}
