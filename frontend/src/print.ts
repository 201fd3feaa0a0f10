// Shows the buttons that print: without a script they would do nothing, so the server hides them.

export function printing(root: ParentNode): void {
  for (const button of root.querySelectorAll<HTMLElement>("[data-rdv-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}
