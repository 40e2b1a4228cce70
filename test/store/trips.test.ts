import { v7 as uuidV7 } from 'uuid';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { blankSetup } from '../../hall-server/blank-setup.ts';
import { demoSetup } from '../../hall-server/demo/demo-hall.ts';
import { openHall } from '../../hall-server/hall.ts';
import type { HallEvent } from '../../hall-server/queue/events.ts';
import { openDatabase } from '../../hall-server/store/database.ts';
import { tripsByService } from '../../hall-server/store/statistics.ts';
import { openStore } from '../../hall-server/store/store.ts';
import { createTicketLinks } from '../../hall-server/ticket-links.ts';
import { forecastForIssue } from '../../hall-server/views/picture.ts';
import type { Actor } from '../../shared/actors.ts';
import type { Command, CommandOf, Outcome } from '../../shared/commands.ts';
import { CommandId, StaffId, TicketId } from '../../shared/ids.ts';
import { temporaryFolder } from '../support/hall.ts';

// Trips and days as the tables tell them, against the same told from the journal by other means.

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0).toReversed()) close();
});

const clerk: Actor = { kind: 'staff', staffId: StaffId.parse('clerk01'), role: 'clerk' };
const desk: Actor = { kind: 'staff', staffId: StaffId.parse('reception'), role: 'reception' };
const day = 24 * 3_600_000;
const [counter] = demoSetup.counters;
const licences = demoSetup.services.filter(({ queue }) => queue === 'A').map(({ id }) => id);

function openTestHall() {
  const folder = temporaryFolder();
  const { db, close } = openDatabase(`${folder.path}/hall.sqlite`);
  closing.push(folder.remove, close);
  const clock = { now: Date.parse('2026-09-01T09:00:00+08:00') };
  const store = openStore(db, blankSetup, clock.now);
  store.saveSetup(demoSetup);
  const hall = openHall({
    store,
    links: createTicketLinks(store.linkKey),
    clock: () => clock.now,
    forecast: forecastForIssue,
    onBug: (error) => {
      throw error;
    },
  });
  const ask = async (command: Command, actor: Actor = clerk): Promise<TicketId> => {
    const outcome = await hall.execute(command, actor, CommandId.parse(uuidV7()));
    if (!outcome.ok) throw new Error(`${command.type}: ${outcome.code}`);
    return outcome.ticket?.ticketId ?? TicketId.parse('none');
  };
  const openCounter = async () => {
    if (counter === undefined) throw new Error('no counter');
    await ask({ type: 'openCounter', counterId: counter.id, workProfileId: counter.workProfile });
  };
  /** One visit from number to outcome, joined to an earlier one if there was one. */
  const visit = async (
    service: number,
    outcome: Outcome,
    { earlier = null, caseNo = null }: { earlier?: TicketId | null; caseNo?: string | null } = {},
  ) => {
    const serviceId = licences[service % licences.length] ?? expect.fail('no service');
    const ticketId = await ask({ type: 'issueTicket', serviceId, language: 'zhHans', priorityClassId: null }, desk);
    if (earlier !== null) await ask({ type: 'joinCase', ticketId, earlierTicketId: earlier }, desk);
    await ask({ type: 'callNext' });
    await ask({ type: 'startService', ticketId });
    const finish: CommandOf<'finish'> = { type: 'finish', ticketId, outcome, externalCaseNo: caseNo, collectOn: null };
    await ask(finish);
    clock.now += 60_000;
    return ticketId;
  };
  const nextDay = async (days = 1) => {
    clock.now += days * day;
    await openCounter();
  };
  return { db, visit, nextDay, openCounter };
}

