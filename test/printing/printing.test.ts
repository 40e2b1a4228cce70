import { join } from 'node:path';
import { v7 as uuidV7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blankSetup } from '../../hall-server/blank-setup.ts';
import { demoSetup } from '../../hall-server/demo/demo-hall.ts';
import { openHall } from '../../hall-server/hall.ts';
import { openDatabase } from '../../hall-server/store/database.ts';
import { openStore } from '../../hall-server/store/store.ts';
import { createTicketLinks } from '../../hall-server/ticket-links.ts';
import { forecastForIssue } from '../../hall-server/views/picture.ts';
import type { Actor } from '../../shared/actors.ts';
import type { Command } from '../../shared/commands.ts';
import { CommandId, DeviceId, PrinterId, type TicketId } from '../../shared/ids.ts';
import type { PrintFault, SlipState } from '../../shared/printing.ts';
import { Printer, type PrinterConnection } from '../../shared/setup.ts';
import { ShellSlip } from '../../shared/shell.ts';
import type { AdminView, DeskView, TicketKioskView } from '../../shared/views.ts';
import { accepted, issueLicence, ticketOf } from '../support/crowd.ts';
import {
  type Client,
  connectDevice,
  connectStaff,
  type RunningHall,
  request,
  startDemoHall,
  temporaryFolder,
} from '../support/hall.ts';
import { freePort } from '../support/server-process.ts';
import { type Behaviour, type SlipPrinter, startSlipPrinter } from '../support/slip-printer.ts';

// The whole hall with real printers on sockets: a ticket is there once, its outcome is known, the front desk is told.

const tuesday = Date.parse('2026-09-22T09:30:00+08:00');
const folder = temporaryFolder();
let hall: RunningHall;
let printer: SlipPrinter;
let kiosk: Client<TicketKioskView> & { slot: string; cookies: string };
let desk: Client<DeskView>;
let admin: Client<AdminView> & { cookies: string };

const usual: Behaviour = {
  condition: 'ok',
  answers: 'truth',
  printingMs: 0,
  diesAfterBytes: null,
  paperEndsAfterRows: null,
};

async function savePrinter(id: string, connection: PrinterConnection) {
  const value = Printer.parse({ id, name: `printer ${id}`, connection, paper: 58, active: true });
  accepted(await admin.send({ type: 'saveSetup', entry: { kind: 'printer', value } }));
}
const network = (port: number): PrinterConnection => ({ via: 'network', host: '127.0.0.1', port });

async function assign(deviceId: string, printerId: string | null) {
  const assignment = { kind: 'ticketKiosk', zone: null, printer: printerId };
  const wish = { deviceId, name: deviceId, assignment };
  expect((await request(hall.address, '/api/devices/assign', wish, admin.cookies)).status).toBe(200);
}

beforeAll(async () => {
  printer = await startSlipPrinter(384);
  hall = await startDemoHall({
    dataDir: folder.path,
    clock: () => tuesday,
    patience: { connect: 1_000, answer: 400, print: 4_000, look: 100 },
  });
  admin = await connectStaff<AdminView>(hall.address, 'admin', 'admin');
  desk = await connectStaff<DeskView>(hall.address, 'desk', 'reception');
  await savePrinter('one', network(printer.port));
  await assign('ticket-kiosk-1', 'one');
  kiosk = await connectDevice<TicketKioskView>(hall.address, 'ticketKiosk', 'ticket-kiosk-1');
});
afterAll(async () => {
  for (const client of [kiosk, desk, admin]) client.close();
  await hall.close();
  await printer.close();
  folder.remove();
});

const slipOf = (view: TicketKioskView, ticketId: TicketId) => view.slips.find((slip) => slip.ticketId === ticketId);
const isOver = (state: SlipState | undefined) => state === 'confirmed' || state === 'failed' || state === 'unknown';

/** A number from the kiosk, and what became of its slip. */
async function issued(from = kiosk) {
  const { ticketId, number } = ticketOf(await from.send(issueLicence));
  const view = await from.until((shown) => isOver(slipOf(shown, ticketId)?.state));
  return { ticketId, number, slip: slipOf(view, ticketId) ?? expect.fail('no slip') };
}

