import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Row, Table } from './row-file.ts';

/** Bytes of a sheet that are packed at a time. */
const packAtOnce = 64 * 1024;
/** The format's own limits: lines of a sheet, characters of a cell. */
const mostRows = 1_048_576;
const mostCharacters = 32_767;

/**
 * An Office Open XML workbook (ECMA-376): a bold first line that stays in sight, numbers as numbers, every text as text,
 * never as a formula. What one sheet cannot hold goes on in the next (`mostLines` of a sheet, its heading among them).
 */
export async function* xlsx({ columns, rows }: Table, mostLines = mostRows): AsyncGenerator<Uint8Array> {
  let packed: Uint8Array[] = [];
  const zip = new Zip((fault, bytes) => {
    if (fault !== null) throw fault;
    packed.push(bytes);
  });
  const begin = (path: string) => {
    const file = new ZipDeflate(path, { level: 6 });
    zip.add(file);
    return file;
  };
  const beginSheet = (first: Row) => {
    sheets += 1;
    line = 1;
    text = xml + sheetHead(columns, first) + rowXml(line, columns, ' s="1"');
    return begin(`xl/worksheets/sheet${sheets}.xml`);
  };
  const endSheet = () => sheet?.push(strToU8(`${text}</sheetData></worksheet>`), true);

  let sheets = 0;
  let line = 0;
  let text = '';
  let sheet: ZipDeflate | null = null;
  for await (const row of rows) {
    if (line === mostLines) {
      endSheet();
      sheet = null;
    }
    sheet ??= beginSheet(row);
    line += 1;
    text += rowXml(
      line,
      columns.map((column) => row[column]),
      '',
    );
    if (text.length < packAtOnce) continue;
    sheet.push(strToU8(text));
    text = '';
    yield* packed;
    packed = [];
  }
  sheet ??= beginSheet({});
  endSheet();
  for (const [path, words] of Object.entries(partsOf(sheets))) begin(path).push(strToU8(xml + words), true);
  zip.end();
  yield* packed;
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Everything of a workbook but its sheets. */
function partsOf(sheets: number): Readonly<Record<string, string>> {
  const each = (write: (at: number) => string) => Array.from({ length: sheets }, (_, at) => write(at + 1)).join('');
  return {
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>${each((at) => `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="${types}.worksheet+xml"/>`)}<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${spreadsheet}" xmlns:r="${relations}"><sheets>${each((at) => `<sheet name="ClearCall${at === 1 ? '' : ` ${at}`}" sheetId="${at}" r:id="rId${at}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}/relationships">${each((at) => `<Relationship Id="rId${at}" Type="${relations}/worksheet" Target="worksheets/sheet${at}.xml"/>`)}<Relationship Id="rId${sheets + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    // Format 0: as it is; 1: bold, for the first line.
    'xl/styles.xml': `<styleSheet xmlns="${spreadsheet}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf fontId="0" xfId="0"/><xf fontId="1" xfId="0" applyFont="1"/></cellXfs></styleSheet>`,
  };
}

/** The first line stays in sight; a column is as wide as its heading or its first value. */
function sheetHead(names: readonly string[], first: Row): string {
  const view =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  const columns = names.map((name, at) => {
    const width = Math.min(48, Math.max(widthOf(name), widthOf(String(first[name] ?? ''))) + 2);
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`;
  });
  const cols = columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`;
  return `<worksheet xmlns="${spreadsheet}">${view}${cols}<sheetData>`;
}

/** In digits of the sheet's font; a Chinese character is two wide. */
const widthOf = (text: string) => [...text].reduce((sum, one) => sum + (one > '\u2E7F' ? 2 : 1), 0);

function rowXml(line: number, cells: readonly (Row[string] | undefined)[], style: string): string {
  const inner = cells.map((value, at) => {
    if (value === null || value === undefined || value === '') return '';
    const place = `r="${columnName(at)}${line}"${style}`;
    if (typeof value === 'number') return Number.isFinite(value) ? `<c ${place}><v>${value}</v></c>` : '';
    if (typeof value === 'boolean') return `<c ${place} t="b"><v>${value ? 1 : 0}</v></c>`;
    return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  });
  return `<row r="${line}">${inner.join('')}</row>`;
}

/** 0: 'A', 26: 'AA' */
function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML cannot hold is left out; `_x0041_`, which would be read as a sign of its own, is kept as it was written. */
function escaped(text: string): string {
  return (
    text
      .slice(0, mostCharacters)
      // Never half of a character that takes two places.
      .replace(/[\uD800-\uDBFF]$/, '')
      // Control signs below the blank, but tab and line ends.
      .replaceAll(/[^\P{Cc}\t\n\r\u007F-\u009F]|[\uFFFE\uFFFF]/gu, '')
      .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
      .replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign)
  );
}
