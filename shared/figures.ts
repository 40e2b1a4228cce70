import { z } from 'zod';

/** By what the visits of a period are told apart. */
export const breakdowns = ['service', 'queue', 'counter', 'staff', 'source', 'priority'] as const;
export type Breakdown = (typeof breakdowns)[number];
export const steps = ['day', 'week', 'month'] as const;
export type FiguresStep = (typeof steps)[number];

/** The longest period that may be asked for, in days. */
export const longestPeriod = 400;

/** Of a member of staff nothing is told from fewer visits served. */
export const leastServed = 5;

/** Business days in the hall's zone, the last one included. */
export const FiguresQuery = z
  .object({
    from: z.iso.date(),
    to: z.iso.date(),
    by: z.enum(breakdowns),
    step: z.enum(steps),
    /** Only the visits of one group: of which kind, and which one ('' of priority: without any). */
    of: z.enum(breakdowns).optional(),
    key: z.string().max(80).optional(),
  })
  .refine(({ of, key }) => (of === undefined) === (key === undefined), {
    error: 'a group is named by its kind and its key',
  });
export type FiguresQuery = z.infer<typeof FiguresQuery>;

/** Times in ms; nearest rank: the smallest value that half, or nine of ten, do not exceed. Null when nobody is counted. */
export interface Spread {
  readonly n: number;
  readonly mean: number | null;
  readonly median: number | null;
  readonly p90: number | null;
}

/** What is told of some visits. Each word is defined in docs/figures.md and, for readers, in shared/texts/figures.ts. */
export interface VisitFigures {
  readonly arrivals: number;
  readonly called: number;
  readonly served: number;
  readonly done: number;
  readonly cancelled: number;
  /** Called, and never served. */
  readonly noShow: number;
  readonly missed: number;
  readonly putBack: number;
  readonly transferred: number;
  /** Neither done nor cancelled when their day ended, or now. */
  readonly unserved: number;
  readonly waiting: Spread;
  readonly walking: Spread;
  readonly service: Spread;
  readonly total: Spread;
  /** First called within the target, of those called and those who left uncalled after it. */
  readonly withinTarget: { readonly n: number; readonly of: number };
  /** Of those who were told a range: first called within it, after it, before it. */
  readonly promise: { readonly kept: number; readonly later: number; readonly sooner: number };
}

export interface CounterUse {
  readonly counterId: string;
  /** ms with somebody at it, of them paused, and of them serving. */
  readonly open: number;
  readonly paused: number;
  readonly serving: number;
}

export interface Figures {
  readonly query: FiguresQuery;
  /** Business days with at least one number in the period. */
  readonly days: number;
  readonly targetMinutes: number;
  readonly all: VisitFigures;
  /** Most visits first. Groups of members of staff with fewer than five visits served are counted in `hidden` only. */
  readonly groups: readonly (VisitFigures & { readonly key: string })[];
  readonly hidden: number;
  /** In the order of time; `key` is the first day of the step. */
  readonly series: readonly { readonly key: string; readonly arrivals: number; readonly waiting: Spread }[];
  /** Arrivals an hour of an average such weekday: [Monday ... Sunday][0 ... 23]; weekdays that did not occur are null. */
  readonly hours: readonly (readonly number[] | null)[];
  /** Empty of a group: a counter is open for everybody. */
  readonly counters: readonly CounterUse[];
}
