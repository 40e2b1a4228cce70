import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Command } from '../../shared/commands.ts';
import { diaryTexts } from '../../shared/texts/diary.ts';
import { officerTexts } from '../../shared/texts/officer.ts';
import { launchBrowser, sizes } from '../support/browser.ts';
import { accepted, issueLicence, openCounter, ticketOf } from '../support/crowd.ts';
import {
  type Client,
  connectDevice,
  connectStaff,
  pagesFolder,
  type RunningHall,
  startDemoHall,
  temporaryFolder,
} from '../support/hall.ts';
import { seriousViolations } from './measure.ts';

// An officer writes on the phone what an editor publishes: the real pages, on a real hall.

const folder = temporaryFolder();
let hall: RunningHall;
let browser: Browser;
let phone: Page;
let manager: Client;
let now = Date.parse('2026-03-10T14:03:00+08:00');
let slip = { number: '', code: '' };
let link = '';
const faults: string[] = [];
const texts = officerTexts.zhHans;
const words = diaryTexts.zhHans;

beforeAll(async () => {
  hall = await startDemoHall({ dataDir: folder.path, clock: () => now, pagesFolder });
  manager = await connectStaff(hall.address, 'admin', 'manager');
  const clerk = await connectStaff(hall.address, 'counter', 'clerk01');
  const kiosk = await connectDevice(hall.address, 'ticketKiosk');
  const card = { name: '梁*能', sex: 'male', ageBand: 'to35', occupation: null } as const;
  const enrolled = await manager.send({ type: 'enrolOfficer', card, consent: ['keep', 'publish', 'quote'] });
  link = accepted(enrolled).invited?.link ?? '';
  accepted(await clerk.send(openCounter('counter-01')));
  const own = accepted(await kiosk.send(issueLicence));
  slip = { number: own.ticket?.number ?? '', code: own.issued?.code ?? '' };
  now += 30 * 60_000;
  const { ticketId } = ticketOf(await clerk.send({ type: 'callNext' }));
  accepted(await clerk.send({ type: 'startService', ticketId }));
  now += 10 * 60_000;
  accepted(await clerk.send({ type: 'finish', ticketId, outcome: 'accepted', externalCaseNo: null, collectOn: null }));
  for (const client of [clerk, kiosk]) client.close();
  browser = await launchBrowser();
  phone = await browser.newPage({ viewport: sizes.phone });
  phone.setDefaultTimeout(5_000);
  phone.on('pageerror', (error) => faults.push(error.message));
});
afterAll(async () => {
  manager?.close();
  await browser?.close();
  await hall?.close();
  folder.remove();
});

const button = (name: string | RegExp) => phone.getByRole('button', { name, exact: true });
/** At the width of a usual phone and of the narrowest, nothing has to be pushed sideways. */
async function fits(page: Page) {
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 844 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, `at ${width}`).toBeLessThanOrEqual(width);
  }
}

test('an officer takes in a visit, writes, reads it over and approves; what is published says it', async () => {
  await phone.goto(`${hall.address}/officer/?lang=zhHans#${link}`);
  await phone.getByLabel(texts.number, { exact: true }).fill(slip.number);
  await phone.getByLabel(texts.code).fill(slip.code);
  await button(texts.add).click();
  await button(/A001/).click();
  const record = phone.locator('.officer-record');
  expect(await record.innerText()).toMatch(/14:03[\s\S]*14:33[\s\S]*30 分钟[\s\S]*10 分钟[\s\S]*40 分钟/);
  await fits(phone);
  expect(await seriousViolations(phone)).toEqual([]);

  await phone.getByLabel(`${words.steps.gate} ${texts.minutes}`).fill('1');
  await phone.getByLabel(`${words.steps.total} ${texts.minutes}`).fill('45');
  expect(await button(texts.toPreview).getAttribute('aria-disabled')).toBe('true');
  await phone.getByLabel(texts.story, { exact: true }).fill('我叫梁大能，没有预约。\n很快办好了。');
  await phone.getByText(texts.mayIdentify).waitFor();
  await phone.getByLabel(texts.story, { exact: true }).fill('没有预约。\n很快办好了。');
  await phone.getByLabel(texts.score).selectOption('9');
  await button(texts.addSuggestion).click();
  await phone.getByLabel(texts.suggestion(1), { exact: true }).fill('窗口的牌子大一点。');
  // On the way back what was typed is saved, and is there again.
  await button(texts.back).click();
  await button(/A001/).click();
  expect(await phone.getByLabel(texts.story, { exact: true }).inputValue()).toBe('没有预约。\n很快办好了。');
  expect(await button(texts.saved).getAttribute('aria-disabled')).toBe('true');
  await button(texts.toPreview).click();

  const preview = phone.locator('.officer-preview');
  for (const said of [
    '很快办好了。',
    '窗口的牌子大一点。',
    '梁*能',
    words.toldMinutes({ minutes: 45, how: 'about' }),
  ]) {
    expect(await preview.innerText()).toContain(said);
  }
  await button(texts.approve).click();
  await phone.getByText(texts.waits).waitFor();
  await fits(phone);

  const [ticketId] = await phone.evaluate(async (own) => {
    const answer = await fetch('/api/officer', {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: JSON.stringify({ link: own }),
    });
    const { diaries } = await answer.json();
    return diaries.map((one: { ticketId: string }) => one.ticketId);
  }, link);
  accepted(await manager.send({ type: 'publishDiary', ticketId, version: 1 } as Command));
  expect(faults).toEqual([]);
});

test('the published page and the index are read without a script, on any phone, in each language', async () => {
  const context = await browser.newContext({ viewport: sizes.phone, javaScriptEnabled: false });
  const reader = await context.newPage();
  // English words are the widest, so English has the long pages.
  const read = [['zhHant', '/diaries/9'], ...['1', '', 'example'].map((path) => ['en', `/diaries/${path}`])];
  for (const [language, path] of read) {
    await reader.goto(`${hall.address}${path}?lang=${language}`);
    expect(await reader.locator('h1').count(), path).toBe(1);
    // The style is there: the page has its own margin.
    expect(await reader.locator('main').evaluate((main) => getComputedStyle(main).maxWidth)).toBe('736px');
    await fits(reader);
  }
  await reader.goto(`${hall.address}/diaries/1?lang=zhHans`);
  await reader.getByText('很快办好了。').waitFor();
  await context.close();
  await phone.goto(`${hall.address}/diaries/1?lang=zhHans`);
  expect(await seriousViolations(phone)).toEqual([]);
});

test('a forged or renewed invitation gets a polite page', async () => {
  for (const forged of ['0'.repeat(26), 'nonsense']) {
    await phone.goto('about:blank');
    await phone.goto(`${hall.address}/officer/?lang=zhHans#${forged}`);
    await phone.getByRole('heading', { name: texts.notFound }).waitFor();
  }
});
