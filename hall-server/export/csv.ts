import type { Row, Table } from './row-file.ts';

/** Comma-separated lines for spreadsheets: UTF-8 with its mark, RFC 4180. */
export async function* csv({ columns, rows }: Table): AsyncGenerator<string> {
  // The mark tells a spreadsheet that this is UTF-8.
  yield `\uFEFF${columns.map(cell).join(',')}\r\n`;
  for await (const row of rows) yield `${columns.map((column) => cell(row[column])).join(',')}\r\n`;
}

/** What a spreadsheet would take for a formula is only text, so a visitor's words can start nothing on a desk. */
function cell(value: Row[string] | undefined): string {
  if (typeof value !== 'string') return value === null || value === undefined ? '' : String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
