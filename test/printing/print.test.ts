import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, afterEach, expect, test } from 'vitest';
import { createBitmap, inkRectangle } from '../../hall-server/printing/bitmap.ts';
import { conditionOf, slipBytes } from '../../hall-server/printing/escpos.ts';
import { lookAt, type Patience, type Printed, printOnce } from '../../hall-server/printing/print.ts';
import { createPrintQueue } from '../../hall-server/printing/print-queue.ts';
import { openLine } from '../../hall-server/printing/printer-line.ts';
import { temporaryFolder } from '../support/hall.ts';
import { freePort } from '../support/server-process.ts';
import { type Behaviour, type SlipPrinter, slipsIn, startSlipPrinter } from '../support/slip-printer.ts';

// A printer on a socket, and all the ways in which it may leave one alone.

const patience: Patience = { connect: 2_000, answer: 300, print: 3_000, look: 100 };
/** So long that only an answer can end the wait. */
const patient: Patience = { ...patience, answer: 20_000, print: 25_000 };

const small = createBitmap(48, 24);
inkRectangle(small, 3, 3, 40, 18);
const slip = slipBytes(small);

const printers: SlipPrinter[] = [];
afterEach(async () => {
  for (const printer of printers.splice(0)) await printer.close();
});
async function printerThat(behaviour: Partial<Behaviour>) {
  const printer = await startSlipPrinter(48, behaviour);
  printers.push(printer);
  return printer;
}
const lineTo = (port: number) => () => openLine({ via: 'network', host: '127.0.0.1', port }, patience.connect);
const yes = async () => true;

const outcomes: readonly [
  string,
  Partial<Behaviour>,
  Patience,
  Omit<Printed, 'condition'> & { condition: Printed['condition'] },
  slips: number,
][] = [
  ['well', {}, patient, { state: 'confirmed', fault: null, condition: 'ok' }, 1],
  ['slow', { printingMs: 700 }, patient, { state: 'confirmed', fault: null, condition: 'ok' }, 1],
  ['low on paper', { condition: 'paperLow' }, patient, { state: 'confirmed', fault: null, condition: 'paperLow' }, 1],
  [
    'out of paper',
    { condition: 'paperOut' },
    patient,
    { state: 'failed', fault: 'paperOut', condition: 'paperOut' },
    0,
  ],
  ['open', { condition: 'coverOpen' }, patient, { state: 'failed', fault: 'coverOpen', condition: 'coverOpen' }, 0],
  ['offline', { condition: 'offline' }, patient, { state: 'failed', fault: 'offline', condition: 'offline' }, 0],
  ['broken', { condition: 'error' }, patient, { state: 'failed', fault: 'error', condition: 'error' }, 0],
  ['mute', { answers: 'nothing' }, patience, { state: 'unknown', fault: 'noAnswer', condition: 'unknown' }, 1],
  [
    'talking nonsense',
    { answers: 'nonsense' },
    patience,
    { state: 'unknown', fault: 'noAnswer', condition: 'unknown' },
    1,
  ],
  [
    'at the end of its paper in mid-slip',
    { paperEndsAfterRows: 10 },
    patience,
    { state: 'failed', fault: 'paperOut', condition: 'paperOut' },
    0,
  ],
];

test.each(outcomes)('K1 a printer that is %s', async (_, behaviour, waits, outcome, slips) => {
  const printer = await printerThat(behaviour);
  expect(await printOnce(lineTo(printer.port), slip, yes, waits)).toEqual(outcome);
  await expect.poll(() => printer.slips.length).toBe(slips);
  if (slips > 0) expect(printer.slips[0]).toEqual(small);
  // What was begun is thrown away: no half slip comes when paper is put in.
  await expect.poll(() => printer.torn()).toBe(false);
});

test('K1 nobody there', async () => {
  const printed = await printOnce(lineTo(await freePort()), slip, yes, patience);
  expect(printed).toEqual({ state: 'failed', fault: 'unreachable', condition: 'unreachable' });
});

