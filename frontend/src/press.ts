// Waits for the end of a press: a page that moves between a button's going down and up loses the press.

let down = false;
let waiting: (() => void)[] = [];

function up(): void {
  down = false;
  // What was pressed hears of it first.
  setTimeout(() => {
    const all = waiting;
    waiting = [];
    for (const act of all) act();
  });
}

/** Does it at once, or when the button or the finger that is down has gone up. */
export function afterPress(act: () => void): void {
  if (down) waiting.push(act);
  else act();
}

/** Has to be called once, before anything is pressed. */
export function followPresses(): void {
  window.addEventListener("pointerdown", () => (down = true), true);
  for (const end of ["pointerup", "pointercancel", "pageshow"]) window.addEventListener(end, up, true);
}
