// Leads to what has to be read first: the summary of errors, or the warning that asks something.

export function focusing(root: ParentNode): void {
  root.querySelector<HTMLElement>("#error-summary, #warning")?.focus();
}

/** Gives the focus to what usually takes none, such as a title. */
export function lead(element: HTMLElement): void {
  if (!element.hasAttribute("tabindex")) element.tabIndex = -1;
  element.focus();
}
