import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CounterId, PriorityClassId, ServiceId, TicketId, WorkProfileId } from '../../shared/ids.ts';
import { beatEveryMs, compareRevisions, type HallToClient, type ViewMessage } from '../../shared/protocol.ts';
import type { BoardView, CounterView, DeskView, NowView, PhoneView, TicketKioskView } from '../../shared/views.ts';
import { accepted, clerkCrowd, issueLicence, kioskCrowd, openCounter, ticketOf } from '../support/crowd.ts';
import {
  type Client,
  connect,
  connectDevice,
  connectStaff,
  type RunningHall,
  request,
  startDemoHall,
  temporaryFolder,
} from '../support/hall.ts';

let folder: { path: string; remove: () => void };
let hall: RunningHall;
/** Stands still, so that no forecast drifts while a test looks. */
const now = Date.parse('2026-03-10T09:00:00+08:00');
beforeAll(async () => {
  folder = temporaryFolder();
  hall = await startDemoHall({ dataDir: folder.path, clock: () => now });
});
afterAll(async () => {
  await hall.close();
  folder.remove();
});

/** Every view a client is sent from now on. */
function recorded({ socket }: Client) {
  const messages: ViewMessage[] = [];
  socket.on('view', (message) => messages.push(message));
  return messages;
}

type Beat = Parameters<HallToClient['beat']>[0];
const beat = ({ socket }: Client) => new Promise<Beat>((settle) => socket.once('beat', settle));

const sequence = async () => (await request(hall.address, '/health')).body.sequence;

const phoneFor = (link: string | undefined) =>
  connect<PhoneView>(hall.address, { audience: 'phone', link: link ?? '' });

describe('views are pushed', () => {
  it('on connecting, whole, with the revision they are of', async () => {
    const desk = await connectStaff<DeskView>(hall.address, 'desk', 'reception');
    const messages = recorded(desk);
    const { revision } = accepted(await desk.send(issueLicence));
    await desk.until((view) => view.tickets.length === 1);
    expect(messages.at(-1)).toMatchObject({ revision, now, build: 'test', view: { kind: 'desk' } });
    // Whoever comes later is shown the same at once, without anything having to happen.
    const later = await connectStaff<DeskView>(hall.address, 'desk', 'manager');
    expect(later.view().tickets).toEqual(desk.view().tickets);
    desk.close();
    later.close();
  });

  it('C4 at every change, in order, many of one moment together, the last one always', async () => {
    const board = await connectDevice<BoardView>(hall.address, 'hallScreen');
    const crowd = await kioskCrowd(hall.address, 5);
    const messages = recorded(board);
    const waiting = () => board.view().groups.find((group) => group.groupId === 'licence')?.waiting;
    const before = waiting() ?? 0;
    const answers = await Promise.all(Array.from({ length: 60 }, () => crowd.send(issueLicence)));
    const revisions = answers.map((answer) => accepted(answer).revision);
    await board.until(() => waiting() === before + 60);

    expect(messages.at(-1)?.revision).toEqual(revisions.toSorted(compareRevisions).at(-1));
    for (const [index, { revision }] of messages.entries()) {
      const earlier = messages[index - 1]?.revision ?? { generation: 0, sequence: 0 };
      expect(compareRevisions(revision, earlier)).toBeGreaterThanOrEqual(0);
    }
    expect(messages.length).toBeGreaterThanOrEqual(1);
    expect(messages.length).toBeLessThan(30);
    crowd.close();
    board.close();
  });

  it('what is shown is never ahead of what is acknowledged on the disk, and never misses it', async () => {
    const kiosk = await connectDevice<TicketKioskView>(hall.address, 'ticketKiosk');
    const messages = recorded(kiosk);
    for (let issued = 0; issued < 10; issued += 1) {
      const { revision } = accepted(await kiosk.send(issueLicence));
      while (compareRevisions(messages.at(-1)?.revision ?? { generation: 0, sequence: 0 }, revision) < 0) {
        await new Promise((settle) => kiosk.socket.once('view', settle));
      }
      expect(messages.at(-1)?.revision.sequence).toBeLessThanOrEqual(await sequence());
    }
    kiosk.close();
  });

  it('two pages of one clerk show the same; another clerk sees his own counter', async () => {
    const crowd = await clerkCrowd(hall.address, 'clerk01', 2);
    const [one, two] = crowd.clients as [Client<CounterView>, Client<CounterView>];
    const other = await connectStaff<CounterView>(hall.address, 'counter', 'clerk02');
    accepted(await one.send(openCounter('counter-01')));
    await Promise.all([one, two].map((page) => page.until((view) => view.counter !== null)));
    expect(two.view()).toEqual(one.view());
    const seen = await other.until((view) => view.counters[0]?.status === 'open');
    expect(seen.counter).toBeNull();
    expect(seen.me.staffId).toBe('clerk02');
    accepted(await one.send({ type: 'closeCounter' }));
    crowd.close();
    other.close();
  });

  it('W2 a public screen and a phone are told nothing about people', async () => {
    const board = await connectDevice<BoardView>(hall.address, 'hallScreen');
    const kiosk = await connectDevice<TicketKioskView>(hall.address, 'ticketKiosk');
    const phone = await phoneFor(accepted(await kiosk.send(issueLicence)).issued?.link);
    const staff = (await request(hall.address, '/api/hall')).body.demoAccounts.map(
      (one: { login: string }) => one.login,
    );
    for (const client of [board, kiosk, phone]) {
      const shown = JSON.stringify(client.view());
      for (const login of staff) expect(shown).not.toContain(login);
      expect(shown).not.toMatch(/staffId|linkHash|link_hash|窗口员/);
    }
    expect(Object.keys(phone.view()).toSorted()).toEqual(
      [
        ...['acceptUntil', 'ahead', 'callNo', 'canCancel', 'counterLabel', 'counterLabels', 'expectedAt', 'finished'],
        ...['further', 'hall', 'issuedAt', 'kind'],
        ...[
          'missedRule',
          'more',
          'next',
          'number',
          'postpone',
          'putBackUntil',
          'rating',
          'remindAhead',
          'serviceName',
          'since',
          'status',
        ],
        ...['ticketId', 'wait', 'zoneName'],
      ].toSorted(),
    );
    for (const client of [board, kiosk, phone]) client.close();
  });
});