test('K1 a printer that dies at any byte: what is not known is called unknown, and nothing is printed twice', async () => {
  const whole = await printerThat({});
  await printOnce(lineTo(whole.port), slip, yes, patient);
  const bytes = whole.mostBytes();
  expect(bytes).toBeGreaterThan(slip.length);
  const seen = new Map<string, number>();
  for (let dies = 0; dies <= bytes; dies += 1) {
    const printer = await printerThat({ diesAfterBytes: dies });
    let begun = 0;
    const begin = async () => {
      begun += 1;
      return true;
    };
    const printed = await printOnce(lineTo(printer.port), slip, begin, patient);
    const what = `dead after ${dies} of ${bytes} bytes: ${JSON.stringify(printed)}`;
    expect(printer.slips.length, what).toBeLessThanOrEqual(1);
    if (printed?.state === 'confirmed') expect(printer.slips.length, what).toBe(1);
    if (printed?.state === 'failed') expect([printer.slips.length, printer.torn(), begun], what).toEqual([0, false, 0]);
    if (printed?.state === 'unknown') expect([begun, printed.fault], what).toEqual([1, 'connectionLost']);
    seen.set(printed?.state ?? 'none', (seen.get(printed?.state ?? 'none') ?? 0) + 1);
    await printer.close();
    printers.pop();
  }
  // Dead while being asked, dead while printing.
  expect(seen.get('failed')).toBeGreaterThan(5);
  expect(seen.get('unknown')).toBeGreaterThan(slip.length - 5);
});

test('nothing is sent when it is no longer wanted', async () => {
  const printer = await printerThat({});
  expect(await printOnce(lineTo(printer.port), slip, async () => false, patient)).toBeNull();
  expect(printer.slips).toEqual([]);
});

test.each([
  ['ok', 'ok'],
  ['paperLow', 'paperLow'],
  ['paperOut', 'paperOut'],
  ['coverOpen', 'coverOpen'],
  ['offline', 'offline'],
  ['error', 'error'],
] as const)('asked how it is, a printer that is %s says %s', async (condition, said) => {
  const printer = await printerThat({ condition });
  expect(await lookAt(lineTo(printer.port), patient)).toBe(said);
  expect(printer.slips).toEqual([]);
});

test('a mute printer is unknown, none is unreachable', async () => {
  const mute = await printerThat({ answers: 'nothing' });
  expect(await lookAt(lineTo(mute.port), patience)).toBe('unknown');
  expect(await lookAt(lineTo(await freePort()), patience)).toBe('unreachable');
});

test('of several troubles the one a person must see to first is named', () => {
  expect(conditionOf({ 1: 0x1a, 2: 0x16 | 0x20, 3: 0x12, 4: 0x7e })).toBe('coverOpen');
  expect(conditionOf({ 1: 0x1a, 2: 0x12, 3: 0x12, 4: 0x72 })).toBe('paperOut');
  expect(conditionOf({ 1: 0x1a, 2: 0x12, 3: 0x1a, 4: 0x12 })).toBe('error');
});

const folder = temporaryFolder();
afterAll(() => folder.remove());

test('a device file is written to, and is a device', async () => {
  const pipe = `${folder.path}/lp0`;
  expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
  const reader = spawn('cat', [pipe]);
  const heard: Buffer[] = [];
  reader.stdout.on('data', (data: Buffer) => heard.push(data));
  const ended = once(reader, 'close');
  const open = () => openLine({ via: 'deviceFile', path: pipe }, patience.connect);
  // The other end may take a moment to be there.
  let printed = await printOnce(open, slip, yes, patience);
  while (printed?.fault === 'unreachable') printed = await printOnce(open, slip, yes, patience);
  expect(printed).toEqual({ state: 'unknown', fault: 'noAnswer', condition: 'unknown' });
  await ended;
  expect(slipsIn(Buffer.concat(heard), 48)).toEqual([small]);
});

test('a file of the server is no printer', async () => {
  const open = () => openLine({ via: 'deviceFile', path: new URL(import.meta.url).pathname }, patience.connect);
  expect(await printOnce(open, slip, yes, patience)).toMatchObject({ state: 'failed', fault: 'unreachable' });
});

test('a queue takes one job after another, and no more than it should', async () => {
  const queue = createPrintQueue(2);
  const done: number[] = [];
  let release = () => {};
  const held = new Promise<void>((settle) => {
    release = settle;
  });
  const job = (n: number) => async () => {
    await held;
    done.push(n);
  };
  expect([1, 2, 3, 4].map((n) => queue.add(job(n)))).toEqual([true, true, true, false]);
  release();
  await expect.poll(() => queue.idle()).toBe(true);
  expect(done).toEqual([1, 2, 3]);
});
