import { describe, expect, test } from 'vitest';
import { demoSetup } from '../../hall-server/demo/demo-hall.ts';
import { kioskPrinting, unprinted } from '../../hall-server/views/printers.ts';
import { PrinterId } from '../../shared/ids.ts';
import { Printer, type PrinterConnection, type Setup } from '../../shared/setup.ts';
import {
  admin,
  clerk,
  given,
  givenIn,
  kiosk,
  kioskWith,
  later,
  manager,
  openCounters,
  printer,
  reception,
  type Story,
  short,
} from '../support/given.ts';

const network: PrinterConnection = { via: 'network', host: '192.168.1.50', port: 9100 };
const printerEntry = (id: string, connection: PrinterConnection = network, active = true) =>
  Printer.parse({ id, name: `printer ${id}`, connection, paper: 80, active });

const setup: Setup = {
  ...demoSetup,
  rules: {
    ...demoSetup.rules,
    printing: { deskPrinter: PrinterId.parse('desk'), reprintMinutes: 5, whenNoSlip: 'askDesk' },
  },
  printers: [printerEntry('hall'), printerEntry('desk'), printerEntry('box', { via: 'shell' })],
};
const atHall = kioskWith('hall');
const atBox = kioskWith('box');
const issued = givenIn(setup, openCounters(1), atHall.issue('A'));
const slip = (story: Story, number = 'A001') => story.ticket(number).slip;

describe('a slip of its own for each ticket', () => {
  test('is owed from the moment of issue by the printer beside whoever asked', () => {
    expect(slip(issued)).toMatchObject({ printerId: 'hall', printNo: 1, state: 'issued', fault: null });
    expect(slip(issued.given(reception.issue('A')), 'A002')?.printerId).toBe('desk');
    expect(slip(issued.given(atBox.issue('A')), 'A002')?.printerId).toBe('box');
  });

  test('is not promised where nothing prints', () => {
    expect(slip(given(kiosk.issue('A')))).toBeNull();
    expect(slip(given(reception.issue('A')))).toBeNull();
    expect(slip(issued.given(kioskWith('none').issue('A')), 'A002')).toBeNull();
    const off = issued.given(admin.saves({ kind: 'printer', value: printerEntry('hall', network, false) }));
    expect(slip(off.given(atHall.issue('A')), 'A002'), 'switched off').toBeNull();
    const moved = issued.given(admin.saves({ kind: 'printer', value: printerEntry('desk', { via: 'shell' }) }));
    expect(slip(moved.given(reception.issue('A')), 'A002'), 'behind a kiosk’s shell').toBeNull();
  });

  test.each([
    ['issued', ['sent', 'confirmed', 'failed', 'unknown']],
    ['sent', ['confirmed', 'failed', 'unknown']],
    ['confirmed', []],
    ['failed', []],
    ['unknown', []],
  ] as const)('%s may become %j, and nothing else', (from, to) => {
    const before = from === 'issued' ? issued : issued.given(printer('hall').record('A001', from));
    for (const state of ['sent', 'confirmed', 'failed', 'unknown'] as const) {
      const answer = short(before.when(printer('hall').record('A001', state)));
      expect(answer, state).toEqual((to as readonly string[]).includes(state) ? ['printRecorded'] : 'printNotExpected');
    }
  });

  test('is told of by its own printer only, and of the print that is meant', () => {
    expect(short(issued.when(printer('desk').record('A001', 'sent')))).toBe('printNotExpected');
    expect(short(issued.when(printer('hall').record('A001', 'sent', null, 2)))).toBe('printNotExpected');
    expect(short(issued.when(atHall.record('A001', 'confirmed'))), 'a kiosk speaks for no network printer').toBe(
      'printNotExpected',
    );
  });

  test('behind a shell is told of by the kiosk that has the shell', () => {
    const boxed = givenIn(setup, atBox.issue('A'));
    expect(short(boxed.when(atBox.record('A001', 'confirmed')))).toEqual(['printRecorded']);
    expect(short(boxed.when(atHall.record('A001', 'confirmed')))).toBe('printNotExpected');
  });

  test('goes on being told of after the visit has ended', () => {
    const gone = issued.given(reception.cancel('A001'));
    expect(short(gone.when(printer('hall').record('A001', 'failed', 'paperOut')))).toEqual(['printRecorded']);
  });
});

