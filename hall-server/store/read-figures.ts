import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { Figures, FiguresQuery } from '../../shared/figures.ts';
import type { RatingFigures } from '../../shared/rating-ledger.ts';
import { type DayFacts, packFacts, unpackFacts } from '../figures/day-facts.ts';
import { type FactsOfDay, figuresOf } from '../figures/figures.ts';
import { daysBetween, readDayFacts } from './day-facts.ts';
import { readRatingFigures } from './rating-figures.ts';
import { type TripsOfService, tripsByService } from './statistics.ts';

/** Of what is kept of a day; another one is made anew from the tables. */
export const factsVersion = 1;

/** Dates are business days in the hall's zone. */
export interface FiguresAsked {
  readonly query: FiguresQuery;
  readonly targetMinutes: number;
  /** UTC ms. */
  readonly now: number;
}
export interface RatingsAsked {
  /** The last one included. */
  readonly from: string;
  readonly to: string;
  /** The same as UTC ms, [since, until). */
  readonly since: number;
  readonly until: number;
  readonly now: number;
}

/** What a day that is over came to, to be kept so that it need not be worked out again. */
export interface KeptDay {
  readonly day: string;
  readonly bytes: Uint8Array;
}

/** What can be asked of a database that is only read: long questions, each for a thread of its own. */
export interface FiguresReader {
  readonly figures: (asked: FiguresAsked) => Figures;
  readonly ratings: (asked: RatingsAsked) => RatingFigures;
  /** Business days in [from, to). */
  readonly trips: (period: { readonly from: string; readonly to: string }) => readonly TripsOfService[];
}

/** What goes to the thread. */
export interface FiguresQuestion {
  readonly id: number;
  readonly timeZone: string;
  readonly question: {
    readonly [About in keyof FiguresReader]: {
      readonly about: About;
      readonly asked: Parameters<FiguresReader[About]>[0];
    };
  }[keyof FiguresReader];
}
/**
 * `midnightOf`: UTC ms of a date's first minute in the hall's zone; `keep` is handed each day that had to be worked out
 * from the tables.
 */
export function figuresReader(
  db: Database.Database,
  midnightOf: (date: string) => number,
  keep: (day: KeptDay) => void,
): FiguresReader {
  const kept = db.prepare('SELECT facts FROM day_facts WHERE day = ? AND version = ?').pluck();
  const factsOf = (day: string, closed: boolean, now: number): DayFacts => {
    const bytes = closed ? z.instanceof(Uint8Array).optional().parse(kept.get(day, factsVersion)) : undefined;
    if (bytes !== undefined) return unpackFacts(bytes);
    const facts = readDayFacts(db, day, midnightOf(day), now);
    if (closed) keep({ day, bytes: packFacts(facts) });
    return facts;
  };
  function* days(from: string, to: string, now: number): Generator<FactsOfDay> {
    for (const { day, closed } of daysBetween(db, from, to)) yield { day, facts: factsOf(day, closed === 1, now) };
  }
  return {
    figures: ({ query, targetMinutes, now }) => figuresOf(query, days(query.from, query.to, now), targetMinutes),
    ratings: ({ now, ...period }) => readRatingFigures(db, period, days(period.from, period.to, now)),
    trips: (period) => tripsByService(db, period),
  };
}

/** Keeps what a day came to. */
export function dayKeeper(db: Database.Database): (day: KeptDay) => void {
  const insert = db.prepare('INSERT OR REPLACE INTO day_facts (day, version, facts) VALUES (?, ?, ?)');
  return ({ day, bytes }) =>
    void insert.run(day, factsVersion, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
}
