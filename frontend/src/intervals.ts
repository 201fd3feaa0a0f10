// Stretches of time, half-open, as pairs of naive texts: these order as the times that they write.

export type Stretch = readonly [start: string, end: string];

/** The same time in as few stretches as can be, in order. */
export function merged(stretches: readonly Stretch[]): Stretch[] {
  const found: [string, string][] = [];
  for (const [start, end] of [...stretches].sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0))) {
    const last = found.at(-1);
    if (last && start <= last[1]) {
      if (end > last[1]) last[1] = end;
    } else if (start < end) {
      found.push([start, end]);
    }
  }
  return found;
}

/** What is in the first and not in the second. */
export function without(stretches: readonly Stretch[], taken: readonly Stretch[]): Stretch[] {
  let left = merged(stretches);
  for (const [from, to] of taken) {
    left = left.flatMap(([start, end]): Stretch[] =>
      to <= start || end <= from
        ? [[start, end]]
        : [...(start < from ? [[start, from] as const] : []), ...(to < end ? [[to, end] as const] : [])],
    );
  }
  return left;
}

/** Whether two stretches share time. */
export function meet(one: Stretch, other: Stretch): boolean {
  return one[0] < other[1] && other[0] < one[1];
}
