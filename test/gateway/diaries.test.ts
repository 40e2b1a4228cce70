import { readdirSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { v7 as uuidV7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Command } from '../../shared/commands.ts';
import { type DiaryWords, noWords, type OfficerCard } from '../../shared/diary.ts';
import type { OfficersView, OfficerView } from '../../shared/diary-views.ts';
import { languages } from '../../shared/languages.ts';
import { diaryTexts } from '../../shared/texts/diary.ts';
import type { CounterView, View } from '../../shared/views.ts';
import { accepted, issueLicence, kioskCrowd, openCounter, ticketOf } from '../support/crowd.ts';
import {
  type Answered,
  type Client,
  connectStaff,
  type RunningHall,
  request,
  startDemoHall,
  temporaryFolder,
} from '../support/hall.ts';

// The visit this product is for, as a day of the real hall: no appointment, 7 counters, 21 ahead, 10 minutes each.

const minute = 60_000;
const card: OfficerCard = { name: '梁*能', sex: 'male', ageBand: 'to35', occupation: '标记店主' };
const whole = '梁大能';
const words: DiaryWords = {
  ...noWords('zhHans'),
  title: '标记一：没有预约也办成了',
  told: {
    gate: { minutes: 1, how: 'under' },
    find: { minutes: 2, how: 'under' },
    wait: { minutes: 30, how: 'about' },
    service: { minutes: 10, how: 'about' },
    total: { minutes: 45, how: 'about' },
  },
  trips: 2,
  story: '标记二：开了两家店，每年来办一次。\n七个窗口，等了约三十分钟 <script>alert("我")</script> & 很整洁。',
  comparison: '标记三：别的区要跑三趟，十到十五天。',
  score: 9,
  suggestions: [
    { id: 'sign', text: '标记四：窗口的提示牌小，*发光字*不够清楚。' },
    { id: 'spot', text: '标记五：当场出证就好了。' },
  ],
};
const note = '标记六：少跑一趟，是最实在的要求。';
const cutWords = '开了两家店';

let folder: { path: string; remove: () => void };
let hall: RunningHall;
let now = Date.parse('2026-03-10T14:03:00+08:00');
let manager: Client & { cookies: string };
let desk: Client & { cookies: string };
let link = '';
let ticketId = '';
let slip = { number: '', code: '' };
const logged: string[] = [];
const shown: View[] = [];
const hear = (...said: unknown[]) => logged.push(JSON.stringify(said));
const log = { info: hear, warn: hear, error: hear };

async function open() {
  hall = await startDemoHall({ dataDir: folder.path, clock: () => now, log });
  manager = await connectStaff(hall.address, 'admin', 'manager');
  desk = await connectStaff(hall.address, 'desk', 'reception');
}

beforeAll(async () => {
  folder = temporaryFolder();
  await open();
  const enrolled = await manager.send({ type: 'enrolOfficer', card, consent: ['keep', 'publish', 'quote'] });
  link = accepted(enrolled).invited?.link ?? '';
  await theSeedsVisit();
});
afterAll(async () => {
  for (const client of [manager, desk]) client.close();
  await hall.close();
  folder.remove();
});

async function theSeedsVisit() {
  const clerks = await Promise.all(
    Array.from({ length: 7 }, (_, n) => connectStaff<CounterView>(hall.address, 'counter', `clerk0${n + 1}`)),
  );
  const kiosks = await kioskCrowd(hall.address, 2);
  for (const [n, clerk] of clerks.entries()) accepted(await clerk.send(openCounter(`counter-0${n + 1}`)));
  for (let ahead = 0; ahead < 21; ahead += 1) accepted(await kiosks.send(issueLicence));
  const own = accepted(await kiosks.send(issueLicence));
  expect(own.issued).toMatchObject({ ahead: 21 });
  slip = { number: own.ticket?.number ?? '', code: own.issued?.code ?? '' };
  ticketId = own.ticket?.ticketId ?? '';

  const serve = async (clerk: Client, walk = 0) => {
    const called = ticketOf(await clerk.send({ type: 'callNext' }));
    now += walk * minute;
    accepted(await clerk.send({ type: 'startService', ticketId: called.ticketId }));
    return called;
  };
  const ended = { outcome: 'accepted', externalCaseNo: null, collectOn: null };
  const finish = async (clerk: Client, served: { ticketId: string } | undefined) =>
    accepted(await tell(clerk, { type: 'finish', ticketId: served?.ticketId, ...ended }));
  for (let round = 0; round < 3; round += 1) {
    const served = await Promise.all(clerks.map((clerk) => serve(clerk)));
    now += 10 * minute;
    await Promise.all(clerks.map((clerk, n) => finish(clerk, served[n])));
  }
  const [first] = clerks;
  if (first === undefined) throw new Error('no clerk');
  const mine = await serve(first, 1);
  expect(mine.number).toBe('A022');
  now += 10 * minute;
  await finish(first, mine);
  for (const clerk of clerks) {
    shown.push(clerk.view());
    clerk.close();
  }
  kiosks.close();
}

const officer = async (): Promise<OfficerView> => (await request(hall.address, '/api/officer', { link })).body;
const send = (command: object, by = link): Promise<Answered> =>
  request(hall.address, '/api/officer/command', { link: by, id: uuidV7(), command });
const addVisit = (changes: object = {}) =>
  request(hall.address, '/api/officer/visit', { link, id: uuidV7(), day: '2026-03-10', ...slip, ...changes });
/** By a member of staff; ids are plain texts here. */
const tell = (client: Client, command: object) => client.send(command as Command);
const staffView = async (cookies = manager.cookies): Promise<OfficersView> =>
  (await request(hall.address, '/api/officers', undefined, cookies)).body;
const page = async (path: string) => {
  const response = await fetch(hall.address + path, { redirect: 'manual' });
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    headers: response.headers,
    text: await response.text(),
  };
};
/** What a reader sees of a page: no markup, characters as they are. */
const readable = (text: string) =>
  text
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