describe('phones', () => {
  it('are sent nothing while nothing changes for them, and the change when it does', async () => {
    const desk = await connectStaff<DeskView>(hall.address, 'desk', 'reception');
    const first = accepted(await desk.send(issueLicence));
    const second = accepted(await desk.send(issueLicence));
    const phone = await phoneFor(first.issued?.link);
    const behind = await phoneFor(second.issued?.link);
    const [shown, shownBehind] = [recorded(phone), recorded(behind)];
    const place = behind.view().ahead ?? 0;

    // People behind come and go: no concern of theirs.
    for (let come = 0; come < 3; come += 1) {
      const { ticketId } = ticketOf(await desk.send(issueLicence));
      accepted(await desk.send({ type: 'cancelTicket', ticketId, reason: 'visitorLeft' }));
    }
    accepted(await phone.send({ type: 'cancelTicket', ticketId: phone.view().ticketId, reason: 'visitorLeft' }));
    await phone.until((view) => view.status === 'cancelled');
    await behind.until((view) => view.ahead === place - 1);
    expect(shown.map(({ view }) => (view as PhoneView).status)).toEqual(['cancelled']);
    expect(shownBehind.map(({ view }) => (view as PhoneView).ahead)).toEqual([place - 1]);
    for (const client of [desk, phone, behind]) client.close();
  });

  it('are told at most once a second, and then the newest', async () => {
    const desk = await connectStaff<DeskView>(hall.address, 'desk', 'reception');
    const clerk = await connectStaff<CounterView>(hall.address, 'counter', 'clerk09');
    const [counterId, workProfileId] = [CounterId.parse('counter-09'), WorkProfileId.parse('tax')];
    accepted(await clerk.send({ type: 'openCounter', counterId, workProfileId }));
    const { issued } = accepted(await desk.send({ ...issueLicence, serviceId: ServiceId.parse('tax-invoice') }));
    const phone = await phoneFor(issued?.link);
    const toldAt: number[] = [];
    phone.socket.on('view', () => toldAt.push(performance.now()));

    const { ticketId } = ticketOf(await clerk.send({ type: 'callNext' }));
    for (let recall = 0; recall < 3; recall += 1) accepted(await clerk.send({ type: 'recall', ticketId }));
    accepted(await clerk.send({ type: 'startService', ticketId }));
    const outcome = { outcome: 'instant', externalCaseNo: null, collectOn: null } as const;
    accepted(await clerk.send({ type: 'finish', ticketId, ...outcome }));
    expect(await phone.until((view) => view.status === 'done')).toMatchObject({ rating: 'open' });
    expect(toldAt.length).toBeLessThan(6);
    for (const [index, at] of toldAt.entries()) {
      const earlier = toldAt[index - 1];
      // Timers and the way here may take a little off a second.
      if (earlier !== undefined) expect(at - earlier).toBeGreaterThan(800);
    }
    for (const client of [desk, clerk, phone]) client.close();
  });

  it('an ended visit still has its page, and a second phone with the same slip sees the same', async () => {
    const desk = await connectStaff<DeskView>(hall.address, 'desk', 'reception');
    const answer = await desk.send(issueLicence);
    const [{ issued }, { ticketId }] = [accepted(answer), ticketOf(answer)];
    accepted(await desk.send({ type: 'cancelTicket', ticketId, reason: 'takenByMistake' }));
    const [one, two] = await Promise.all([phoneFor(issued?.link), phoneFor(issued?.link)]);
    expect(one.view()).toMatchObject({ status: 'cancelled', canCancel: false, rating: 'notOpen', ahead: null });
    expect(two.view()).toEqual(one.view());
    for (const client of [desk, one, two]) client.close();
  });
});

