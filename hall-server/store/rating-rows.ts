import type Database from 'better-sqlite3';
import { z } from 'zod';
import { RatingLevel } from '../../shared/commands.ts';
import { type CommandId, CounterId, DeviceId, TicketId } from '../../shared/ids.ts';
import type { MisuseRules } from '../../shared/setup.ts';
import type { HallEvent } from '../queue/events.ts';
import { freshWatch, type RatingWatch, watched } from '../queue/rating-watch.ts';
import { firstLink, hashOf, recordColumns } from './rating-chain.ts';

/** Appends what was said about visits to the chained record. */
export function ratingWriter(
  db: Database.Database,
): (event: HallEvent, commandId: CommandId, textHash: string | null) => void {
  const last = db.prepare('SELECT position, hash FROM ratings ORDER BY position DESC LIMIT 1');
  const insert = db.prepare(
    `INSERT INTO ratings (${recordColumns}, hash) VALUES (${recordColumns.map((column) => `:${column}`)}, :hash)`,
  );
  return (event, commandId, textHash) => {
    const said = saidBy(event);
    if (said === null) return;
    const end = z.object({ position: z.number(), hash: z.string() }).optional().parse(last.get());
    const row = {
      ...{ position: (end?.position ?? 0) + 1, ticket_id: null, level: null, channel: null, device_id: null },
      ...{ counter_id: null, after_ms: null, sequence: null, indicators: '[]', answers: '[]', flags: '[]' },
      at: event.at,
      ...said,
      text_hash: event.type === 'ratingDetailed' && event.hasText ? textHash : null,
      command_id: commandId,
      previous: end?.hash ?? firstLink,
    };
    insert.run({ ...row, hash: hashOf(row) });
  };
}

/** What of an event goes into the record; null when it says nothing about a rating. */
function saidBy(event: HallEvent) {
  switch (event.type) {
    case 'ticketRated': {
      const { ticketId: ticket_id, level, channel, deviceId: device_id, counterId: counter_id, afterMs } = event;
      const flags = JSON.stringify(event.flags);
      return { kind: 'level', ticket_id, level, channel, device_id, counter_id, after_ms: Math.max(0, afterMs), flags };
    }
    case 'ratingDetailed': {
      const { ticketId: ticket_id, sequence, indicators, answers } = event;
      const said = { indicators: JSON.stringify(indicators), answers: JSON.stringify(answers) };
      return { kind: 'detail', ticket_id, sequence, ...said };
    }
    case 'opinionGiven': {
      const { level, deviceId: device_id } = event;
      return { kind: 'opinion', level, channel: 'ratingKiosk', device_id, flags: JSON.stringify(event.flags) };
    }
    case 'ratingFlagged':
      return { kind: 'flagged', ticket_id: event.ratingOf, flags: JSON.stringify([event.flag]) };
    case 'ratingJudged':
      return { kind: event.verdict, ticket_id: event.ratingOf };
    default:
      return null;
  }
}

const Seen = z.object({
  at: z.number(),
  level: RatingLevel,
  deviceId: DeviceId.nullable(),
  ticketId: TicketId.nullable(),
  counterId: CounterId.nullable(),
  afterMs: z.number().nullable(),
});

/** What the law remembers of the ratings since the day was opened. */
export function loadWatch(db: Database.Database, since: number, misuse: MisuseRules): RatingWatch {
  return db
    .prepare(`
      SELECT at, level, device_id AS deviceId, ticket_id AS ticketId, counter_id AS counterId, after_ms AS afterMs
      FROM ratings WHERE kind IN ('level', 'opinion') AND at >= ? ORDER BY position`)
    .all(since)
    .map((row) => Seen.parse(row))
    .reduce<RatingWatch>((watch, { at, level, deviceId, ticketId, counterId, afterMs }) => {
      const visit = ticketId === null ? null : { ticketId, counterId, afterMs: afterMs ?? 0 };
      return watched(watch, { at, level, deviceId, visit }, misuse);
    }, freshWatch);
}
