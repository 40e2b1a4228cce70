import { z } from 'zod';
import { csv } from './csv.ts';
import { json } from './json.ts';
import { xlsx } from './xlsx.ts';

/** One line of a table: a value for each of its columns, in their order. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** `columns`: the names of the values of every row; a table without rows has them all the same. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<Row>;
}

export const fileFormats = ['csv', 'xlsx', 'json'] as const;
export const FileFormat = z.enum(fileFormats);
export type FileFormat = z.infer<typeof FileFormat>;

export const contentTypes: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
};

/** A table as a file, written while its rows are read: an export of years needs no more memory than one of a day. */
export function rowFile(table: Table, format: FileFormat): AsyncGenerator<string | Uint8Array> {
  switch (format) {
    case 'csv':
      return csv(table);
    case 'xlsx':
      return xlsx(table);
    case 'json':
      return json(table);
  }
}