describe('whoever scanned the poster', () => {
  it('is shown the same as all others, at the pace of phones, and nothing while nothing changes for them', async () => {
    const desk = await connectStaff<DeskView>(hall.address, 'desk', 'reception');
    const [one, two] = (await Promise.all(
      [1, 2].map(() => connect<NowView>(hall.address, { audience: 'public' })),
    )) as [Client<NowView>, Client<NowView>];
    const shown = recorded(one);
    const waiting = (view: NowView) => view.groups.find((group) => group.groupId === 'licence')?.waiting ?? 0;
    const before = waiting(one.view());
    const taken: string[] = [];
    for (let come = 0; come < 5; come += 1) taken.push(ticketOf(await desk.send(issueLicence)).ticketId);
    await Promise.all([one, two].map((page) => page.until((view) => waiting(view) === before + 5)));
    expect(two.view()).toEqual(one.view());
    expect(shown.length, 'five changes of one moment').toBeLessThanOrEqual(2);

    const told = shown.length;
    const priority = {
      type: 'grantPriority',
      ticketId: TicketId.parse(taken[0]),
      priorityClassId: PriorityClassId.parse('elder'),
    } as const;
    accepted(await desk.send(priority));
    accepted(await desk.send(issueLicence));
    await one.until((view) => waiting(view) === before + 6);
    expect(shown.slice(told).map(({ view }) => waiting(view as NowView))).toEqual([before + 6]);
    expect((await request(hall.address, '/health')).body.connected.phones).toBe(2);
    for (const client of [desk, one, two]) client.close();
  });
});

describe('the beat', () => {
  it('comes every two seconds to everybody and carries the revision, also when nothing happens', async () => {
    const board = await connectDevice<BoardView>(hall.address, 'hallScreen');
    const kiosk = await connectDevice<TicketKioskView>(hall.address, 'ticketKiosk');
    const [first] = await Promise.all([beat(board), beat(kiosk)]);
    const heardAt = performance.now();
    expect(first).toEqual({ revision: { generation: 1, sequence: await sequence() }, now });
    const { revision } = accepted(await kiosk.send(issueLicence));
    const [second, forKiosk] = await Promise.all([beat(board), beat(kiosk)]);
    expect(performance.now() - heardAt).toBeGreaterThan(beatEveryMs * 0.75);
    expect(second).toEqual({ revision, now });
    expect(forKiosk).toEqual(second);
    board.close();
    kiosk.close();
  });
});
