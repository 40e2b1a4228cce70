import { createHash } from 'node:crypto';

/** What the first row of the record holds in place of the hash of a row before it. */
export const firstLink = '0'.repeat(64);

/** Everything that a row's hash covers, in this order; a new column would need a new kind of hash. */
export const recordColumns = [
  'position',
  'kind',
  'ticket_id',
  'at',
  'level',
  'channel',
  'device_id',
  'counter_id',
  'after_ms',
  'sequence',
  'indicators',
  'answers',
  'flags',
  'text_hash',
  'command_id',
  'previous',
] as const;

export type RecordRow = Readonly<Record<(typeof recordColumns)[number], string | number | null>>;

/** SHA-256 over the row and, through `previous`, over every row before it; 64 hexadecimal digits. */
export function hashOf(row: RecordRow): string {
  return createHash('sha256')
    .update(JSON.stringify(recordColumns.map((column) => row[column])))
    .digest('hex');
}

export interface ChainFault {
  readonly position: number;
  readonly fault: 'changed' | 'removed' | 'inserted';
}

/** Reads the record from its first row on. @returns the first row at which it does not hold together, or its length and last hash */
export function checkChain(
  rows: Iterable<RecordRow & { readonly hash: string }>,
): ChainFault | { readonly rows: number; readonly last: string } {
  let last = firstLink;
  let count = 0;
  for (const row of rows) {
    const position = Number(row.position);
    if (position !== count + 1) return { position: count + 1, fault: position > count + 1 ? 'removed' : 'inserted' };
    if (hashOf(row) !== row.hash) return { position, fault: 'changed' };
    // Whole in itself, but not made after its neighbour: it, or the one before, was put there later.
    if (row.previous !== last) return { position, fault: 'inserted' };
    last = row.hash;
    count = position;
  }
  return { rows: count, last };
}
