import type { Table } from './row-file.ts';

/** One array of objects, a line each. */
export async function* json({ rows }: Pick<Table, 'rows'>): AsyncGenerator<string> {
  let first = true;
  yield '[';
  for await (const row of rows) {
    yield `${first ? '' : ','}\n${JSON.stringify(row)}`;
    first = false;
  }
  yield '\n]\n';
}
