import type { Browser, BrowserContext, Page } from 'playwright-core';
import { v7 as uuidV7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ratingTexts } from '../../shared/texts/rating.ts';
import { ratingLevelTexts } from '../../shared/texts/rating-levels.ts';
import { ratingMoreTexts } from '../../shared/texts/rating-more.ts';
import type { CounterView, TicketKioskView } from '../../shared/views.ts';
import { launchBrowser, sizes } from '../support/browser.ts';
import { accepted, issueLicence, openCounter, ticketOf } from '../support/crowd.ts';
import {
  type Client,
  connectDevice,
  connectStaff,
  pagesFolder,
  type RunningHall,
  request,
  startDemoHall,
  temporaryFolder,
} from '../support/hall.ts';

// One rating for each visit through whichever door: the visitor's phone, the kiosk at the exit, the tablet at the counter.

const folder = temporaryFolder();
let shift = 0;
let hall: RunningHall;
let browser: Browser;
let context: BrowserContext;
let kiosk: Client<TicketKioskView>;
let clerk: Client<CounterView>;
/** Every address that any of the pages asked for. */
const asked: string[] = [];

beforeAll(async () => {
  hall = await startDemoHall({ dataDir: folder.path, pagesFolder, clock: () => Date.now() + shift });
  browser = await launchBrowser();
  context = await browser.newContext({ hasTouch: true });
  // The hall of a test is of no build: a page would load itself anew once.
  await context.addInitScript(() => sessionStorage.setItem('reloaded-for', 'test'));
  context.on('request', (one) => asked.push(one.url()));
  context.on('page', (page) => page.on('websocket', (one) => asked.push(one.url())));
  kiosk = await connectDevice<TicketKioskView>(hall.address, 'ticketKiosk');
  clerk = await connectStaff<CounterView>(hall.address, 'counter', 'clerk01');
  accepted(await clerk.send(openCounter('counter-01')));
});
afterAll(async () => {
  for (const client of [kiosk, clerk]) client?.close();
  await browser?.close();
  await hall?.close();
  folder.remove();
});

/** A visit from its number to its end. */
async function visit() {
  const issued = accepted(await kiosk.send(issueLicence)).issued;
  const { ticketId, number } = ticketOf(await clerk.send({ type: 'callNext' }));
  accepted(await clerk.send({ type: 'startService', ticketId }));
  const end = { outcome: 'accepted', externalCaseNo: null, collectOn: null } as const;
  accepted(await clerk.send({ type: 'finish', ticketId, ...end }));
  return { number, link: issued?.link ?? '', code: issued?.code ?? '' };
}

async function open(path: string, size: { width: number; height: number }): Promise<Page> {
  const page = await context.newPage();
  await page.setViewportSize(size);
  await page.goto(hall.address + path);
  return page;
}

const words = '标记：我叫王小明';
const { zhHans: texts } = ratingTexts;
const levels = ratingLevelTexts.zhHans;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** A kiosk takes no touch for the first moments of a step: touched again while the button is still there. */
async function press(page: Page, name: string) {
  await button(page, name).waitFor();
  await expect
    .poll(
      async () => {
        await button(page, name)
          .click({ timeout: 500 })
          .catch(() => undefined);
        return button(page, name).count();
      },
      { timeout: 20_000, interval: 300 },
    )
    .toBe(0);
}

/** The same for a key of the keypad, which stays where it is. */
async function type(page: Page, key: string) {
  const typed = () => page.locator('.typed').innerText();
  await button(page, key).waitFor();
  const before = await typed();
  await expect
    .poll(
      async () => {
        if ((await typed()) === before) await button(page, key).click({ timeout: 500 });
        return typed();
      },
      { timeout: 20_000, interval: 700 },
    )
    .not.toBe(before);
}

test('one tap at each of the three doors is a rating; a second door finds it given', { timeout: 120_000 }, async () => {
  const tablet = await open('/rating/?device=rating-kiosk-01', sizes.kiosk);
  await tablet.getByText(texts.start).waitFor();
  const atTablet = visit();
  await tablet.getByText(texts.yourNumber((await atTablet).number)).waitFor();
  shift += 20_000;
  await press(tablet, levels[3]);
  await button(tablet, ratingMoreTexts.zhHans.skip).waitFor();

  const onPhone = await visit();
  shift += 20_000;
  const phone = await open(`/t/#${onPhone.link}`, sizes.phone);
  await press(phone, levels[5]);
  const more = ratingMoreTexts.zhHans;
  await phone.getByText(more.title).waitFor();
  await phone.getByRole('textbox').first().fill(words);
  await press(phone, more.send);
  await phone.getByText(more.addLater).first().waitFor();

  const atExit = await visit();
  shift += 20_000;
  const exit = await open('/rating/?device=rating-kiosk-exit', sizes.kiosk);
  const enter = async ({ number, code }: { number: string; code: string }) => {
    await press(exit, texts.enter);
    // A3, as people say it; the kiosk fills it up to A003.
    for (const key of number.replace(/0+/, '')) await type(exit, key);
    await press(exit, texts.next);
    for (const key of code) await type(exit, key);
    await press(exit, texts.find);
  };
  await enter(atExit);
  await press(exit, levels[1]);
  await press(exit, ratingMoreTexts.zhHans.skip);
  await enter(onPhone);
  await exit.getByText(texts.notices.given[0]).waitFor();

  const manager = await connectStaff(hall.address, 'admin', 'manager');
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(Date.now() + shift);
  const path = `/api/ratings/export?what=ratings&format=json&from=${today}&to=${today}&id=${uuidV7()}`;
  const { body } = await request(hall.address, path, undefined, manager.cookies);
  manager.close();
  expect(body).toMatchObject([
    { level: 3, channel: 'ratingKiosk', sequence: 1, misuseFlags: '' },
    { level: 5, channel: 'slipQr', sequence: 1, misuseFlags: '' },
    { kind: 'detail', text: words },
    { level: 1, channel: 'ratingKiosk', sequence: 1, misuseFlags: '' },
  ]);
  expect(body).toHaveLength(4);

  // An address stands in logs and histories: nothing that a person typed, and no visitor's link.
  expect(asked.length).toBeGreaterThan(20);
  for (const address of asked.map(decodeURIComponent)) {
    for (const secret of [words, onPhone.link, atExit.link]) expect(address).not.toContain(secret);
  }
});
