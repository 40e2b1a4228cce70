/** What a form holds before it is known to be right: any shape, changed by path. */
export type Draft = Readonly<Record<string, unknown>>;
export type Path = readonly string[];

/** The value at a path, undefined where there is none. */
export function valueAt(draft: unknown, path: Path): unknown {
  let value = draft;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** The draft with another value at a path; everything else as it was. */
export function withValue(draft: Draft, path: Path, value: unknown): Draft {
  const [key, ...rest] = path;
  if (key === undefined) return draft;
  if (rest.length === 0) return { ...draft, [key]: value };
  const inner = draft[key];
  const within = typeof inner === 'object' && inner !== null ? (inner as Draft) : {};
  return { ...draft, [key]: withValue(within, rest, value) };
}

export function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
