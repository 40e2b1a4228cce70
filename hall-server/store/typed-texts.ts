import { createHmac, randomBytes } from 'node:crypto';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import { type CommandId, TicketId } from '../../shared/ids.ts';

/** What a person typed with a command; it is written in the command's transaction, but never into the journal. */
export interface Typed {
  readonly ticketId: TicketId;
  readonly texts: readonly { readonly part: string; readonly text: string }[];
  /** To be called back at. */
  readonly phone: string | null;
}

const SavedText = z.object({
  command_id: z.string(),
  part: z.string(),
  text: z.string().nullable(),
  shown: z.string().nullable(),
});

const OneText = z.object({ ticketId: TicketId, shown: z.string() });

export interface TypedText {
  readonly commandId: string;
  readonly part: string;
  /** As it may be shown: with names of third parties blacked out; null when erased. */
  readonly shown: string | null;
  readonly blackedOut: boolean;
}

/** Salted, so that after erasure nobody can find a short text again by trying. */
export function textHash(salt: Buffer, text: string): string {
  return createHmac('sha256', salt).update(text).digest('hex');
}

export function openTypedTexts(db: Database.Database) {
  const insert = db.prepare(
    'INSERT INTO typed_texts (command_id, part, ticket_id, at, text, salt) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const ofTicket = db.prepare(
    'SELECT command_id, part, text, shown FROM typed_texts WHERE ticket_id = ? ORDER BY at, command_id, part',
  );
  const one = db.prepare(
    'SELECT ticket_id AS ticketId, coalesce(shown, text) AS shown FROM typed_texts WHERE command_id = ? AND part = ? AND text IS NOT NULL',
  );
  const blackOut = db.prepare(
    'UPDATE typed_texts SET shown = ? WHERE command_id = ? AND part = ? AND text IS NOT NULL',
  );
  const erase = db.prepare(
    'UPDATE typed_texts SET text = NULL, shown = NULL, salt = NULL WHERE command_id = ? AND part = ?',
  );
  return {
    /** The hash of what was written as `part`, for the record; null when nothing was. */
    write(commandId: CommandId, at: number, { ticketId, texts }: Typed): string | null {
      let hash: string | null = null;
      for (const { part, text } of texts) {
        const salt = randomBytes(16);
        insert.run(commandId, part, ticketId, at, text, salt);
        if (part === 'rating') hash = textHash(salt, text);
      }
      return hash;
    },
    ofTicket: (ticketId: TicketId): readonly TypedText[] =>
      ofTicket
        .all(ticketId)
        .map((row) => SavedText.parse(row))
        .map(({ command_id: commandId, part, text, shown }) => ({
          commandId,
          part,
          shown: shown ?? text,
          blackedOut: shown !== null,
        })),
    /** One text by the command that brought it, as it may be shown; null: there is none, or it is erased. */
    of(commandId: string, part: string): { readonly ticketId: TicketId; readonly shown: string } | null {
      const row = one.get(commandId, part);
      return row === undefined ? null : OneText.parse(row);
    },
    /** Shows other words in its place; the original stays for auditors, in the file only. */
    blackOut: (commandId: string, part: string, shown: string) => blackOut.run(shown, commandId, part).changes === 1,
    /** Gone for good; the record keeps that there was one. */
    erase: (commandId: string, part: string) => erase.run(commandId, part).changes === 1,
  };
}
