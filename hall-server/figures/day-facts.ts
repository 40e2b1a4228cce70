import type { TicketStatus } from '../../shared/views.ts';

/** What each visit of a day is told apart by; its column holds places in the day's list of such names. */
export const dimensions = ['service', 'queue', 'counter', 'staff', 'source', 'priority'] as const;
export type Dimension = (typeof dimensions)[number];

/** Numbers of each visit: times in ms, -1 where there is none; yes and no as 1 and 0. */
export const measures = [
  /** Of issue, 0 to 23, in the hall's zone. */
  'hour',
  /** 0 open, 1 done, 2 cancelled, 3 expired. */
  'end',
  ...(['called', 'served', 'missed', 'putBack', 'transferred'] as const),
  ...(['waiting', 'walking', 'serving', 'total'] as const),
  /** Served to its end, or still served when the day closed. */
  'ratable',
  /** To the first call, from the visit's place in time. */
  'firstCall',
  /** To the end, of whoever was never called. */
  'leftAfter',
  /** Of the range told at issue: 0 kept, 1 later, 2 sooner, -1 nothing told or never called. */
  'promise',
] as const;
export type Measure = (typeof measures)[number];

/** Every visit of one business day, column by column: a year of them can be read in less than a second. */
export interface DayFacts {
  readonly visits: number;
  readonly names: Readonly<Record<Dimension, readonly string[]>>;
  /** Places in `names`; -1 for none. */
  readonly dimensions: Readonly<Record<Dimension, Int32Array>>;
  readonly measures: Readonly<Record<Measure, Int32Array>>;
  readonly counters: readonly DayCounter[];
}
export interface DayCounter {
  readonly counterId: string;
  /** ms */
  readonly open: number;
  readonly paused: number;
}

/** One visit as the tables tell it; times in UTC ms and ms. */
export interface VisitRow {
  readonly serviceId: string;
  readonly queueId: string;
  readonly counterId: string | null;
  readonly staffId: string | null;
  readonly source: string;
  readonly priorityClassId: string | null;
  readonly issuedAt: number;
  readonly effectiveAt: number;
  readonly firstCalledAt: number | null;
  readonly toldLowMinutes: number | null;
  readonly toldHighMinutes: number | null;
  readonly missedTimes: number;
  readonly putBackTimes: number;
  readonly transferred: number;
  readonly status: TicketStatus;
  readonly since: number;
  readonly waiting: number;
  readonly walking: number;
  readonly serving: number;
  readonly served: number;
  /** 1: it was being served when its day closed. */
  readonly endedServing: number;
}

/** `midnight`: UTC ms of the day's first minute in the hall's zone. */
export function dayFacts(rows: readonly VisitRow[], counters: readonly DayCounter[], midnight: number): DayFacts {
  const names = { service: [], queue: [], counter: [], staff: [], source: [], priority: [] } as Record<
    Dimension,
    string[]
  >;
  const places = new Map<string, number>();
  const place = (dimension: Dimension, name: string | null) => {
    if (name === null) return -1;
    const key = `${dimension} ${name}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, names[dimension].length);
    return names[dimension].push(name) - 1;
  };
  const columns = <Name extends string>(of: readonly Name[], value: (row: VisitRow, name: Name) => number) =>
    Object.fromEntries(of.map((name) => [name, Int32Array.from(rows, (row) => value(row, name))])) as Record<
      Name,
      Int32Array
    >;
  return {
    visits: rows.length,
    dimensions: columns(dimensions, (row, name) => place(name, nameOf(row, name))),
    measures: columns(measures, (row, name) => measureOf(row, name, midnight)),
    names,
    counters,
  };
}

function nameOf(row: VisitRow, dimension: Dimension): string | null {
  switch (dimension) {
    case 'service':
      return row.serviceId;
    case 'queue':
      return row.queueId;
    case 'counter':
      return row.counterId;
    case 'staff':
      return row.staffId;
    case 'source':
      return row.source;
    case 'priority':
      return row.priorityClassId;
  }
}

const hourMs = 3_600_000;
const minuteMs = 60_000;

function measureOf(row: VisitRow, measure: Measure, midnight: number): number {
  const { status, firstCalledAt: called } = row;
  switch (measure) {
    case 'hour':
      return Math.min(23, Math.max(0, Math.floor((row.issuedAt - midnight) / hourMs)));
    case 'end':
      return status === 'done' ? 1 : status === 'cancelled' ? 2 : status === 'expired' ? 3 : 0;
    case 'called':
      return called === null ? 0 : 1;
    case 'served':
      return row.served > 0 ? 1 : 0;
    case 'missed':
      return row.missedTimes > 0 ? 1 : 0;
    case 'putBack':
      return row.putBackTimes > 0 ? 1 : 0;
    case 'transferred':
      return row.transferred;
    case 'waiting':
      return called === null ? -1 : row.waiting;
    case 'walking':
      return row.served > 0 ? row.walking : -1;
    case 'serving':
      return row.served > 0 ? row.serving : -1;
    case 'total':
      return status === 'done' ? row.since - row.issuedAt : -1;
    case 'ratable':
      return status === 'done' || row.endedServing === 1 ? 1 : 0;
    case 'firstCall':
      return called === null ? -1 : Math.max(0, called - row.effectiveAt);
    case 'leftAfter':
      return called === null && (status === 'cancelled' || status === 'expired')
        ? Math.max(0, row.since - row.effectiveAt)
        : -1;
    case 'promise': {
      if (called === null || row.toldLowMinutes === null || row.toldHighMinutes === null) return -1;
      const waited = called - row.issuedAt;
      if (waited > row.toldHighMinutes * minuteMs) return 1;
      return waited < row.toldLowMinutes * minuteMs ? 2 : 0;
    }
  }
}

/** As one run of bytes: the lengths and names as JSON, then the columns. */
export function packFacts({ visits, names, dimensions: of, measures: told, counters }: DayFacts): Uint8Array {
  const head = new TextEncoder().encode(JSON.stringify({ visits, names, counters }));
  const columns = [...dimensions.map((name) => of[name]), ...measures.map((name) => told[name])];
  // Columns begin where a number may begin.
  const start = Math.ceil((4 + head.length) / 4) * 4;
  const bytes = new Uint8Array(start + columns.length * visits * 4);
  new DataView(bytes.buffer).setUint32(0, head.length, true);
  bytes.set(head, 4);
  for (const [at, column] of columns.entries()) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, visits * 4), start + at * visits * 4);
  }
  return bytes;
}

/** @throws Error when the bytes are not those of a day of this version */
export function unpackFacts(bytes: Uint8Array): DayFacts {
  const headLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const { visits, names, counters } = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + headLength)));
  const start = Math.ceil((4 + headLength) / 4) * 4;
  if (bytes.length !== start + (dimensions.length + measures.length) * visits * 4)
    throw new Error('not a day of this version');
  // A copy of its own begins at an address where numbers may begin; what the database hands out need not.
  const whole = Uint8Array.from(bytes.subarray(start));
  const column = (at: number) => new Int32Array(whole.buffer, at * visits * 4, visits);
  const columns = <Name extends string>(of: readonly Name[], from: number) =>
    Object.fromEntries(of.map((name, at) => [name, column(from + at)])) as Record<Name, Int32Array>;
  return {
    ...{ visits, names, counters },
    dimensions: columns(dimensions, 0),
    measures: columns(measures, dimensions.length),
  };
}
