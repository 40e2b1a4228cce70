import type { Row } from './row-file.ts';

/** Comma-separated lines for spreadsheets: UTF-8 with its mark, RFC 4180. */
export async function* csv(rows: AsyncIterable<Row>): AsyncGenerator<string> {
  let first = true;
  // The mark tells a spreadsheet that this is UTF-8.
  yield '\uFEFF';
  for await (const row of rows) {
    yield `${first ? `${Object.keys(row).join(',')}\r\n` : ''}${Object.values(row).map(cell).join(',')}\r\n`;
    first = false;
  }
}

/** What a spreadsheet would take for a formula is only text, so a visitor's words can start nothing on a desk. */
function cell(value: Row[string] | undefined): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