describe('an invitation', () => {
  it('opens the officer’s own page, and nothing else does', async () => {
    expect(await officer()).toMatchObject({ officerNo: 1, card, today: '2026-03-10', diaries: [] });
    const forged = [`${link.slice(0, -1)}${link.endsWith('0') ? '1' : '0'}`, '0'.repeat(26)];
    for (const other of forged) {
      expect(await request(hall.address, '/api/officer', { link: other })).toMatchObject({
        status: 404,
        body: { code: 'notFound' },
      });
      expect(await send({ type: 'withdrawDiary', ticketId }, other)).toMatchObject({ status: 404 });
    }
    for (const wrong of [link.toLowerCase(), '', 7, [link]]) {
      expect((await request(hall.address, '/api/officer', { link: wrong })).status).toBe(400);
    }
  });

  it('lets an officer send what is an officer’s, and take a visit in by its slip only', async () => {
    for (const command of [
      { type: 'callNext' },
      { type: 'publishDiary', ticketId, version: 0 },
      { type: 'beginDiary', ticketId, officerNo: 1 },
    ]) {
      expect(await send(command)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    }
    expect(await addVisit({ day: '2026-03-09' })).toMatchObject({ status: 403, body: { code: 'wrongCode' } });
    const wrong = slip.code === '0000' ? '0001' : '0000';
    for (let tried = 0; tried < 4; tried += 1) expect((await addVisit({ code: wrong })).body.code).toBe('wrongCode');
    // Five wrong ones: even the right one waits.
    expect((await addVisit()).body.code).toBe('waitBeforeRetry');
    now += minute;
    expect(await addVisit()).toMatchObject({ status: 200, body: { ok: true } });
    expect((await addVisit()).body).toMatchObject({ ok: false, code: 'diaryBegunAlready' });
  });
});

describe('the draft of the seed’s visit', () => {
  it('is filled from the record: about 30, 10 and 45 minutes', async () => {
    const [draft] = (await officer()).diaries;
    expect(draft).toMatchObject({
      ...{ number: 'A022', day: '2026-03-10', half: 'afternoon', status: 'draft', version: 0, words: null },
      serviceName: { zhHans: '个体工商户设立登记' },
      measured: { wait: 30, walk: 1, service: 10, total: 41 },
    });
    expect((draft?.measured.calledAt ?? 0) - (draft?.measured.issuedAt ?? 0)).toBe(30 * minute);
    expect((await send({ type: 'writeDiary', ticketId, version: 0, words })).body).toMatchObject({ ok: true });
    const [written] = (await officer()).diaries;
    // With the entrance and the way to the counter; what was told stays as it was told.
    expect(written).toMatchObject({ version: 1, doorToEnd: 45, words });
  });

  it('is nobody’s to read before it is approved, and public for nobody', async () => {
    const { diaries, suggestions } = await staffView();
    expect(diaries).toMatchObject([{ status: 'draft', words: null, card }]);
    expect(suggestions).toEqual([]);
    const publish = await tell(manager, { type: 'publishDiary', ticketId, version: 1 });
    expect(publish).toMatchObject({ ok: false, code: 'diaryNotApproved' });
    expect((await page('/diaries/1')).status).toBe(404);
    expect((await page('/diaries/')).text).not.toContain('标记');
  });

  it('is the managers’: nobody else reads officers or diaries', async () => {
    for (const cookies of ['', desk.cookies]) {
      expect((await request(hall.address, '/api/officers', undefined, cookies)).status).toBe(401);
    }
  });
});

describe('publishing', () => {
  it('a cut and a note go back to the officer, who approves them as they are', async () => {
    expect((await send({ type: 'approveDiary', ticketId, version: 1 })).body).toMatchObject({ ok: true });
    // Approved is not read yet by anybody of the hall: the board waits.
    expect((await staffView()).suggestions).toMatchObject([{ mayQuote: true, shown: null }, { shown: null }]);
    expect((await page('/diaries/')).text).not.toContain('标记');
    const story = (await staffView()).diaries[0]?.words?.story ?? '';
    const from = story.indexOf(cutWords);
    const cuts = [{ from, to: from + cutWords.length }];
    accepted(await tell(manager, { type: 'editDiary', ticketId, version: 1, cuts, note }));
    expect(await tell(manager, { type: 'publishDiary', ticketId, version: 2 })).toMatchObject({
      code: 'diaryNotApproved',
    });
    expect((await officer()).diaries[0]).toMatchObject({ isEdited: true, status: 'draft', note, cuts });
    expect((await send({ type: 'approveDiary', ticketId, version: 2 })).body).toMatchObject({ ok: true });
    accepted(await tell(manager, { type: 'publishDiary', ticketId, version: 2 }));
    for (const [suggestionId, state, answer] of [
      ['sign', 'done', '窗口屏已经换大。'],
      ['spot', 'declined', '发证由发证部门决定，已转达。'],
    ] as const) {
      const said = { suggestionId, state, answer: { wording: null, answer } };
      accepted(await tell(manager, { type: 'answerSuggestion', ticketId, ...said }));
    }
  });

  it.each(languages)(
    'the page says everything that was agreed, and is read without a script (%s)',
    async (language) => {
      const texts = diaryTexts[language];
      const { status, type, text, headers } = await page(`/diaries/1?lang=${language}`);
      expect({ status, type }).toEqual({ status: 200, type: 'text/html; charset=utf-8' });
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(text).not.toContain('<script');
      const read = readable(text);
      for (const said of [
        ...[
          card.name,
          texts.sexes.male,
          texts.ages.to35,
          card.occupation ?? '',
          texts.visitDay('2026-03-10', 'afternoon'),
        ],
        ...[words.title ?? '', words.comparison ?? '', note, texts.outOfTen, texts.trips(2), texts.doorToEnd(45)],
        ...[
          '标记二：[…]，每年来办一次。',
          '<script>alert("我")</script> & 很整洁。',
          '标记四：窗口的提示牌小，*发光字*不够清楚。',
        ],
        ...[texts.states.done, texts.states.declined, '窗口屏已经换大。'],
        ...[
          texts.toldMinutes({ minutes: 30, how: 'about' }),
          texts.minutes(41),
          texts.toldMinutes({ minutes: 1, how: 'under' }),
        ],
      ]) {
        expect(read).toContain(said);
      }
      expect(read).not.toContain(cutWords);
      // The visit cannot be looked up from it.
      for (const hidden of [ticketId, 'A022', '14:33', link]) expect(text).not.toContain(hidden);
    },
  );

  it('the Markdown says the same, and no sign of the officer’s becomes markup', async () => {
    const { type, text } = await page('/diaries/1.md');
    expect(type).toBe('text/markdown; charset=utf-8');
    const texts = diaryTexts.zhHans;
    const lines = text.split('\n');
    const row = (line: string) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, -1);
    const table = lines.filter((line) => line.startsWith('| ')).map(row);
    expect(table).toEqual([
      [texts.step, texts.told, texts.measured],
      [texts.steps.gate, '不到 1 分钟', '–'],
      [texts.steps.find, '不到 2 分钟', '–'],
      [texts.steps.wait, '约 30 分钟', '30 分钟'],
      [texts.steps.walk, '–', '1 分钟'],
      [texts.steps.service, '约 10 分钟', '10 分钟'],
      [texts.steps.total, '约 45 分钟', '41 分钟'],
    ]);
    expect(lines.filter((line) => /^\d\. /.test(line))).toEqual([
      '1. 标记四：窗口的提示牌小，\\*发光字\\*不够清楚。（已办到）',
      '2. 标记五：当场出证就好了。（不采纳）',
    ]);
    expect(text).toContain('标记二：[…]，每年来办一次。');
    expect(text).toContain('\\<script\\>');
    expect(text).toContain('**体验评分：9 分（满分 10 分）**');
    expect(text).toContain(note);
  });

  it('the index lists it, and the board what became of each suggestion', async () => {
    const { text } = await page('/diaries/?lang=en');
    const read = readable(text);
    expect(text).toContain('href="/diaries/1?lang=en"');
    for (const said of [
      '标记一',
      '标记四',
      '标记五',
      'Declined',
      '已转达',
      'Registering a sole trader',
      diaryTexts.en.example,
    ]) {
      expect(read).toContain(said);
    }
    expect((await page('/diaries')).headers.get('location')).toBe('/diaries/');
  });

  it.each(['/diaries/2', '/diaries/0', '/diaries/x', '/diaries/1.html', '/diaries/%3Cscript%3E', '/diaries/1.md.md'])(
    '%s is told politely that there is no such diary',
    async (path) => {
      const { status, text } = await page(`${path}?lang=zhHant`);
      expect(status).toBe(404);
      expect(text).toContain(diaryTexts.zhHant.gone);
    },
  );

  it('everything is still there after a restart', async () => {
    const before = [await officer(), await staffView(), (await page('/diaries/1')).text];
    for (const client of [manager, desk]) client.close();
    await hall.close();
    await open();
    expect([await officer(), await staffView(), (await page('/diaries/1')).text]).toEqual(before);
  });
});

