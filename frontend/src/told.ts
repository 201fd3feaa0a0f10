// What the server tells: the page in an attribute, the planning as `GET {section}/@planning`.

export interface Named {
  id: string | null;
  title: string;
}

export interface Resource {
  id: string;
  title: string;
}

export interface Counter extends Resource {
  types: string[];
}

export interface Kind {
  title: string;
  color: string;
  duration: number;
  extra: number;
  people: number;
}

export interface Page {
  section: string;
  login: string;
  first: string;
  last: string;
  days: string[];
  view: "day" | "week";
  columns: "counter" | "agent";
  low: string;
  high: string;
  zone: string;
  language: string;
  seconds: number;
  width: number;
  changes: boolean;
  agents: Resource[];
  counters: Counter[];
  types: Record<string, Kind>;
  chosen: { agent?: string; counter?: string; type?: string };
  states: Record<string, string>;
  texts: Record<string, string>;
}

export interface Appointment {
  "@id": string;
  reference: string;
  state: string;
  type: Named;
  counter: Named;
  agent: Named;
  start: string;
  end: string;
  people: number;
  visitor: { civility?: string; first_name?: string; last_name?: string };
}

export interface Availability {
  agent: string;
  start: string;
  end: string;
  types: string[];
  counters: string[];
}

export interface Unavailability {
  agent?: string;
  counter?: string;
  start: string;
  end: string;
  reason: string;
}

export interface Closure {
  first_day: string;
  last_day: string;
  start?: string;
  end?: string;
  reason: string;
}

export interface Planning {
  appointments: Appointment[];
  availabilities: Availability[];
  unavailabilities: Unavailability[];
  closures: Closure[];
  version: string;
}

/** A sentence of the server's in which `${name}` stands for a value. */
export function filled(text: string | undefined, values: Record<string, string>): string {
  return (text ?? "").replace(/\$\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
