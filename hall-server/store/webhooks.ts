import type Database from 'better-sqlite3';
import { z } from 'zod';
import { type NewWebhook, webhookEvents } from '../../shared/interfaces.ts';

const Row = z
  .object({
    ...{ id: z.string(), name: z.string(), url: z.string(), secret: z.string() },
    events: z.string().transform((text) => z.array(z.enum(webhookEvents)).parse(JSON.parse(text))),
    ...{ paused: z.number(), cursor: z.number(), delivered_at: z.number().nullable() },
  })
  .transform(({ delivered_at, paused, ...row }) => ({ ...row, paused: paused === 1, deliveredAt: delivered_at }));
export type Webhook = z.infer<typeof Row>;

/** One event of the journal, with the number and service of the ticket it is about. */
const EventRow = z.object({
  ...{ sequence: z.number(), at: z.number(), type: z.string(), ticketId: z.string().nullable() },
  ...{ number: z.string().nullable(), serviceId: z.string().nullable(), event: z.string() },
});
export type EventRow = z.infer<typeof EventRow>;

/** Where events are sent. Times are UTC ms. */
export function openWebhooks(db: Database.Database) {
  const all = db.prepare('SELECT * FROM webhooks ORDER BY created_at');
  const one = db.prepare('SELECT * FROM webhooks WHERE id = ?');
  const insert = db.prepare(`
    INSERT INTO webhooks (id, name, url, events, secret, created_at, paused, cursor)
    SELECT ?, ?, ?, ?, ?, ?, 0, coalesce(max(sequence), 0) FROM journal`);
  const remove = db.prepare('DELETE FROM webhooks WHERE id = ?');
  const pause = db.prepare('UPDATE webhooks SET paused = ? WHERE id = ?');
  const move = db.prepare('UPDATE webhooks SET cursor = ?, delivered_at = coalesce(?, delivered_at) WHERE id = ?');
  const after = db.prepare(`
    SELECT journal.sequence, journal.at, type, ticket_id AS ticketId, number, service_id AS serviceId, event
    FROM journal LEFT JOIN tickets ON tickets.id = ticket_id WHERE journal.sequence > ? ORDER BY journal.sequence LIMIT ?`);
  return {
    all: () => all.all().map((row) => Row.parse(row)),
    of: (id: string): Webhook | null => {
      const row = one.get(id);
      return row === undefined ? null : Row.parse(row);
    },
    /** From now on: what happened before is not told. */
    add: (id: string, { name, url, events }: NewWebhook, secret: string, at: number) =>
      void insert.run(id, name, url, JSON.stringify(events), secret, at),
    remove: (id: string) => remove.run(id).changes === 1,
    pause: (id: string, paused: boolean) => pause.run(paused ? 1 : 0, id).changes === 1,
    /** All up to this place in the journal is settled; `deliveredAt` null: there was nothing in it to be told. */
    moveTo: (id: string, cursor: number, deliveredAt: number | null) => void move.run(cursor, deliveredAt, id),
    eventsAfter: (cursor: number, limit: number) => after.all(cursor, limit).map((row) => EventRow.parse(row)),
  };
}
export type Webhooks = ReturnType<typeof openWebhooks>;