describe('withdrawing', () => {
  it('“quote”: the board shows the suggestion in the hall’s words, or not at all', async () => {
    const consent = (kind: string, given: boolean) => send({ type: 'setConsent', officerNo: 1, consent: kind, given });
    expect((await consent('quote', false)).body.ok).toBe(true);
    const board = async () => readable((await page('/diaries/')).text);
    expect(await board()).not.toContain('标记四');
    const answer = { wording: '把窗口的屏换大', answer: '窗口屏已经换大。' };
    accepted(
      await tell(manager, {
        type: 'answerSuggestion',
        ticketId,
        suggestionId: 'sign',
        state: 'done',
        answer,
      }),
    );
    expect(await board()).toContain('把窗口的屏换大');
    expect(await board()).toContain(diaryTexts.zhHans.hallsWording);
    expect(await board()).not.toContain('标记四');
  });

  it('“publish”: page and Markdown are gone at once, and come back only with consent and approval', async () => {
    await send({ type: 'setConsent', officerNo: 1, consent: 'publish', given: false });
    for (const path of ['/diaries/1', '/diaries/1.md']) {
      const { status, text } = await page(path);
      expect(status).toBe(404);
      expect(text).not.toContain('标记');
    }
    expect((await page('/diaries/')).text).not.toContain('标记');
    await send({ type: 'approveDiary', ticketId, version: 2 });
    expect(await tell(manager, { type: 'publishDiary', ticketId, version: 2 })).toMatchObject({
      code: 'consentToPublishNeeded',
    });
    await send({ type: 'setConsent', officerNo: 1, consent: 'publish', given: true });
    accepted(await tell(manager, { type: 'publishDiary', ticketId, version: 2 }));
    expect((await page('/diaries/1')).status).toBe(200);
  });
});