describe.each<[string, Partial<Behaviour>, SlipState, PrintFault | null, slips: 0 | 1]>([
  ['works', {}, 'confirmed', null, 1],
  ['is slow', { printingMs: 500 }, 'confirmed', null, 1],
  ['is low on paper', { condition: 'paperLow' }, 'confirmed', null, 1],
  ['is out of paper', { condition: 'paperOut' }, 'failed', 'paperOut', 0],
  ['is open', { condition: 'coverOpen' }, 'failed', 'coverOpen', 0],
  ['comes to the end of its paper in mid-slip', { paperEndsAfterRows: 300 }, 'failed', 'paperOut', 0],
  ['dies in mid-slip', { diesAfterBytes: 20_000 }, 'unknown', 'connectionLost', 0],
  ['is mute', { answers: 'nothing' }, 'unknown', 'noAnswer', 1],
  ['talks nonsense', { answers: 'nonsense' }, 'unknown', 'noAnswer', 1],
])('K1 a printer that %s', (_, behaviour, state, fault, slips) => {
  test(`the ticket is there once; ${state}; the desk and the administrator know`, async () => {
    Object.assign(printer.behaviour, usual, behaviour);
    const before = { live: desk.view().tickets.length, printed: printer.slips.length };
    const { ticketId, number, slip } = await issued();
    expect(slip).toMatchObject({ state, fault, again: false, printNo: 1, canReprint: true });

    const isTold = fault !== null && fault !== 'noAnswer';
    const shown = await desk.until((view) =>
      view.tickets.some((row) => row.ticketId === ticketId && isOver(row.slip?.state)),
    );
    expect(shown.tickets).toHaveLength(before.live + 1);
    expect(shown.tickets.filter((row) => row.number === number)).toHaveLength(1);
    expect(shown.unprinted.some((row) => row.ticketId === ticketId)).toBe(isTold);
    await expect.poll(() => printer.slips.length - before.printed).toBe(slips);

    const condition =
      fault === 'noAnswer'
        ? 'unknown'
        : fault === 'connectionLost'
          ? 'unreachable'
          : (fault ?? behaviour.condition ?? 'ok');
    const known = await admin.until((view) =>
      view.printers.some((one) => one.printerId === 'one' && one.condition === condition),
    );
    expect(known.printers).toHaveLength(1);
    expect(desk.view().printers.map((one) => one.condition)).toEqual(
      condition === 'ok' || condition === 'unknown' ? [] : [condition],
    );
  });
});

test('K1 a printer that is not there: the ticket is, and the next one prints when it is back', async () => {
  Object.assign(printer.behaviour, usual);
  await savePrinter('one', network(await freePort()));
  const { slip, number } = await issued();
  expect(slip).toMatchObject({ state: 'failed', fault: 'unreachable' });
  await desk.until((view) => view.unprinted.some((row) => row.number === number));
  await savePrinter('one', network(printer.port));
  expect((await issued()).slip.state).toBe('confirmed');
});

test('a reprint is the same ticket, marked, ordered by a person and never while the first may come', async () => {
  Object.assign(printer.behaviour, usual, { condition: 'coverOpen' });
  const { ticketId, number } = await issued();
  Object.assign(printer.behaviour, usual, { printingMs: 300 });
  const before = printer.slips.length;
  expect(ticketOf(await kiosk.send({ type: 'reprintTicket', ticketId }))).toEqual({ ticketId, number });
  expect(await kiosk.send({ type: 'reprintTicket', ticketId })).toMatchObject({ ok: false, code: 'slipOnItsWay' });
  const view = await kiosk.until((shown) => slipOf(shown, ticketId)?.state === 'confirmed');
  expect(slipOf(view, ticketId)).toMatchObject({ again: true, printNo: 2 });
  expect(printer.slips).toHaveLength(before + 1);
  await desk.until((shown) => !shown.unprinted.some((row) => row.ticketId === ticketId));
});

test('the same wish sent again prints nothing more', async () => {
  Object.assign(printer.behaviour, usual);
  const before = printer.slips.length;
  const id = uuidV7();
  const first = ticketOf(await kiosk.send(issueLicence, id));
  await kiosk.until((shown) => slipOf(shown, first.ticketId)?.state === 'confirmed');
  expect(ticketOf(await kiosk.send(issueLicence, id))).toEqual(first);
  await issued();
  expect(printer.slips).toHaveLength(before + 2);
});

test('a burst is printed in order, one slip a number', async () => {
  Object.assign(printer.behaviour, usual);
  const before = printer.slips.length;
  const tickets = await Promise.all(Array.from({ length: 8 }, () => kiosk.send(issueLicence).then(ticketOf)));
  await kiosk.until((shown) => tickets.every(({ ticketId }) => slipOf(shown, ticketId)?.state === 'confirmed'));
  expect(printer.slips).toHaveLength(before + 8);
});

describe('a printer behind a kiosk’s shell', () => {
  let box: Client<TicketKioskView> & { slot: string; cookies: string };
  beforeAll(async () => {
    await savePrinter('box', { via: 'shell' });
    await assign('ticket-kiosk-2', 'box');
    box = await connectDevice<TicketKioskView>(hall.address, 'ticketKiosk', 'ticket-kiosk-2');
  });
  afterAll(() => box.close());

  test('its page is given the slip as dots, and tells what became of it', async () => {
    expect(box.view().printer).toMatchObject({ printerId: 'box', byShell: true });
    const { ticketId, number } = ticketOf(await box.send(issueLicence));
    const path = `/api/slip?slot=${box.slot}&ticket=${ticketId}&print=1`;
    const { body, status } = await request(hall.address, path, undefined, box.cookies);
    expect(status).toBe(200);
    const slip = ShellSlip.parse(body);
    expect(slip).toMatchObject({ job: `${ticketId}-1`, widthDots: 384 });
    expect(Buffer.from(slip.png, 'base64').subarray(1, 4).toString()).toBe('PNG');

    const tell: Command = { type: 'recordPrint', ticketId, printNo: 1, state: 'failed', fault: 'paperOut' };
    expect(await kiosk.send(tell), 'another kiosk').toMatchObject({ ok: false, code: 'printNotExpected' });
    accepted(await box.send(tell));
    await desk.until((view) => view.unprinted.some((row) => row.number === number && row.fault === 'paperOut'));
    await admin.until((view) => view.printers.some((one) => one.printerId === 'box' && one.condition === 'paperOut'));
  });

  test('nobody else is given it', async () => {
    const { ticketId } = ticketOf(await box.send(issueLicence));
    const asked = (slot: string, cookies: string, print = 1) =>
      request(hall.address, `/api/slip?slot=${slot}&ticket=${ticketId}&print=${print}`, undefined, cookies);
    expect((await asked(kiosk.slot, kiosk.cookies)).status).toBe(403);
    expect((await asked(box.slot, '')).status).toBe(401);
    expect((await asked(box.slot, box.cookies, 2)).status).toBe(404);
  });
});

