import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeviceKind, deviceKinds, type Role } from '../../shared/actors.ts';
import { allowedSenders, Command, type CommandType } from '../../shared/commands.ts';
import { noWords } from '../../shared/diary.ts';
import { rolesOfPage, type StaffPage } from '../../shared/http.ts';
import type { CounterView, PhoneView } from '../../shared/views.ts';
import { accepted, crowdOf, issueLicence, openCounter, ticketOf } from '../support/crowd.ts';
import {
  type Client,
  connect,
  connectDevice,
  connectStaff,
  logIn,
  type RunningHall,
  refusalOf,
  request,
  startDemoHall,
  temporaryFolder,
} from '../support/hall.ts';

let folder: { path: string; remove: () => void };
let hall: RunningHall;
let now: number;

const minute = 60_000;
const forbidden = { ok: false, code: 'forbidden' };

beforeAll(async () => {
  now = Date.parse('2026-03-10T09:00:00+08:00');
  folder = temporaryFolder();
  hall = await startDemoHall({ dataDir: folder.path, clock: () => now });
});
afterAll(async () => {
  await hall.close();
  folder.remove();
});

async function phoneOf(kiosk: Client) {
  const receipt = accepted(await kiosk.send(issueLicence));
  const phone = await connect<PhoneView>(hall.address, { audience: 'phone', link: receipt.issued?.link ?? '' });
  return Object.assign(phone, { ticketId: ticketOf({ ok: true, receipt }).ticketId });
}

const zone = {
  type: 'saveSetup',
  entry: {
    kind: 'zone',
    value: { id: 'C', name: { zhHans: 'C区', zhHant: 'C區', en: 'Zone C' }, active: true },
  },
};