describe('printed again', () => {
  const failed = issued.given(printer('hall').record('A001', 'failed', 'paperOut'));

  test('is the same ticket and the next print', () => {
    const again = failed.given(reception.reprint('A001'));
    expect(slip(again)).toMatchObject({ printerId: 'desk', printNo: 2, state: 'issued', fault: null });
    expect(again.ticket('A001').id).toBe(failed.ticket('A001').id);
    expect(again.state.day?.issued).toBe(1);
  });

  test('never while the first may still come', () => {
    expect(short(issued.when(reception.reprint('A001')))).toBe('slipOnItsWay');
    const sent = issued.given(printer('hall').record('A001', 'sent'));
    expect(short(sent.when(manager.reprint('A001')))).toBe('slipOnItsWay');
    expect(short(sent.given(printer('hall').record('A001', 'unknown')).when(manager.reprint('A001')))).toEqual([
      'ticketReprinted',
    ]);
  });

  test('at a kiosk only where it was taken, and for a few minutes', () => {
    expect(short(failed.when(atHall.reprint('A001')))).toEqual(['ticketReprinted']);
    expect(short(failed.given(later(300)).when(atHall.reprint('A001')))).toEqual(['ticketReprinted']);
    expect(short(failed.given(later(301)).when(atHall.reprint('A001')))).toBe('reprintTooLate');
    expect(short(failed.when(kioskWith('desk').reprint('A001')))).toBe('notIssuedHere');
    expect(short(failed.when(kiosk.reprint('A001')))).toBe('noPrinter');
    expect(short(failed.given(later(3000)).when(reception.reprint('A001')))).toEqual(['ticketReprinted']);
  });

  test('not for a visit that has ended', () => {
    expect(short(failed.given(reception.cancel('A001')).when(reception.reprint('A001')))).toBe('ticketEnded');
  });
});

describe('the set-up of printers', () => {
  test('the front desk’s printer must be there, and cannot be switched off while it is named', () => {
    const rules = { ...setup.rules, printing: { ...setup.rules.printing, deskPrinter: PrinterId.parse('nowhere') } };
    expect(short(issued.when(admin.saves({ kind: 'rules', value: rules })))).toBe('setupRefersToUnknown');
    const off = admin.saves({ kind: 'printer', value: printerEntry('desk', network, false) });
    expect(short(issued.when(off))).toBe('setupStillInUse');
  });

  test('two printers in use have two names', () => {
    const twin = { ...printerEntry('other'), name: 'printer hall' };
    expect(short(issued.when(admin.saves({ kind: 'printer', value: twin })))).toBe('setupDuplicate');
  });

  test.each(['hall', 'printer.hall.local', '192.168.1.50', 'fe80::1'])('%s is an address', (host) => {
    expect(Printer.safeParse({ ...printerEntry('a'), connection: { via: 'network', host, port: 9100 } }).success).toBe(
      true,
    );
  });
  test.each(['', 'http://printer', 'a b', '-x', '../x'])('%j is none', (host) => {
    expect(Printer.safeParse({ ...printerEntry('a'), connection: { via: 'network', host, port: 9100 } }).success).toBe(
      false,
    );
  });
});

describe('who is told', () => {
  const told = (story: Story) => unprinted(story.picture()).map(({ number, state, fault }) => [number, state, fault]);
  const record = printer('hall').record;

  test('K1 the front desk is told of everybody who waits without a slip, for a while', () => {
    const failed = issued.given(record('A001', 'failed', 'paperOut'));
    expect(told(failed)).toEqual([['A001', 'failed', 'paperOut']]);
    expect(told(failed.given(later(901)))).toEqual([]);
    expect(told(failed.given(clerk(1).callNext())), 'called already').toEqual([]);
    expect(told(failed.given(reception.reprint('A001'))), 'printed again').toEqual([]);
  });

  test('a printer that fell silent in the middle is news, one that never speaks is not', () => {
    expect(told(issued.given(record('A001', 'unknown', 'connectionLost')))).toEqual([
      ['A001', 'unknown', 'connectionLost'],
    ]);
    expect(told(issued.given(record('A001', 'unknown', 'noAnswer')))).toEqual([]);
    expect(told(issued.given(record('A001', 'confirmed')))).toEqual([]);
  });

  test('the kiosk is shown what became of the slips taken there, and of no others', () => {
    const story = issued.given(atBox.issue('A'), kiosk.issue('A'), record('A001', 'failed', 'coverOpen'));
    const shown = kioskPrinting(story.picture(), atHall.by);
    expect(shown.slips).toEqual([
      {
        ticketId: story.ticket('A001').id,
        number: 'A001',
        printNo: 1,
        state: 'failed',
        fault: 'coverOpen',
        again: false,
        canReprint: true,
      },
    ]);
    expect(shown.printer).toEqual({
      printerId: 'hall',
      label: 'printer hall',
      condition: 'unknown',
      since: null,
      byShell: false,
    });
    expect(shown.whenNoSlip).toBe('askDesk');
    expect(kioskPrinting(story.picture(), atBox.by).printer?.byShell).toBe(true);
    expect(kioskPrinting(story.picture(), kiosk.by)).toMatchObject({ printer: null, slips: [] });
    expect(kioskPrinting(story.given(later(301)).picture(), atHall.by).slips).toEqual([]);
  });
});
