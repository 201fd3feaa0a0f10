// Wall-clock times of the section as naive text, "2026-11-10T09:20:00". The calendar is given nothing
// else: it would read an offset as of today, and does not know named zones.

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** The wall-clock part of an ISO time with an offset. */
export function wall(iso: string): string {
  return iso.slice(0, 19);
}

const two = (value: number): string => String(value).padStart(2, "0");

/** A date of the calendar, whose local getters hold the wall's clock, as naive text. */
export function written(date: Date): string {
  return (
    `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}` +
    `T${two(date.getHours())}:${two(date.getMinutes())}:00`
  );
}

/** Minutes between two naive times of the wall's clock. */
export function minutesBetween(start: string, end: string): number {
  return (Date.parse(`${end}Z`) - Date.parse(`${start}Z`)) / MINUTE;
}

/** A naive time so many minutes later. */
export function later(start: string, minutes: number): string {
  return new Date(Date.parse(`${start}Z`) + minutes * MINUTE).toISOString().slice(0, 19);
}

/** The day after a day "2026-11-10". */
export function nextDay(day: string): string {
  return later(`${day}T00:00:00`, 1440).slice(0, 10);
}

/** The start of the stretch of so many minutes that a time is in. */
export function floored(time: string, minutes: number): string {
  return later(time, -(Number(time.slice(14, 16)) % minutes));
}

/** Minutes east of Greenwich in a zone at an instant. */
export function offsetAt(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" }).formatToParts(instant);
  const told = parts.find((part) => part.type === "timeZoneName")?.value ?? "";
  const found = /GMT([+-])(\d\d):(\d\d)/.exec(told);
  return found ? (found[1] === "-" ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3])) : 0;
}

/** An offset as "+01:00". */
export function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** A wall-clock time with the offset that it has in the zone; of two, the first one. */
export function withOffset(time: string, zone: string): string {
  const utc = Date.parse(`${time}Z`);
  const known = [offsetAt(utc - DAY, zone), offsetAt(utc + DAY, zone)];
  const right = known.find((offset) => offsetAt(utc - offset * MINUTE, zone) === offset);
  return time + offsetText(right ?? known[0] ?? 0);
}

/** An hour of the wall's clock in the words of the site, "9 h 20": `pattern` has `${hour}` and `${minute}`. */
export function hourText(date: Date, pattern: string): string {
  return pattern.replace("${hour}", String(date.getHours())).replace("${minute}", two(date.getMinutes()));
}
