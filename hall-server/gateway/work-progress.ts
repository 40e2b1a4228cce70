import type { Row, Table } from '../export/row-file.ts';

/** How far an export is: rows written of how many there are. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface ExportProgress {
  /** The same rows, counted while they are written. */
  readonly counted: (id: string, table: Table & { readonly count: number }) => Table;
  /** Null: it is over, or never was. */
  readonly of: (id: string) => Progress | null;
}

/** The exports that are being written now, by the id that whoever asked gave them. */
export function createExportProgress(): ExportProgress {
  const underWay = new Map<string, { done: number; total: number }>();
  async function* counted(id: string, rows: AsyncIterable<Row>, total: number): AsyncGenerator<Row> {
    const progress = { done: 0, total };
    underWay.set(id, progress);
    try {
      for await (const row of rows) {
        yield row;
        progress.done += 1;
      }
    } finally {
      // Also when the reader has gone away in the middle.
      underWay.delete(id);
    }
  }
  return {
    counted: (id, { columns, rows, count }) => ({ columns, rows: counted(id, rows, count) }),
    of: (id) => underWay.get(id) ?? null,
  };
}
