import { ImportReference, type ImportRow, mostImported } from '../../../shared/appointment-import.ts';
import type { LocalizedText } from '../../../shared/languages.ts';
import { ClockTime, type Setup } from '../../../shared/setup.ts';

/** A line of a file as a booking, or what is wrong with it. */
export type ReadLine =
  | { readonly line: number; readonly row: ImportRow }
  | { readonly line: number; readonly wrong: LineFault; readonly text: string };
export type LineFault = 'service' | 'date' | 'slot' | 'count' | 'reference' | 'sameReference';
export type FileFault = 'empty' | 'noHeads' | 'tooMany';

/** What a spreadsheet in China writes is not always UTF-8: what cannot be is GB 18030. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

const heads = {
  service: ['service', '事项', '事項'],
  date: ['date', '日期'],
  slot: ['slot', 'time', '时段', '時段', '时间', '時間'],
  count: ['count', '人数', '人數', '数量', '數量'],
  reference: ['reference', '编号', '編號', '对方编号', '對方編號'],
} as const;
type Head = keyof typeof heads;

const mostOfOneLine = 200;

/** Every booking of a file, in its order. A line for several people is as many bookings. */
export function readImport(
  text: string,
  { services }: Pick<Setup, 'services'>,
): { readonly ok: true; readonly lines: readonly ReadLine[] } | { readonly ok: false; readonly fault: FileFault } {
  const [first, ...rest] = linesOf(text.replace(/^\uFEFF/, ''));
  if (first === undefined) return { ok: false, fault: 'empty' };
  const at = (head: Head) =>
    first.cells.findIndex((cell) => (heads[head] as readonly string[]).includes(cell.trim().toLowerCase()));
  const [service, date, slot, count, reference] = [at('service'), at('date'), at('slot'), at('count'), at('reference')];
  if (service < 0 || date < 0 || slot < 0) return { ok: false, fault: 'noHeads' };
  if (rest.length === 0) return { ok: false, fault: 'empty' };
  const seen = new Set<string>();
  const lines = rest.flatMap(({ line, cells }): readonly ReadLine[] => {
    const cellOf = (index: number) => (index < 0 ? '' : (cells[index] ?? '').trim().normalize('NFKC'));
    const wrong = (fault: LineFault, text: string): readonly ReadLine[] => [{ line, wrong: fault, text }];
    const found = services.find((one) => one.id === cellOf(service) || isNamed(one.name, cellOf(service)));
    if (found === undefined) return wrong('service', cellOf(service));
    const day = dateOf(cellOf(date));
    if (day === null) return wrong('date', cellOf(date));
    const time = timeOf(cellOf(slot));
    if (time === null) return wrong('slot', cellOf(slot));
    const people = cellOf(count) === '' ? 1 : Number(cellOf(count));
    if (!Number.isInteger(people) || people < 1 || people > mostOfOneLine) return wrong('count', cellOf(count));
    const named = cellOf(reference);
    const names = Array.from({ length: people }, (_, n) => (named === '' || n === 0 ? named : `${named}-${n + 1}`));
    if (named !== '' && names.some((one) => !ImportReference.safeParse(one).success)) return wrong('reference', named);
    const twice = names.find((one) => one !== '' && seen.has(one));
    if (twice !== undefined) return wrong('sameReference', twice);
    for (const one of names) seen.add(one);
    return names.map((one) => ({
      line,
      row: { serviceId: found.id, date: day, slot: time, reference: one === '' ? null : one },
    }));
  });
  return lines.length > mostImported ? { ok: false, fault: 'tooMany' } : { ok: true, lines };
}

const isNamed = (name: LocalizedText, text: string) =>
  text !== '' && Object.values(name).some((one) => one.normalize('NFKC').trim() === text);

/** '2026/9/3', '2026年9月3日' -> '2026-09-03' */
function dateOf(text: string): string | null {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(read.getTime()) || read.toISOString().slice(0, 10) !== date ? null : date;
}

/** '9:00', '9:00:00', '9:00-9:30' -> '09:00' */
function timeOf(text: string): string | null {
  const [, hour = '', minute = ''] = /^(\d{1,2}):(\d{2})(:\d{2})?(\s*[-–~至].*)?$/.exec(text) ?? [];
  const time = `${hour.padStart(2, '0')}:${minute}`;
  return ClockTime.safeParse(time).success ? time : null;
}

/** Cells by line (RFC 4180), parted as the first line is: by commas, semicolons or tabs. Empty lines are passed over. */
function linesOf(text: string): readonly { readonly line: number; readonly cells: readonly string[] }[] {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const parting = [',', '\t', ';', '，'].find((one) => head.includes(one)) ?? ',';
  const lines: { line: number; cells: string[] }[] = [];
  let [line, cell, quoted] = [1, '', false];
  let now: { line: number; cells: string[] } = { line, cells: [] };
  const endLine = () => {
    now.cells.push(cell);
    if (now.cells.some((one) => one.trim() !== '')) lines.push(now);
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '\n') line += 1;
    if (quoted) {
      if (sign === '"' && text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else if (sign === '"') quoted = false;
      else cell += sign;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === parting) {
      now.cells.push(cell);
      cell = '';
    } else if (sign === '\n') {
      endLine();
      now = { line, cells: [] };
    } else if (sign !== '\r') cell += sign;
  }
  endLine();
  return lines;
}
