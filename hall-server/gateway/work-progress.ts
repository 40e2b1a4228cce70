import type { Row, Table } from '../export/row-file.ts';

/** How far something long is: rows written of how many there are, steps gone of how many there will be. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface WorkProgress {
  /** From now on it can be told how far it is, until it is ended. */
  readonly begin: (id: string) => { readonly at: (progress: Progress) => void; readonly end: () => void };
  /** The same rows, counted while they are written. */
  readonly counted: (id: string, table: Table & { readonly count: number }) => Table;
  /** Null: it is over, or never was. */
  readonly of: (id: string) => Progress | null;
}

/** What takes long and is under way now, by the id that whoever asked gave it. */
export function createWorkProgress(): WorkProgress {
  const underWay = new Map<string, Progress>();
  const begin: WorkProgress['begin'] = (id) => ({
    at: (progress) => underWay.set(id, progress),
    end: () => underWay.delete(id),
  });
  async function* counted(id: string, rows: AsyncIterable<Row>, total: number): AsyncGenerator<Row> {
    const work = begin(id);
    let done = 0;
    work.at({ done, total });
    try {
      for await (const row of rows) {
        yield row;
        done += 1;
        work.at({ done, total });
      }
    } finally {
      // Also when the reader has gone away in the middle.
      work.end();
    }
  }
  return {
    begin,
    counted: (id, { columns, rows, count }) => ({ columns, rows: counted(id, rows, count) }),
    of: (id) => underWay.get(id) ?? null,
  };
}
