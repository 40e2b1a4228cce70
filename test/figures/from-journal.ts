import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { HallEvent } from '../../hall-server/queue/events.ts';

/** What became of one visit, told event by event, without a table and without the code under test. */
export interface Told {
  readonly service: string;
  readonly queue: string;
  readonly source: string;
  readonly day: string;
  readonly issuedAt: number;
  readonly effectiveAt: number;
  readonly low: number | null;
  readonly high: number | null;
  state: 'waiting' | 'called' | 'serving' | 'held' | 'missed' | 'done' | 'cancelled' | 'expired';
  since: number;
  firstCall: number | null;
  served: boolean;
  missed: boolean;
  putBack: boolean;
  transferred: boolean;
  counter: string | null;
  staff: string | null;
  waiting: number;
  walking: number;
  serving: number;
}

/** Every visit of the journal, in the order of issue. */
export function toldByJournal(db: Database.Database): readonly Told[] {
  const rows = z
    .array(z.object({ event: z.string() }))
    .parse(db.prepare('SELECT event FROM journal ORDER BY sequence').all());
  const visits = new Map<string, Told>();
  for (const row of rows) {
    const event: HallEvent = JSON.parse(row.event);
    if (event.type === 'ticketIssued') {
      visits.set(event.ticketId, {
        ...{ service: event.serviceId, queue: event.queueId, source: event.source, day: event.day },
        ...{ issuedAt: event.at, effectiveAt: event.effectiveAt, state: 'waiting', since: event.at, firstCall: null },
        ...{ low: event.toldWait?.lowMinutes ?? null, high: event.toldWait?.highMinutes ?? null },
        ...{ served: false, missed: false, putBack: false, transferred: false, counter: null, staff: null },
        ...{ waiting: 0, walking: 0, serving: 0 },
      });
    } else if ('ticketId' in event) step(visits.get(event.ticketId), event);
  }
  return [...visits.values()];
}

function step(visit: Told | undefined, event: HallEvent) {
  if (visit === undefined) throw new Error(`nobody for ${event.type}`);
  const spent = event.at - visit.since;
  const goes = (state: Told['state']) => {
    if (visit.state === 'waiting') visit.waiting += spent;
    if (visit.state === 'called' && state === 'serving') visit.walking += spent;
    if (visit.state === 'serving') visit.serving += spent;
    visit.state = state;
    visit.since = event.at;
  };
  switch (event.type) {
    case 'ticketCalled':
      goes('called');
      visit.firstCall ??= event.at;
      return;
    case 'callWithdrawn':
    case 'ticketPutBack':
    case 'ticketTransferred':
      goes('waiting');
      if (event.type === 'ticketPutBack') visit.putBack = true;
      if (event.type === 'ticketTransferred') visit.transferred = true;
      return;
    case 'serviceStarted':
    case 'missedAccepted':
    case 'ticketResumed':
      goes('serving');
      visit.served = true;
      visit.counter = event.counterId;
      visit.staff = event.staffId;
      return;
    case 'serviceTakenOver':
      visit.staff = event.staffId;
      return;
    case 'serviceFinished':
      return goes(event.next.lineAt === null ? 'serving' : 'waiting');
    case 'ticketFinished':
      return goes('done');
    case 'ticketMissed':
      visit.missed = true;
      return goes('missed');
    case 'ticketHeld':
      return goes('held');
    case 'ticketCancelled':
      return goes('cancelled');
    case 'ticketExpired':
      return goes('expired');
    default:
      return;
  }
}