describe('what is personal', () => {
  it('an unmasked name is refused at the door', async () => {
    const enrol = { type: 'enrolOfficer', card: { ...card, name: whole }, consent: ['keep'] };
    expect(await tell(manager, enrol)).toEqual({ ok: false, code: 'malformed' });
  });

  it('the desk marks a ticket by an officer’s number, and is told no name', async () => {
    const kiosks = await kioskCrowd(hall.address, 1);
    const { ticket } = accepted(await kiosks.send(issueLicence));
    kiosks.close();
    const begin = (officerNo: number) => tell(desk, { type: 'beginDiary', ticketId: ticket?.ticketId, officerNo });
    expect(await begin(7)).toMatchObject({ ok: false, code: 'unknownOfficer' });
    accepted(await begin(1));
    expect((await officer()).diaries.map(({ ticketStatus }) => ticketStatus)).toEqual(['waiting', 'done']);
    shown.push(desk.view());
  });

  it('nothing of it is in the journal, a log line, a view or another table; leaving erases all of it', async () => {
    const markers = ['标记', whole, card.name, link];
    for (const text of [...logged, ...shown.map((view) => JSON.stringify(view))]) {
      for (const marker of markers) expect(text).not.toContain(marker);
    }
    const kept = () => {
      const db = new Database(`${folder.path}/hall.sqlite`, { readonly: true });
      const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[];
      const rows = tables.map((table) => [table, JSON.stringify(db.prepare(`SELECT * FROM ${table}`).all())] as const);
      db.close();
      return rows.filter(([, text]) => markers.some((marker) => text.includes(marker))).map(([table]) => table);
    };
    expect(kept().toSorted()).toEqual(['diary_texts', 'officers']);
    const left = await send({ type: 'setConsent', officerNo: 1, consent: 'keep', given: false });
    expect(left.body).toEqual({ ok: true, view: null });
    expect(kept()).toEqual([]);
    expect(await request(hall.address, '/api/officer', { link })).toMatchObject({ status: 404 });
    expect((await page('/diaries/1')).status).toBe(404);
    expect(await staffView()).toMatchObject({ officers: [{ officerNo: 1, card: null }], diaries: [], suggestions: [] });
    // Not even in the bytes of the file, where a deleted row usually stays.
    for (const client of [manager, desk]) client.close();
    await hall.close();
    for (const name of readdirSync(folder.path).filter((each) => each.startsWith('hall.sqlite'))) {
      const bytes = readFileSync(`${folder.path}/${name}`);
      for (const marker of ['标记', card.name]) expect(bytes.includes(marker), `${name}: ${marker}`).toBe(false);
    }
  });
});
