// Lets one draw and drag the hours of an agent; where that cannot be done, what the server made stays.
// Its style sheet is the planning's.

import "./staff.js";
import type { Week } from "./hours.js";
import { HoursBoard } from "./hoursboard.js";

for (const element of document.querySelectorAll<HTMLElement>("[data-rdv-availability]")) {
  new HoursBoard(JSON.parse(element.dataset["rdvAvailability"] ?? "{}") as Week, element);
}
