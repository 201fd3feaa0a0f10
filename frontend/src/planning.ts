// Brings the planning of a page to life; where that cannot be done, what the server made stays.

import "@event-calendar/core/index.css";
import "./planning.css";
import { Board } from "./board.js";
import { Service } from "./service.js";
import type { Page } from "./told.js";

async function start(element: HTMLElement): Promise<void> {
  const page = JSON.parse(element.dataset["rdvPlanning"] ?? "{}") as Page;
  const service = new Service(page);
  const planning = await service.planning();
  if (planning) new Board(page, service, planning, element);
}

for (const element of document.querySelectorAll<HTMLElement>("[data-rdv-planning]")) void start(element);