/** Told event by event, without SQL: which days each errand took, and when it ended. */
function fromJournal(db: ReturnType<typeof openDatabase>['db'], from: string, to: string) {
  const rows = z
    .array(z.object({ day: z.string(), event: z.string() }))
    .parse(db.prepare('SELECT day, event FROM journal ORDER BY sequence').all());
  const dayOf = new Map<string, string>();
  const serviceOf = new Map<string, string>();
  const caseOf = new Map<string, string>();
  const endOf = new Map<string, string>();
  for (const row of rows) {
    const event: HallEvent = JSON.parse(row.event);
    if (event.type === 'ticketIssued') {
      dayOf.set(event.ticketId, row.day);
      serviceOf.set(event.ticketId, event.serviceId);
    }
    if (event.type === 'caseJoined') caseOf.set(event.ticketId, event.caseId);
    if (event.type === 'ticketFinished' && event.caseId !== null) {
      caseOf.set(event.ticketId, event.caseId);
      const ends = event.outcome === 'instant' || event.outcome === 'collected';
      if (ends && !endOf.has(event.caseId)) endOf.set(event.caseId, row.day);
    }
  }
  const told = new Map<string, { trips: number[]; days: number[] }>();
  for (const [caseId, end] of endOf) {
    if (end < from || end >= to) continue;
    const visited = [...caseOf].filter(([, of]) => of === caseId).map(([ticket]) => dayOf.get(ticket) ?? '');
    const before = visited.filter((one) => one <= end);
    const first = before.toSorted()[0] ?? end;
    const service = serviceOf.get(caseId) ?? '';
    const figures = told.get(service) ?? { trips: [], days: [] };
    figures.trips.push(new Set(before).size);
    figures.days.push((Date.parse(end) - Date.parse(first)) / day);
    told.set(service, figures);
  }
  const share = (values: readonly number[], part: number) =>
    values.toSorted((a, b) => a - b)[Math.ceil(values.length * part) - 1];
  const figure = (values: readonly number[]) => ({
    mean: values.reduce((sum, one) => sum + one, 0) / values.length,
    median: share(values, 0.5),
    p90: share(values, 0.9),
  });
  return new Map(
    [...told].map(([service, { trips, days }]) => [
      service,
      { cases: trips.length, trips: figure(trips), days: figure(days) },
    ]),
  );
}

test('the diary’s errand: applied for on one day, collected on another, is two trips', async () => {
  const { db, visit, nextDay, openCounter } = openTestHall();
  await openCounter();
  const applied = await visit(0, 'accepted');
  await nextDay(5);
  await visit(0, 'collected', { earlier: applied });
  expect(tripsByService(db, { from: '2026-09-01', to: '2026-10-01' })).toEqual([
    {
      serviceId: licences[0],
      cases: 1,
      trips: { mean: 2, median: 2, p90: 2 },
      days: { mean: 5, median: 5, p90: 5 },
    },
  ]);
  expect(tripsByService(db, { from: '2026-09-01', to: '2026-09-06' }), 'not yet ended').toEqual([]);
});

test('many errands: every figure is what the journal tells', { timeout: 60_000 }, async () => {
  const { db, visit, nextDay, openCounter } = openTestHall();
  await openCounter();
  const open: { ticketId: TicketId; service: number; caseNo: string | null }[] = [];
  // A fixed course of sixty visits over twelve days: joined by slip, by number, twice on one day, never ended.
  for (let turn = 0; turn < 60; turn += 1) {
    if (turn % 5 === 4) await nextDay(1 + (turn % 3));
    const service = (turn * 7) % 4;
    const going = turn % 2 === 0 ? undefined : open.splice((turn * 13) % open.length, 1)[0];
    if (going === undefined) {
      const caseNo = turn % 4 === 0 ? `JH-${turn}` : null;
      const outcome = (['incomplete', 'accepted', 'instant'] as const)[turn % 3] ?? 'accepted';
      const ticketId = await visit(service, outcome, { caseNo });
      if (outcome !== 'instant') open.push({ ticketId, service, caseNo });
    } else {
      const known = going.caseNo === null ? { earlier: going.ticketId } : { caseNo: going.caseNo };
      const outcome = turn % 7 === 0 ? 'incomplete' : 'collected';
      const ticketId = await visit(going.service, outcome, known);
      if (outcome === 'incomplete')
        open.push({ ...going, ticketId: going.caseNo === null ? ticketId : going.ticketId });
    }
  }
  for (const [from, to] of [
    ['2026-09-01', '2027-01-01'],
    ['2026-09-05', '2026-09-15'],
  ] as const) {
    const tables = tripsByService(db, { from, to });
    const told = fromJournal(db, from, to);
    expect(tables.length).toBeGreaterThan(1);
    expect(new Map(tables.map(({ serviceId, ...figures }) => [serviceId as string, figures]))).toEqual(told);
  }
  const all = tripsByService(db, { from: '2026-09-01', to: '2027-01-01' });
  expect(new Set(all.map(({ trips }) => trips.mean)).size, 'services that differ').toBeGreaterThan(1);
});
