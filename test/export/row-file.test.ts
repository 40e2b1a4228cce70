import { describe, expect, test } from 'vitest';
import { type Row, rowFile } from '../../hall-server/export/row-file.ts';
import { xlsx } from '../../hall-server/export/xlsx.ts';
import { sheetCells } from '../support/read-sheet.ts';

async function* each(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows;
}
const tableOf = (rows: readonly Row[], columns = Object.keys(rows[0] ?? {})) => ({ columns, rows: each(rows) });
async function bytesOf(chunks: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(Buffer.from(chunk));
  return Buffer.concat(all);
}
const sheetOf = async (rows: readonly Row[]) => sheetCells(await bytesOf(rowFile(tableOf(rows), 'xlsx')));

describe('a workbook', () => {
  test('numbers are numbers, yes and no are that, nothing is an empty cell', async () => {
    expect(await sheetOf([{ n: 42, half: 0.5, yes: true, no: false, none: null, empty: '', last: 'x' }])).toEqual([
      ['n', 'half', 'yes', 'no', 'none', 'empty', 'last'],
      [42, 0.5, true, false, null, null, 'x'],
    ]);
  });

  test.each([
    '=1+1',
    '+86 750',
    '@SUM(A1)',
    '欧阳娜娜 & <b>"了"</b>',
    ' 前后有空格 ',
    '两\n行',
    '𠮷野家',
    '_x0041_ stays',
    '__x005F_x0041_',
  ])('text is text: %j', async (text) => {
    expect(await sheetOf([{ text: 'first' }, { text }])).toEqual([['text'], ['first'], [sheetText(text)]]);
  });

  test('what XML cannot hold is left out, what a cell cannot hold is cut', async () => {
    const cells = await sheetOf([{ text: `a\u0000\u0008\u001F\uFFFEb${'长'.repeat(40_000)}` }]);
    const [, [text] = []] = cells as string[][];
    expect(text?.slice(0, 3)).toBe('ab长');
    expect(text?.length).toBeLessThanOrEqual(32_767);
    expect(await sheetOf([{ text: `1${'𠮷'.repeat(20_000)}` }])).toEqual([['text'], [`1${'𠮷'.repeat(16_383)}`]]);
    expect(await sheetOf([{ text: '𠮷'.repeat(20_000) }])).toEqual([['text'], ['𠮷'.repeat(16_383)]]);
  });

  test('columns after Z, and no rows at all', async () => {
    const wide = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`c${at}`, at]));
    expect(await sheetOf([wide])).toEqual([Object.keys(wide), Object.values(wide)]);
    const none = await bytesOf(rowFile(tableOf([], ['number', 'level']), 'xlsx'));
    expect(sheetCells(none)).toEqual([['number', 'level']]);
  });

  test('what one sheet cannot hold goes on in the next, under the same heading', async () => {
    const rows = Array.from({ length: 7 }, (_, n) => ({ n }));
    const book = await bytesOf(xlsx(tableOf(rows), 4));
    expect([1, 2, 3].map((sheet) => sheetCells(book, sheet))).toEqual([
      [['n'], [0], [1], [2]],
      [['n'], [3], [4], [5]],
      [['n'], [6]],
    ]);
  });

  test('is written while it is read: no export waits in memory', async () => {
    let read = 0;
    async function* many(): AsyncGenerator<Row> {
      for (; read < 50_000; read += 1) yield { at: read, number: `A${read}`, text: `意见 ${Math.imul(read, 40_503)}` };
    }
    let most = 0;
    let begun = 0;
    for await (const chunk of rowFile({ columns: ['at', 'number', 'text'], rows: many() }, 'xlsx')) {
      begun ||= read;
      most = Math.max(most, chunk.length);
    }
    expect(begun, 'rows read when the first bytes came').toBeLessThan(2_000);
    expect(most, 'bytes at a time').toBeLessThan(200_000);
  });
});

/** A spreadsheet reads `_x005F_` as '_': so it stands where a text would be read as another sign. */
const sheetText = (text: string) => text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

describe('comma-separated lines', () => {
  test('a visitor’s words start no formula and break no line', async () => {
    let text = '';
    for await (const chunk of rowFile(tableOf([{ a: '=1+1', b: 'x,"y"\nz', c: -3, d: null }]), 'csv')) text += chunk;
    expect(text).toBe('\uFEFFa,b,c,d\r\n\'=1+1,"x,""y""\nz",-3,\r\n');
  });

  test('a table without rows says what its columns are', async () => {
    let text = '';
    for await (const chunk of rowFile(tableOf([], ['number', 'level']), 'csv')) text += chunk;
    expect(text).toBe('\uFEFFnumber,level\r\n');
  });
});