describe('W2 who may send what', () => {
  /** A command of each kind that a schema lets through, about things that do not exist. */
  const samples = (ticketId: string): Record<CommandType, object> => ({
    issueTicket: { ...issueLicence, serviceId: 'no-such-service' },
    grantPriority: { ticketId, priorityClassId: 'elder' },
    addService: { ticketId, serviceId: 'no-such-service' },
    dropService: { ticketId, serviceId: 'no-such-service' },
    reserveTicket: { ticketId, for: null, reason: null },
    putBackMissed: { ticketId },
    postponeTicket: { ticketId },
    cancelTicket: { ticketId, reason: 'visitorLeft' },
    bookAppointment: { serviceId: 'no-such-service', date: '2026-01-01', slot: '10:00' },
    cancelAppointment: { appointmentId: 'no-such-appointment', reason: 'visitorAsked' },
    importAppointments: {
      rows: [{ serviceId: 'no-such-service', date: '2026-01-01', slot: '10:00', reference: null }],
    },
    checkIn: { appointment: { code: '00000000' }, language: 'zhHans' },
    rateTicket: { ticketId, level: 5 },
    reprintTicket: { ticketId },
    recordPrint: { ticketId, printNo: 1, state: 'confirmed', fault: null },
    addToRating: { ticketId, indicators: [], answers: [], text: null },
    agreeToCallBack: { ticketId, phone: '13800000000' },
    giveOpinion: { level: 3 },
    stepCase: { ticketId, step: { kind: 'contact', reached: true }, texts: {} },
    judgeFlag: { ticketId, step: { kind: 'propose' }, note: 'genuine' },
    enrolOfficer: { card: { name: '梁*能', sex: null, ageBand: null, occupation: null }, consent: [] },
    inviteOfficer: { officerNo: 9 },
    setConsent: { officerNo: 9, consent: 'publish', given: true },
    beginDiary: { ticketId, officerNo: 9 },
    writeDiary: { ticketId, version: 0, words: noWords('zhHans') },
    approveDiary: { ticketId, version: 0 },
    editDiary: { ticketId, version: 0, cuts: [], note: null },
    publishDiary: { ticketId, version: 0 },
    withdrawDiary: { ticketId },
    answerSuggestion: {
      ...{ ticketId, suggestionId: 'none', state: 'planned' },
      answer: { wording: null, answer: null },
    },
    openCounter: { counterId: 'no-such-counter', workProfileId: 'licence' },
    takeOverCounter: { counterId: 'no-such-counter' },
    pauseCounter: { reason: 'lunch' },
    resumeCounter: {},
    closeCounter: {},
    callNext: {},
    recall: { ticketId },
    withdrawCall: { ticketId, reason: 'calledByMistake' },
    startService: { ticketId },
    finish: { ticketId, outcome: 'accepted', externalCaseNo: null, collectOn: null },
    joinCase: { ticketId, earlierTicketId: 'no-such-visit' },
    markMissed: { ticketId },
    acceptMissed: { ticketId },
    hold: { ticketId, reason: 'missingPaper' },
    resume: { ticketId },
    transfer: { ticketId, target: { to: 'queue', queueId: 'T' }, reason: 'nextStep' },
    callChosen: { ticketId, counterId: 'no-such-counter', reason: 'frail' },
    directCounter: { counterId: 'counter-12', order: { to: 'resume' } },
    messageCounter: { counterIds: null, text: 'please' },
    readMessage: { messageId: 'no-such-message' },
    callForHelp: { reason: 'question' },
    answerHelp: { counterId: 'counter-12' },
    endHelp: { counterId: 'counter-12' },
    closeDay: {},
    showEmergency: { messageId: 'no-such-message', devices: null },
    liftEmergency: {},
    saveSetup: { entry: { kind: 'zone', value: { id: 'no zone!' } } },
    saveSetups: { entries: [zone.entry], others: 'keep' },
    openDay: {},
    jumpNumbers: {},
  });

  const accounts = { reception: 'reception', clerk: 'clerk01', manager: 'manager', administrator: 'admin' } as const;
  const pages = Object.entries(rolesOfPage).flatMap(([page, roles]) => roles.map((role) => ({ page, role })));

  /** Three sockets of one sender: all commands fit into their rate limit. */
  async function senders(kind: Role | DeviceKind | 'phone' | 'public', page: StaffPage | null) {
    if (page !== null) {
      const first = await connectStaff(hall.address, page, accounts[kind as Role]);
      return threeOf(first, { audience: page }, first.cookies);
    }
    if (kind === 'public') {
      const who = { audience: 'public' } as const;
      return threeOf(await connect(hall.address, who), who);
    }
    const device = await connectDevice(hall.address, kind === 'phone' ? 'ticketKiosk' : kind);
    if (kind !== 'phone') {
      return threeOf(device, { audience: 'device', slot: device.slot }, device.cookies);
    }
    const phone = await phoneOf(device);
    const link = (phone.socket.auth as { link: string }).link;
    device.close();
    return Object.assign(await threeOf(phone, { audience: 'phone', link }), { own: phone.ticketId });
  }
  async function threeOf(first: Client, who: Parameters<typeof connect>[1], cookies = '') {
    const [second, third] = [await connect(hall.address, who, cookies), await connect(hall.address, who, cookies)];
    return crowdOf([first, second, third]);
  }

  const table = [
    ...pages.map(({ page, role }) => ({ kind: role, page: page as StaffPage })),
    ...deviceKinds.map((kind) => ({ kind, page: null })),
    { kind: 'phone' as const, page: null },
    { kind: 'public' as const, page: null },
  ];

  it.each(table)('$kind ($page): what is not in the table is forbidden', async ({ kind, page }) => {
    const crowd = await senders(kind, page);
    const ticketId = 'own' in crowd ? String(crowd.own) : 'no-such-ticket';
    for (const [type, fields] of Object.entries(samples(ticketId))) {
      const may = (allowedSenders[type as CommandType] as readonly string[]).includes(kind);
      // The closing of the day would close it for all that follow; its right is shown below.
      if (type === 'closeDay' && may) continue;
      const command = type === 'saveSetup' ? zone : { type, ...fields };
      const answer = await crowd.send(Command.parse(command));
      if (may)
        expect({ type, answer }).not.toMatchObject({ answer: { code: expect.stringMatching(/forbidden|malformed/) } });
      else expect({ type, answer }).toEqual({ type, answer: forbidden });
    }
    crowd.close();
  });

  it('the table itself says what the hall has agreed on', () => {
    const may = (sender: string) =>
      Object.entries(allowedSenders)
        .filter(([, senders]) => (senders as readonly string[]).includes(sender))
        .map(([type]) => type)
        .toSorted();
    expect(may('phone')).toEqual(['addToRating', 'agreeToCallBack', 'cancelTicket', 'postponeTicket', 'rateTicket']);
    expect(may('ticketKiosk')).toEqual([
      'cancelTicket',
      'checkIn',
      'issueTicket',
      'putBackMissed',
      'recordPrint',
      'reprintTicket',
    ]);
    expect(may('public')).toEqual([]);
    expect(may('visitor')).toEqual(['bookAppointment', 'cancelAppointment', 'checkIn']);
    expect(may('ratingKiosk')).toEqual(['addToRating', 'giveOpinion', 'rateTicket']);
    for (const screen of ['hallScreen', 'zoneScreen', 'counterScreen']) expect(may(screen)).toEqual([]);
    expect(may('reception')).toEqual([
      'addService',
      'beginDiary',
      'bookAppointment',
      'cancelAppointment',
      'cancelTicket',
      'checkIn',
      'dropService',
      'grantPriority',
      'issueTicket',
      'joinCase',
      'postponeTicket',
      'putBackMissed',
      'reprintTicket',
      'reserveTicket',
    ]);
    expect(may('printer')).toEqual(['recordPrint']);
    const diaries = ['answerSuggestion', 'editDiary', 'enrolOfficer', 'importAppointments', 'inviteOfficer'];
    expect(may('administrator')).toEqual([
      ...diaries,
      'judgeFlag',
      'liftEmergency',
      'publishDiary',
      'saveSetup',
      'saveSetups',
      'setConsent',
      'showEmergency',
      'stepCase',
      'withdrawDiary',
    ]);
    // Nobody writes or approves for an officer.
    expect(may('officer')).toEqual(['approveDiary', 'beginDiary', 'setConsent', 'withdrawDiary', 'writeDiary']);
    expect(allowedSenders.approveDiary).toEqual(['officer']);
    expect(may('clock')).toEqual(['closeDay', 'jumpNumbers', 'openDay']);
    // Visits are rated by visitors only; the order of the line is broken by the manager only.
    expect(allowedSenders.rateTicket).toEqual(['ratingKiosk', 'phone']);
    expect(allowedSenders.callChosen).toEqual(['manager']);
  });

  it("a phone cannot touch another's ticket, and the ticket stays as it is", async () => {
    const kiosk = await connectDevice(hall.address, 'ticketKiosk');
    const [mine, other] = [await phoneOf(kiosk), await phoneOf(kiosk)];
    const { ticketId } = other;
    expect(await mine.send({ type: 'cancelTicket', ticketId, reason: 'visitorLeft' })).toEqual(forbidden);
    expect(await mine.send({ type: 'rateTicket', ticketId, level: 1 })).toEqual(forbidden);
    expect(other.view().status).toBe('waiting');
    accepted(await other.send({ type: 'cancelTicket', ticketId, reason: 'visitorLeft' }));
    expect((await other.until((view) => view.status === 'cancelled')).canCancel).toBe(false);
    expect(mine.view().status).toBe('waiting');
    for (const client of [kiosk, mine, other]) client.close();
  });

  it('a rating kiosk may rate what its counter has just finished, or what slip it was shown, and nothing else', async () => {
    const kiosk = await connectDevice(hall.address, 'ticketKiosk');
    const rating = await connectDevice(hall.address, 'ratingKiosk', 'rating-kiosk-01');
    const elsewhere = await connectDevice(hall.address, 'ratingKiosk', 'rating-kiosk-02');
    const clerk = await connectStaff<CounterView>(hall.address, 'counter', 'clerk05');
    accepted(await clerk.send(openCounter('counter-01')));
    const issued = accepted(await kiosk.send({ ...issueLicence }));
    const code = issued.issued?.code ?? '';
    // The line may hold others: this one is called when its turn has come.
    let called = ticketOf(await clerk.send({ type: 'callNext' }));
    while (called.ticketId !== issued.ticket?.ticketId) {
      accepted(await clerk.send({ type: 'withdrawCall', ticketId: called.ticketId, reason: 'calledByMistake' }));
      const desk = await connectStaff(hall.address, 'desk', 'reception');
      accepted(await desk.send({ type: 'cancelTicket', ticketId: called.ticketId, reason: 'visitorLeft' }));
      desk.close();
      called = ticketOf(await clerk.send({ type: 'callNext' }));
    }
    const { ticketId, number } = called;
    expect(await rating.send({ type: 'rateTicket', ticketId, level: 5 })).toMatchObject({ code: 'notRatable' });
    accepted(await clerk.send({ type: 'startService', ticketId }));
    accepted(
      await clerk.send({ type: 'finish', ticketId, outcome: 'accepted', externalCaseNo: null, collectOn: null }),
    );
    expect(await elsewhere.send({ type: 'rateTicket', ticketId, level: 1 })).toMatchObject({
      code: 'ratingNotOpenHere',
    });
    const show = (device: { slot: string; cookies: string }, body: object) =>
      request(hall.address, `/api/rating/find?slot=${device.slot}`, body, device.cookies);
    const wrong = code === '0000' ? '1111' : '0000';
    expect((await show(elsewhere, { number, code: wrong })).body).toEqual({ code: 'wrongCode' });
    expect((await show(elsewhere, { number, code })).body).toEqual({ ticketId, number, rating: 'open' });
    accepted(await elsewhere.send({ type: 'rateTicket', ticketId, level: 4 }));
    expect(await rating.send({ type: 'rateTicket', ticketId, level: 5 })).toMatchObject({ code: 'alreadyRated' });
    for (const client of [kiosk, rating, elsewhere, clerk]) client.close();
  });

  it('five wrong codes at a rating kiosk, then a minute of nothing', async () => {
    const rating = await connectDevice(hall.address, 'ratingKiosk', 'rating-kiosk-03');
    const guess = (code: string) =>
      request(hall.address, `/api/rating/find?slot=${rating.slot}`, { number: 'X999', code }, rating.cookies);
    for (let tries = 0; tries < 5; tries += 1) expect((await guess('0000')).body).toEqual({ code: 'wrongCode' });
    expect(await guess('0000')).toMatchObject({ status: 429, body: { code: 'waitBeforeRetry' } });
    now += minute + 1;
    expect((await guess('0000')).body).toEqual({ code: 'wrongCode' });
    rating.close();
  });

  it.each(
    (['desk', 'counter', 'admin'] as const).flatMap((page) =>
      (Object.keys(accounts) as Role[])
        .filter((role) => !(rolesOfPage[page] as readonly Role[]).includes(role))
        .map((role) => ({ page, role })),
    ),
  )('a $role cannot sign in on the $page page', async ({ page, role }) => {
    const answer = await logIn(hall.address, page, accounts[role]);
    expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' }, cookies: '' });
    expect(await refusalOf(hall.address, { audience: page }, answer.cookies)).toBe('notSignedIn');
  });

  it("one page's session is not another's", async () => {
    const { cookies } = await logIn(hall.address, 'desk', 'manager');
    expect(await refusalOf(hall.address, { audience: 'desk' }, cookies)).toBe('accepted');
    expect(await refusalOf(hall.address, { audience: 'counter' }, cookies)).toBe('notSignedIn');
    const renamed = cookies.replace('clearcall-session-desk', 'clearcall-session-counter');
    expect(await refusalOf(hall.address, { audience: 'counter' }, renamed)).toBe('notSignedIn');
    expect((await request(hall.address, '/api/me?page=counter', undefined, renamed)).status).toBe(401);
  });

  it('accounts and devices are for administrators, to look at for managers as well, for nobody else', async () => {
    const cookies = {
      manager: (await logIn(hall.address, 'admin', 'manager')).cookies,
      administrator: (await logIn(hall.address, 'admin', 'admin')).cookies,
      clerk: (await logIn(hall.address, 'counter', 'clerk01')).cookies,
      nobody: '',
    };
    const asked = async (path: string, body?: object) => {
      const answers = Object.entries(cookies).map(async ([who, cookie]) => {
        const { status } = await request(hall.address, path, body, cookie);
        return [who, status] as const;
      });
      return Object.fromEntries(await Promise.all(answers));
    };
    for (const path of ['/api/staff', '/api/devices']) {
      expect(await asked(path)).toEqual({ administrator: 200, manager: 200, clerk: 401, nobody: 401 });
    }
    for (const path of ['/api/staff', '/api/devices/approve', '/api/devices/assign', '/api/devices/revoke']) {
      // Past the door an empty body is malformed.
      expect(await asked(path, {})).toEqual({ administrator: 400, manager: 403, clerk: 401, nobody: 401 });
    }
  });
});
