import type Database from 'better-sqlite3';
import { z } from 'zod';
import { type NewWebhook, webhookEvents } from '../../shared/interfaces.ts';
import { openSeal } from './seal.ts';

const Row = z.object({
  ...{ id: z.string(), name: z.string(), url: z.string(), sealed: z.instanceof(Buffer) },
  events: z.string().transform((text) => z.array(z.enum(webhookEvents)).parse(JSON.parse(text))),
  ...{ paused: z.number(), cursor: z.number(), delivered_at: z.number().nullable() },
  ...{ refused_since: z.number().nullable(), refused_times: z.number() },
});
const Unsealed = z.object({ id: z.string(), secret: z.string() });

/** One event of the journal, with the number and service of the ticket it is about. */
const EventRow = z.object({
  ...{ sequence: z.number(), at: z.number(), type: z.string(), ticketId: z.string().nullable() },
  ...{ number: z.string().nullable(), serviceId: z.string().nullable(), event: z.string() },
});
export type EventRow = z.infer<typeof EventRow>;

/** An event that its receiver has refused for good. */
const SetAside = EventRow.pick({ sequence: true, type: true, number: true }).extend({
  ...{ status: z.number(), setAsideAt: z.number() },
  again: z.number().transform((again) => again === 1),
});

const shownAtMost = 100;

/** Where events are sent. Times are UTC ms. */
export function openWebhooks(db: Database.Database) {
  const seal = openSeal(db);
  const boundTo = (id: string) => `webhook ${id}`;
  const all = db.prepare('SELECT * FROM webhooks ORDER BY created_at');
  const one = db.prepare('SELECT * FROM webhooks WHERE id = ?');
  const insert = db.prepare(`
    INSERT INTO webhooks (id, name, url, events, secret, sealed, created_at, paused, cursor)
    SELECT ?, ?, ?, ?, '', ?, ?, 0, coalesce(max(sequence), 0) FROM journal`);
  const keepSecret = db.prepare("UPDATE webhooks SET secret = '', sealed = ? WHERE id = ?");
  const remove = db.prepare('DELETE FROM webhooks WHERE id = ?');
  const pause = db.prepare('UPDATE webhooks SET paused = ?, refused_since = NULL, refused_times = 0 WHERE id = ?');
  const move = db.prepare(`
    UPDATE webhooks SET cursor = ?, delivered_at = coalesce(?, delivered_at), refused_since = NULL, refused_times = 0 WHERE id = ?`);
  const refuse = db.prepare(`
    UPDATE webhooks SET refused_since = coalesce(refused_since, ?), refused_times = refused_times + 1 WHERE id = ?`);
  const notRefused = db.prepare('UPDATE webhooks SET refused_since = NULL, refused_times = 0 WHERE id = ?');
  const events = `
    SELECT journal.sequence, journal.at, type, ticket_id AS ticketId, number, service_id AS serviceId, event
    FROM journal LEFT JOIN tickets ON tickets.id = ticket_id`;
  const after = db.prepare(`${events} WHERE journal.sequence > ? ORDER BY journal.sequence LIMIT ?`);
  const setAside = db.prepare(`
    INSERT INTO set_aside (webhook_id, sequence, status, at) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET status = excluded.status, at = excluded.at, again = 0`);
  const asideOf = db.prepare(`
    SELECT set_aside.sequence, type, number, set_aside.status, set_aside.at AS setAsideAt, again FROM set_aside JOIN journal ON journal.sequence = set_aside.sequence
    LEFT JOIN tickets ON tickets.id = ticket_id WHERE webhook_id = ? ORDER BY set_aside.sequence LIMIT ?`);
  const countAside = db.prepare('SELECT count(*) FROM set_aside WHERE webhook_id = ?').pluck();
  const again = db.prepare('UPDATE set_aside SET again = 1 WHERE webhook_id = ?');
  const toSendAgain = db.prepare(
    `${events} JOIN set_aside ON set_aside.sequence = journal.sequence WHERE webhook_id = ? AND again = 1 ORDER BY journal.sequence LIMIT 1`,
  );
  const taken = db.prepare('DELETE FROM set_aside WHERE webhook_id = ? AND sequence = ?');

  const webhookOf = (found: unknown) => {
    const { delivered_at, refused_since, refused_times, paused, sealed, ...row } = Row.parse(found);
    return {
      ...row,
      /** Null: it cannot be opened, so nothing can be signed. */
      secret: seal.open(sealed, boundTo(row.id)),
      ...{ paused: paused === 1, deliveredAt: delivered_at, refusedSince: refused_since, refusedTimes: refused_times },
    };
  };
  const moveTo = (id: string, cursor: number, deliveredAt: number | null) => void move.run(cursor, deliveredAt, id);

  /** Those of a version before secrets were sealed. */
  const unsealed = db.prepare("SELECT id, secret FROM webhooks WHERE secret <> ''").all();
  for (const found of unsealed) {
    const { id, secret } = Unsealed.parse(found);
    keepSecret.run(seal.close(secret, boundTo(id)), id);
  }
  // Into the file, so that what was written over does not lie in the log beside it.
  if (unsealed.length > 0) db.pragma('wal_checkpoint(TRUNCATE)');

  return {
    all: () => all.all().map(webhookOf),
    of: (id: string) => {
      const row = one.get(id);
      return row === undefined ? null : webhookOf(row);
    },
    /** From now on: what happened before is not told. */
    add: (id: string, { name, url, events: wanted }: NewWebhook, secret: string, at: number) =>
      void insert.run(id, name, url, JSON.stringify(wanted), seal.close(secret, boundTo(id)), at),
    /** Each @returns whether there is such a one */
    changeSecret: (id: string, secret: string) => keepSecret.run(seal.close(secret, boundTo(id)), id).changes === 1,
    remove: (id: string) => remove.run(id).changes === 1,
    pause: (id: string, paused: boolean) => pause.run(paused ? 1 : 0, id).changes === 1,
    /** All up to this place in the journal is settled; `deliveredAt` null: there was nothing in it to be told. */
    moveTo,
    eventsAfter: (cursor: number, limit: number) => after.all(cursor, limit).map((row) => EventRow.parse(row)),
    /** The event that is due was refused for good once more; `false`: it met something else, and is counted anew. */
    countRefusal: (id: string, refusedAt: number | false) =>
      void (refusedAt === false ? notRefused.run(id) : refuse.run(refusedAt, id)),
    /** The event waits in the list for an administrator, and the next is due. */
    setAside: db.transaction((id: string, sequence: number, status: number, at: number) => {
      setAside.run(id, sequence, status, at);
      moveTo(id, sequence, null);
    }),
    /** One that was sent again is refused again: back to the list. */
    keepAside: (id: string, sequence: number, status: number, at: number) =>
      void setAside.run(id, sequence, status, at),
    /** How many, and the first of them. */
    aside: (id: string) => ({
      count: z.number().parse(countAside.get(id)),
      first: asideOf.all(id, shownAtMost).map((row) => SetAside.parse(row)),
    }),
    sendAgain: (id: string) => again.run(id).changes > 0,
    nextToSendAgain: (id: string): EventRow | null => {
      const row = toSendAgain.get(id);
      return row === undefined ? null : EventRow.parse(row);
    },
    takenAtLast: (id: string, sequence: number) => void taken.run(id, sequence),
  };
}
export type Webhooks = ReturnType<typeof openWebhooks>;
export type Webhook = ReturnType<Webhooks['all']>[number];
