// The polite voice of a page: screen readers speak what is said here, and nobody's focus moves.

export type Say = (text: string) => void;

/** Makes the region that is spoken; it has to be there before anything is said in it. */
export function voice(): Say {
  const region = document.createElement("p");
  region.className = "visually-hidden";
  region.setAttribute("role", "status");
  (document.querySelector("#content-core") ?? document.body).append(region);
  return (text) => {
    region.textContent = "";
    requestAnimationFrame(() => (region.textContent = text));
  };
}

/** A text of the page as it is spoken: in one line. */
export function plain(text: string | null | undefined): string {
  return (text ?? "").replace(/[ \t\r\n]+/g, " ").trim();
}
