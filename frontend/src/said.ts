// Days and hours in words, of times as the server writes them: the wall's clock stands before the offset.

import { filled } from "./told.js";

/** « jeudi 12 novembre 2026 ». */
export function longDay(start: string, language: string): string {
  const [year = 0, month = 1, day = 1] = start.slice(0, 10).split("-").map(Number);
  const form = new Intl.DateTimeFormat(language, {
    weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC",
  });
  return form.format(Date.UTC(year, month - 1, day, 12));
}

/** The hour by the pattern of the site: "${hour} h ${minute}". */
export function hour(start: string, pattern: string): string {
  return filled(pattern, { hour: String(Number(start.slice(11, 13))), minute: start.slice(14, 16) });
}
