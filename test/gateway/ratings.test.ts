import { readdirSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { v7 as uuidV7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentTypes } from '../../hall-server/export/row-file.ts';
import type { RatingLevel } from '../../shared/commands.ts';
import type { CaseRow, CaseView, RatingFigure, RatingFigures } from '../../shared/rating-ledger.ts';
import type { CounterView, PhoneView, View } from '../../shared/views.ts';
import { accepted, issueLicence, openCounter, ticketOf } from '../support/crowd.ts';
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
import { sheetCells } from '../support/read-sheet.ts';

const words = '标记：我叫王小明，窗口的字太小';
const note = '标记：核实过，屏太小';
const phone = '139 8765 4321';
/** Nothing of these may be found where it does not belong. */
// The whole number, however it is written: four figures of it stand in some id every few hundred runs.
const markers = [/标记/, /王小明/, /8765\D?4321/];

let folder: { path: string; remove: () => void };
let hall: RunningHall;
let now: number;
const logged: string[] = [];
let clerk: Client<CounterView> & { cookies: string };
let manager: Client & { cookies: string };
let kiosk: Client & { cookies: string };
let low: string;
const shown: View[] = [];

beforeAll(async () => {
  now = Date.parse('2026-03-10T09:00:00+08:00');
  folder = temporaryFolder();
  const note = (...said: unknown[]) => logged.push(JSON.stringify(said));
  hall = await startDemoHall({
    ...{ dataDir: folder.path, clock: () => now },
    log: { info: note, warn: note, error: note },
  });
  kiosk = await connectDevice(hall.address, 'ticketKiosk');
  await signIn();
  accepted(await clerk.send(openCounter('counter-01')));
  low = await visit(1);
});
afterAll(async () => {
  for (const client of [kiosk, clerk, manager]) client.close();
  await hall.close();
  folder.remove();
});

/** At the beginning, and again on another day: sessions do not last over night. */
async function signIn() {
  clerk = await connectStaff<CounterView>(hall.address, 'counter', 'clerk01');
  manager = await connectStaff(hall.address, 'admin', 'manager');
}

/** A visit at counter 1, rated by phone twenty seconds after its end. */
async function visit(level: RatingLevel): Promise<string> {
  const issued = accepted(await kiosk.send(issueLicence));
  const { ticketId } = ticketOf(await clerk.send({ type: 'callNext' }));
  accepted(await clerk.send({ type: 'startService', ticketId }));
  now += 300_000;
  accepted(
    await clerk.send({ type: 'finish', ticketId, outcome: 'accepted', externalCaseNo: 'JH-0042', collectOn: null }),
  );
  now += 20_000;
  const own = await connect<PhoneView>(hall.address, { audience: 'phone', link: issued.issued?.link ?? '' });
  accepted(await own.send({ type: 'rateTicket', ticketId, level }));
  if (level === 1) {
    expect((await own.until((view) => view.more !== null)).more).toMatchObject({ sequence: 1 });
    const detail = { indicators: ['108'], answers: [], text: words } as const;
    accepted(await own.send({ type: 'addToRating', ticketId, ...detail }));
    accepted(await own.send({ type: 'agreeToCallBack', ticketId, phone }));
    await own.until((view) => view.more?.sequence === 2);
  }
  shown.push(own.view(), clerk.view());
  own.close();
  return ticketId;
}

const period = 'from=2026-03-01&to=2026-03-31';
const read = async <Body>(path: string, cookies = manager.cookies) =>
  (await request(hall.address, path, undefined, cookies)).body as Body;
const step = async (kind: object, by: Client, texts: object = { note }) =>
  by.send({ type: 'stepCase', ticketId: low, step: kind, texts } as never);
const file = async (what: string, format: string) => {
  const path = `/api/ratings/export?what=${what}&format=${format}&${period}&id=${uuidV7()}`;
  const response = await fetch(hall.address + path, { headers: { cookie: manager.cookies } });
  // Not `text()`: it takes the mark of UTF-8 away.
  const bytes = Buffer.from(await response.arrayBuffer());
  return { bytes, text: bytes.toString('utf8'), type: response.headers.get('content-type') };
};

describe('the ledger', () => {
  it('lists what is due, and shows the facts of one case to whoever follows it up', async () => {
    const [row] = await read<CaseRow[]>(`/api/cases?${period}`);
    expect(row).toMatchObject({
      ...{ ticketId: low, number: 'A001', level: 1, status: 'open', mayCallBack: true, flags: [] },
      due: { what: 'verify', date: '2026-03-13', provisional: false, colour: 'inTime' },
    });
    const one = await read<CaseView>(`/api/cases/${low}`);
    expect(one).toMatchObject({ indicators: ['108'], phone, amRated: false });
    expect(one.said).toMatchObject([{ part: 'rating', text: words }]);
    expect(one.legs.map(({ status }) => status)).toEqual(['waiting', 'called', 'serving']);
    expect(one.steps.map((each) => each.step.kind)).toEqual(['opened', 'callBackAgreed']);
  });

  it('is the managers’: nobody else, and no clerk, reads a case, figures or an export', async () => {
    const desk = await connectStaff(hall.address, 'desk', 'reception');
    for (const cookies of ['', clerk.cookies, desk.cookies, kiosk.cookies]) {
      for (const path of [
        ...[`/api/cases?${period}`, `/api/cases/${low}`, `/api/ratings/figures?${period}`],
        `/api/ratings/export?what=ratings&format=csv&${period}&id=${uuidV7()}`,
        `/api/ratings/export/progress?id=${uuidV7()}`,
      ]) {
        expect(await request(hall.address, path, undefined, cookies), path).toMatchObject({ status: 401 });
      }
    }
    desk.close();
    expect(await request(hall.address, '/api/cases/nobody', undefined, manager.cookies)).toMatchObject({ status: 404 });
    const backwards = '/api/cases?from=2026-03-31&to=2026-03-01';
    expect(await request(hall.address, backwards, undefined, manager.cookies)).toMatchObject({ status: 400 });
  });

  it('takes steps, with what was written kept beside them', async () => {
    accepted(await step({ kind: 'contact', reached: true }, manager, {}));
    accepted(await step({ kind: 'verify' }, manager));
    const one = await read<CaseView>(`/api/cases/${low}`);
    expect(one).toMatchObject({ status: 'verified', tookPart: true, due: { what: 'rectify', date: '2026-03-24' } });
    expect(one.steps.at(-1)).toMatchObject({ step: { kind: 'verify' }, texts: [{ part: 'note', text: note }] });
    shown.push(manager.view());
  });

  it('blacks a name out and erases a text; the record stays whole', async () => {
    const { said } = await read<CaseView>(`/api/cases/${low}`);
    const { commandId = '' } = said[0] ?? {};
    const change = (text: string | null) =>
      request(hall.address, '/api/cases/text', { commandId, part: 'rating', shown: text }, manager.cookies);
    for (const other of ['我叫***，窗口的字太小', '标记：我叫王小明，窗口的字很大', '标记：我叫***，窗口很好***']) {
      expect(await change(other), other).toMatchObject({ status: 400 });
    }
    expect(await change('标记：我叫***，窗口的字太小')).toMatchObject({ status: 200 });
    expect((await read<CaseView>(`/api/cases/${low}`)).said).toMatchObject([
      { text: '标记：我叫***，窗口的字太小', blackedOut: true },
    ]);
    expect(await change(null)).toMatchObject({ status: 200 });
    expect((await read<CaseView>(`/api/cases/${low}`)).said).toMatchObject([{ text: null }]);
    const gone = { commandId: '0198c5d0-0000-7000-8000-000000000000', part: 'rating', shown: null };
    expect(await request(hall.address, '/api/cases/text', gone, manager.cookies)).toMatchObject({ status: 404 });
  });
});

describe('figures', () => {
  const mine = async () => read<RatingFigure>(`/api/ratings/mine?${period}`, clerk.cookies);

  it('show no score of fewer than five, and n and what could be rated beside every score', async () => {
    for (const level of [5, 4, 5] as const) await visit(level);
    const few = await read<RatingFigures>(`/api/ratings/figures?${period}`);
    expect(few.hall).toMatchObject({ ratable: 4, rated: 4, scored: 4, mean: null, levels: null });
    await visit(5);
    const enough = await read<RatingFigures>(`/api/ratings/figures?${period}`);
    expect(enough.hall).toMatchObject({ ratable: 5, rated: 5, scored: 5, mean: 4, levels: [1, 0, 0, 1, 3] });
    expect(enough.counters).toMatchObject([{ key: 'counter-01', scored: 5 }]);
    expect(enough.staff).toMatchObject([{ key: 'clerk01', scored: 5, mean: 4 }]);
  });

  it('an opinion without a ticket is counted apart; a flagged or invalid rating leaves the score and nothing else', async () => {
    const issued = accepted(await kiosk.send(issueLicence));
    const { ticketId } = ticketOf(await clerk.send({ type: 'callNext' }));
    accepted(await clerk.send({ type: 'startService', ticketId }));
    accepted(
      await clerk.send({ type: 'finish', ticketId, outcome: 'accepted', externalCaseNo: null, collectOn: null }),
    );
    const own = await connect<PhoneView>(hall.address, { audience: 'phone', link: issued.issued?.link ?? '' });
    accepted(await own.send({ type: 'rateTicket', ticketId, level: 1 }));
    own.close();
    const { hall: figures, opinions } = await read<RatingFigures>(`/api/ratings/figures?${period}`);
    expect(figures).toMatchObject({ ratable: 6, rated: 6, scored: 5, flagged: 1, mean: 4, meanWithFlagged: 3.5 });
    expect(opinions).toEqual({ given: 0, flagged: 0, mean: null });

    const admin = await connectStaff(hall.address, 'admin', 'admin');
    accepted(await step({ kind: 'proposeInvalid', ground: 'notThisVisit' }, manager));
    expect(await step({ kind: 'decideProposal', approve: true }, manager)).toMatchObject({
      code: 'secondPersonNeeded',
    });
    accepted(await step({ kind: 'decideProposal', approve: true }, admin));
    admin.close();
    const after = await read<RatingFigures>(`/api/ratings/figures?${period}`);
    expect(after.hall).toMatchObject({ ratable: 6, rated: 6, scored: 4, invalid: 1, mean: null });
  });

  it('a clerk is told nothing of a day that is not over, and then an aggregate without a name or a number', async () => {
    expect(await mine()).toMatchObject({ key: 'clerk01', ratable: 0, rated: 0, mean: null });
    now = Date.parse('2026-03-11T09:00:00+08:00');
    await signIn();
    // Four scored ones are too few for a score, whatever the clerk already knows.
    expect(await mine()).toMatchObject({ ratable: 6, rated: 6, scored: 4, mean: null, levels: null });
    expect(await request(hall.address, `/api/ratings/mine?${period}`, undefined, '')).toMatchObject({ status: 401 });
  });
});

describe('exports', () => {
  it('ratings: a line each, with the common core; UTF-8 with its mark; no formula from a visitor', async () => {
    const issued = accepted(await kiosk.send(issueLicence));
    accepted(await clerk.send(openCounter('counter-01')));
    const { ticketId } = ticketOf(await clerk.send({ type: 'callNext' }));
    accepted(await clerk.send({ type: 'startService', ticketId }));
    accepted(
      await clerk.send({ type: 'finish', ticketId, outcome: 'accepted', externalCaseNo: null, collectOn: null }),
    );
    now += 20_000;
    const own = await connect<PhoneView>(hall.address, { audience: 'phone', link: issued.issued?.link ?? '' });
    accepted(await own.send({ type: 'rateTicket', ticketId, level: 4 }));
    const text = '=HYPERLINK("http://x","y"),\n第二行';
    accepted(await own.send({ type: 'addToRating', ticketId, indicators: ['406', '407'], answers: [], text }));
    own.close();

    const csv = await file('ratings', 'csv');
    expect(csv.type).toBe('text/csv; charset=utf-8');
    expect(csv.text.startsWith('\uFEFF')).toBe(true);
    expect(csv.text).toContain(`"'=HYPERLINK(""http://x"",""y""),\n第二行"`);
    const rows = JSON.parse((await file('ratings', 'json')).text) as Record<string, unknown>[];
    expect(rows.map(({ kind }) => kind)).toEqual(['level', 'detail', ...Array(5).fill('level'), 'level', 'detail']);
    expect(rows[0]).toMatchObject({
      ...{ externalCaseNo: 'JH-0042', level: 1, sequence: 1, channel: 'slipQr', indicatorVersion: '2020' },
      ...{ submittedAt: '2026-03-10 09:05:20', laterVerdicts: 'invalid', staffId: 'clerk01', counter: '1' },
      ...{ ratableInPeriod: 7, ratedInPeriod: 7 },
    });
    expect(rows.at(-1)).toMatchObject({ kind: 'detail', level: 4, indicatorCodes: '406,407', text });
    expect(csv.text.slice(1).split('\r\n')[0]?.split(',')).toEqual(Object.keys(rows[0] ?? {}));

    const sheet = await file('ratings', 'xlsx');
    expect(sheet.type).toBe(contentTypes.xlsx);
    expect(sheetCells(sheet.bytes)).toEqual([
      Object.keys(rows[0] ?? {}),
      // An empty cell is not there; a formula stays what it is, text.
      ...rows.map((row) => Object.values(row).map((value) => (value === '' ? null : value))),
    ]);
  });

  it('cases, without what was written in them', async () => {
    const rows = JSON.parse((await file('cases', 'json')).text) as Record<string, unknown>[];
    expect(rows.map(({ status }) => status).toSorted()).toEqual(['invalid', 'open']);
    expect((await file('cases', 'csv')).text).toMatch(/^\uFEFFticketNumber,/);
  });
});

it('a hundred attempts at once through all three doors store one rating', async () => {
  const issued = accepted(await kiosk.send(issueLicence)).issued;
  const { ticketId } = ticketOf(await clerk.send({ type: 'callNext' }));
  accepted(await clerk.send({ type: 'startService', ticketId }));
  const end = { outcome: 'instant', externalCaseNo: null, collectOn: null } as const;
  accepted(await clerk.send({ type: 'finish', ticketId, ...end }));
  now += 20_000;
  const link = issued?.link ?? '';
  const tablet = await connectDevice(hall.address, 'ratingKiosk', 'rating-kiosk-01');
  const exit = await connectDevice(hall.address, 'ratingKiosk', 'rating-kiosk-exit');
  const find = `/api/rating/find?slot=${exit.slot}`;
  expect(await request(hall.address, find, { link }, exit.cookies)).toMatchObject({ status: 200 });
  const again = ({ slot, cookies }: typeof exit) => connect(hall.address, { audience: 'device', slot }, cookies);
  const doors = [
    () => connect(hall.address, { audience: 'phone', link }),
    () => again(tablet),
    () => again(exit),
  ] as const;
  const clients = await Promise.all(Array.from({ length: 100 }, (_, n) => doors[n % 3]?.() ?? expect.fail()));
  const answers = await Promise.all(
    clients.map((client, n) => {
      const level = ([1, 2, 3, 4, 5] as const)[n % 5] ?? 5;
      return client.send({ type: 'rateTicket', ticketId, level });
    }),
  );
  for (const client of [...clients, tablet, exit]) client.close();
  const said = answers.map((answer) => (answer.ok ? 'stored' : answer.code));
  expect(said.filter((one) => one === 'stored')).toHaveLength(1);
  expect(said.filter((one) => one === 'alreadyRated')).toHaveLength(99);
  const rows = JSON.parse((await file('ratings', 'json')).text) as { kind: string; ticketDay: string }[];
  expect(rows.filter(({ kind, ticketDay }) => kind === 'level' && ticketDay === '2026-03-11')).toHaveLength(2);
});

it('whoever served the visit changes no word that was said about it, manager or not', async () => {
  const served = await connectStaff<CounterView>(hall.address, 'counter', 'manager');
  const issued = accepted(await kiosk.send(issueLicence)).issued;
  accepted(await served.send(openCounter('counter-02')));
  const { ticketId } = ticketOf(await served.send({ type: 'callNext' }));
  accepted(await served.send({ type: 'startService', ticketId }));
  const end = { outcome: 'instant', externalCaseNo: null, collectOn: null } as const;
  accepted(await served.send({ type: 'finish', ticketId, ...end }));
  now += 20_000;
  const own = await connect<PhoneView>(hall.address, { audience: 'phone', link: issued?.link ?? '' });
  accepted(await own.send({ type: 'rateTicket', ticketId, level: 2 }));
  accepted(await own.send({ type: 'addToRating', ticketId, indicators: [], answers: [], text: words }));
  own.close();
  served.close();
  const admin = await connectStaff(hall.address, 'admin', 'admin');
  const { said, amRated } = await read<CaseView>(`/api/cases/${ticketId}`, admin.cookies);
  expect(amRated).toBe(false);
  const change = { commandId: said[0]?.commandId, part: 'rating', shown: null };
  const ask = (cookies: string) => request(hall.address, '/api/cases/text', change, cookies);
  expect(await ask(manager.cookies)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  expect(await ask(admin.cookies)).toMatchObject({ status: 200 });
  admin.close();
});

it('nothing that a person typed is in the journal, a log line, a public view, an address or a file of the database outside its own table', () => {
  for (const text of [...logged, ...shown.map((view) => JSON.stringify(view))]) {
    for (const marker of markers) expect(text).not.toMatch(marker);
  }
  const db = new Database(`${folder.path}/hall.sqlite`, { readonly: true });
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[];
  for (const table of tables.filter((name) => name !== 'typed_texts')) {
    const kept = JSON.stringify(db.prepare(`SELECT * FROM ${table}`).all());
    for (const marker of markers) expect(kept, table).not.toMatch(marker);
  }
  expect(JSON.stringify(db.prepare('SELECT * FROM typed_texts').all())).toContain('标记');
  db.close();
  // The number is sealed: not even in the bytes of the files.
  for (const name of readdirSync(folder.path).filter((each) => each.startsWith('hall.sqlite'))) {
    expect(readFileSync(`${folder.path}/${name}`).includes(phone)).toBe(false);
  }
});