describe('for the administrator', () => {
  const test1 = (cookies: string, printerId = 'one') =>
    request(hall.address, '/api/printers/test', { printerId, language: 'en' }, cookies);

  test('a test page says what became of it', async () => {
    Object.assign(printer.behaviour, usual);
    const before = printer.slips.length;
    expect((await test1(admin.cookies)).body).toEqual({ state: 'confirmed', fault: null });
    expect(printer.slips).toHaveLength(before + 1);
    Object.assign(printer.behaviour, usual, { condition: 'paperOut' });
    expect((await test1(admin.cookies)).body).toEqual({ state: 'failed', fault: 'paperOut' });
    expect((await test1(admin.cookies, 'box')).status).toBe(404);
    expect((await test1('')).status).toBe(401);
    const manager = await connectStaff<AdminView>(hall.address, 'admin', 'manager');
    expect((await test1(manager.cookies)).status).toBe(403);
    manager.close();
  });

  test('the slip is shown as it is printed', async () => {
    for (const [paper, dots] of [
      ['58', 384],
      ['80', 576],
    ] as const) {
      const response = await fetch(`${hall.address}/api/slip-sample?paper=${paper}&language=zhHant`, {
        headers: { cookie: admin.cookies },
      });
      expect(response.headers.get('content-type')).toBe('image/png');
      expect(Buffer.from(await response.arrayBuffer()).readUInt32BE(16)).toBe(dots);
    }
    expect((await request(hall.address, '/api/slip-sample?paper=58&language=en')).status).toBe(401);
    expect(
      (await request(hall.address, '/api/slip-sample?paper=59&language=en', undefined, admin.cookies)).status,
    ).toBe(400);
  });

  test('the printed address opens the phone’s page', async () => {
    const response = await fetch(`${hall.address}/T/`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });
});

test('what a stopped server has left: never sent has failed, sent is unknown, and neither is printed', async () => {
  Object.assign(printer.behaviour, usual);
  const left = temporaryFolder();
  const database = openDatabase(join(left.path, 'hall.sqlite'));
  const store = openStore(database.db, blankSetup, tuesday);
  const kioskPrinter = Printer.parse({
    id: 'one',
    name: 'one',
    connection: network(printer.port),
    paper: 58,
    active: true,
  });
  store.saveSetup({ ...demoSetup, printers: [kioskPrinter] });
  const before = openHall({
    store,
    links: createTicketLinks(store.linkKey),
    clock: () => tuesday,
    forecast: forecastForIssue,
    onBug: (error) => expect.fail(String(error)),
  });
  const ask = (command: Command, actor: Actor) => before.execute(command, actor, CommandId.parse(uuidV7()));
  const printerId = PrinterId.parse('one');
  const by: Actor = {
    kind: 'device',
    deviceId: DeviceId.parse('ticket-kiosk-1'),
    assignment: { kind: 'ticketKiosk', zone: null, printer: printerId },
    provenTicketId: null,
  };
  await ask({ type: 'openDay' }, { kind: 'clock' });
  await ask(issueLicence, by);
  await ask(issueLicence, by);
  const second = [...before.state().tickets.values()].find((ticket) => ticket.number.endsWith('002'));
  if (second === undefined) throw new Error('no second ticket');
  await ask(
    { type: 'recordPrint', ticketId: second.id, printNo: 1, state: 'sent', fault: null },
    { kind: 'printer', printerId },
  );
  database.close();

  const printed = printer.slips.length;
  const again = await startDemoHall({ dataDir: left.path, clock: () => tuesday });
  const reception = await connectStaff<DeskView>(again.address, 'desk', 'reception');
  const slips = reception.view().tickets.map(({ number, slip }) => [number, slip?.state, slip?.fault]);
  expect(slips).toEqual([
    ['A001', 'failed', 'serverStopped'],
    ['A002', 'unknown', 'serverStopped'],
  ]);
  expect(reception.view().unprinted).toHaveLength(2);
  reception.close();
  await again.close();
  expect(printer.slips).toHaveLength(printed);
  left.remove();
});
