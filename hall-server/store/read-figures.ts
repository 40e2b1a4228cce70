import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { Figures, FiguresQuery } from '../../shared/figures.ts';
import { type DayFacts, packFacts, unpackFacts } from '../figures/day-facts.ts';
import { type FactsOfDay, figuresOf } from '../figures/figures.ts';
import { daysBetween, readDayFacts } from './day-facts.ts';

/** Of what is kept of a day; another one is made anew from the tables. */
export const factsVersion = 1;

export interface FiguresAsked {
  readonly query: FiguresQuery;
  readonly targetMinutes: number;
  /** UTC ms. */
  readonly now: number;
}

/** What a day that is over came to, to be kept so that it need not be worked out again. */
export interface KeptDay {
  readonly day: string;
  readonly bytes: Uint8Array;
}

/**
 * The figures of a period from a database that is only read. `midnightOf`: UTC ms of a date's first minute in the hall's
 * zone; `keep` is handed each day that had to be worked out from the tables.
 */
export function readFigures(
  db: Database.Database,
  { query, targetMinutes, now }: FiguresAsked,
  midnightOf: (date: string) => number,
  keep: (day: KeptDay) => void,
): Figures {
  const kept = db.prepare('SELECT facts FROM day_facts WHERE day = ? AND version = ?').pluck();
  function* days(): Generator<FactsOfDay> {
    for (const { day, closed } of daysBetween(db, query.from, query.to))
      yield { day, facts: factsOf(day, closed === 1) };
  }
  const factsOf = (day: string, closed: boolean): DayFacts => {
    const bytes = closed ? z.instanceof(Uint8Array).optional().parse(kept.get(day, factsVersion)) : undefined;
    if (bytes !== undefined) return unpackFacts(bytes);
    const facts = readDayFacts(db, day, midnightOf(day), now);
    if (closed) keep({ day, bytes: packFacts(facts) });
    return facts;
  };
  return figuresOf(query, days(), targetMinutes);
}

/** Keeps what a day came to. */
export function dayKeeper(db: Database.Database): (day: KeptDay) => void {
  const insert = db.prepare('INSERT OR REPLACE INTO day_facts (day, version, facts) VALUES (?, ?, ?)');
  return ({ day, bytes }) =>
    void insert.run(day, factsVersion, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
}
