import { beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('electron', async () => (await import('../support/fake-electron.ts')).fakeElectron());

import * as electron from 'electron';
import { choosePrinter, createSlipPrinter, faultOf, slipPage } from '../../kiosk/shell/print-slip.ts';
import { ShellSlip } from '../../shared/shell.ts';
import type { FakeElectron } from '../support/fake-electron.ts';

const { BrowserWindow: Window, FakeContents: Contents } = electron as unknown as FakeElectron;
const printer = (name: string, options: object = {}) => ({
  name,
  displayName: `The ${name}`,
  description: '',
  options,
});
const slip = (job: string) => ShellSlip.parse({ job, png: 'iVBORw0KGgo=', widthDots: 576, heightDots: 800 });
const accepted = { state: 'unknown', fault: 'noAnswer' };
/** What the print system was told, slip by slip. */
const printed = () => Window.all.flatMap(({ webContents }) => webContents.print.mock.calls.map(([options]) => options));

beforeEach(() => {
  Window.all.length = 0;
  Contents.printers = [printer('slips')];
});

describe('printing a slip on the system’s printer', () => {
  it('silently, in its real size, and honestly: accepted by the queue is not printed', async () => {
    expect(await createSlipPrinter(() => null)(slip('a'))).toEqual(accepted);
    expect(printed()).toEqual([
      {
        silent: true,
        deviceName: 'slips',
        margins: { marginType: 'none' },
        pageSize: { width: 72_000, height: 100_000 },
        color: false,
        copies: 1,
      },
    ]);
  });
  it('in a window nobody sees, without script, gone afterwards', async () => {
    await createSlipPrinter(() => null)(slip('a'));
    const [window] = Window.all;
    expect(window?.options).toMatchObject({ show: false, webPreferences: { sandbox: true, javascript: false } });
    expect(window?.webContents.loaded[0]).toMatch(/^data:text\/html;base64,/);
    expect(window?.destroyed).toBe(true);
  });
  it('a job is printed once, however often and however quickly it is asked for', async () => {
    const print = createSlipPrinter(() => null);
    const answers = await Promise.all([print(slip('a')), print(slip('a')), print(slip('b'))]);
    expect(await print(slip('a'))).toEqual(accepted);
    expect(answers).toEqual([accepted, accepted, accepted]);
    expect(printed()).toHaveLength(2);
  });
  it('one after another', async () => {
    const print = createSlipPrinter(() => null);
    const first = print(slip('a'));
    const second = print(slip('b'));
    await first;
    expect(printed()).toHaveLength(1);
    await second;
    expect(printed()).toHaveLength(2);
  });
  it('refused by the print system', async () => {
    const refuse = vi.spyOn(Contents.prototype, 'loadURL').mockImplementation(async function (
      this: InstanceType<typeof Contents>,
    ) {
      this.print.mockImplementation((_options, told) => told(false, 'Print job failed'));
    });
    expect(await createSlipPrinter(() => null)(slip('a'))).toEqual({ state: 'failed', fault: 'error' });
    refuse.mockRestore();
  });
  it('a print system that never comes back: nobody knows, and the next slip is not held up', async () => {
    vi.useFakeTimers();
    const hang = vi.spyOn(Contents.prototype, 'getPrintersAsync').mockImplementationOnce(() => new Promise(() => {}));
    const print = createSlipPrinter(() => null);
    const first = print(slip('a'));
    const second = print(slip('b'));
    await vi.advanceTimersByTimeAsync(18_000);
    expect(await first).toEqual(accepted);
    expect(await second).toEqual(accepted);
    hang.mockRestore();
    vi.useRealTimers();
  });
  it.each([
    ['no printer', [], null, 'notSetUp'],
    ['two, and none is named', [printer('slips'), printer('office')], null, 'notSetUp'],
    ['the named one is not there', [printer('office')], 'slips', 'notSetUp'],
    ['out of paper', [printer('slips', { 'printer-state-reasons': 'media-empty-error' })], null, 'paperOut'],
  ])('%s: nothing is sent', async (_, printers, name, fault) => {
    Contents.printers = printers;
    expect(await createSlipPrinter(() => name)(slip('a'))).toEqual({ state: 'failed', fault });
    expect(printed()).toEqual([]);
  });
});

describe('which printer', () => {
  const [slips, office] = [printer('slips'), printer('office')];
  it('the named one, by either of its names', () => {
    expect(choosePrinter([office, slips], 'slips')).toBe(slips);
    expect(choosePrinter([office, slips], 'The slips')).toBe(slips);
  });
});

describe('what the system says of a printer', () => {
  it.each([
    ['none', '3', null],
    ['', '', null],
    ['media-empty-error', '3', 'paperOut'],
    ['media-needed', '3', 'paperOut'],
    ['media-low-warning', '3', null],
    ['media-empty-warning', '3', null],
    ['cover-open-error,media-low-warning', '3', 'coverOpen'],
    ['offline-report', '3', 'offline'],
    ['paused', '5', 'offline'],
    ['none', '5', 'offline'],
    ['fuser-over-temp-error', '3', 'error'],
    ['connecting-to-device', '4', null],
  ])('%s, state %s: %s', (reasons, state, fault) => {
    expect(faultOf({ options: { 'printer-state-reasons': reasons, 'printer-state': state } })).toBe(fault);
  });
  it('a driver that says nothing has no fault', () => expect(faultOf({ options: {} })).toBeNull());
});

describe('the page of a slip', () => {
  it('is the picture in millimetres, and may load nothing', () => {
    const html = Buffer.from(slipPage(slip('a')).split(',')[1] ?? '', 'base64').toString();
    expect(html).toContain('@page{size:72mm 100mm;margin:0}');
    expect(html).toContain("default-src 'none'; img-src data:");
    expect(html).toContain('src="data:image/png;base64,iVBORw0KGgo="');
  });
  it('what is no picture is not taken', () => {
    expect(ShellSlip.safeParse({ ...slip('a'), png: '"><script>' }).success).toBe(false);
  });
});
