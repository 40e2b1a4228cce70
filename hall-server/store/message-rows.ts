import type Database from 'better-sqlite3';
import { z } from 'zod';
import { CounterId, MessageId, StaffId } from '../../shared/ids.ts';
import type { CounterMessage, HallState } from '../queue/state.ts';
import type { Step } from './store.ts';

const Row = z.object({ id: MessageId, by_staff: StaffId, at: z.number(), sent_to: z.string() });
const SentTo = z.array(z.object({ counterId: CounterId, readAt: z.number().nullable() }));

/** Today's, the oldest first. @throws ZodError when a row cannot be a message's */
export function loadMessages(db: Database.Database): HallState['messages'] {
  const rows = db.prepare('SELECT id, by_staff, at, sent_to FROM messages ORDER BY at, rowid').all();
  return new Map(
    rows.map((found): [MessageId, CounterMessage] => {
      const { id, by_staff: by, at, sent_to } = Row.parse(found);
      return [id, { id, by, at, to: SentTo.parse(JSON.parse(sent_to)) }];
    }),
  );
}

/** Writes what was sent and read, and erases what the state no longer has, words and all. */
export function messageWriter(db: Database.Database): (step: Pick<Step, 'before' | 'after' | 'told'>) => void {
  const insert = db.prepare('INSERT INTO messages (id, by_staff, at, sent_to, text) VALUES (?, ?, ?, ?, ?)');
  const update = db.prepare('UPDATE messages SET sent_to = ? WHERE id = ?');
  const erase = db.prepare('DELETE FROM messages WHERE id = ?');
  return ({ before: { messages: before }, after: { messages: after }, told }) => {
    if (before === after) return;
    for (const id of before.keys()) if (!after.has(id)) erase.run(id);
    for (const [id, { by, at, to }] of after) {
      if (!before.has(id)) insert.run(id, by, at, JSON.stringify(to), told?.of === 'message' ? told.text : '');
      else if (before.get(id) !== after.get(id)) update.run(JSON.stringify(to), id);
    }
  };
}

/** The words of a message of today. */
export function messageTexts(db: Database.Database): (id: MessageId) => string | null {
  const find = db.prepare('SELECT text FROM messages WHERE id = ?').pluck();
  return (id) =>
    z
      .string()
      .nullable()
      .parse(find.get(id) ?? null);
}
