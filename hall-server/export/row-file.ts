import { z } from 'zod';
import { csv } from './csv.ts';
import { json } from './json.ts';
import { xlsx } from './xlsx.ts';

/** One line of a table: every row of a file has the same columns, in the same order. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

export const fileFormats = ['csv', 'xlsx', 'json'] as const;
export const FileFormat = z.enum(fileFormats);
export type FileFormat = z.infer<typeof FileFormat>;

export const contentTypes: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
};

/** A table as a file, written while its rows are read: an export of years needs no more memory than one of a day. */
export function rowFile(rows: AsyncIterable<Row>, format: FileFormat): AsyncGenerator<string | Uint8Array> {
  return { csv, xlsx, json }[format](rows);
}
