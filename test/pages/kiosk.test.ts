import type { Browser, Page } from 'playwright-core';
import { create } from 'qrcode';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../shared/browser/hall-connection.ts';
import { type Language, languages } from '../../shared/languages.ts';
import { kioskTexts } from '../../shared/texts/kiosk.ts';
import { launchBrowser } from '../support/browser.ts';
import { textRuns } from '../support/on-glass.ts';
import { openPreview, servePreviews, showPreview } from '../support/preview.ts';
import {
  afterDoubleTap,
  faultsOn,
  foreignWords,
  glasses,
  glassesAndLanguages,
  openKiosk,
  pass,
  showKiosk,
  tap,
  tapBlindly,
} from './kiosk-glass.ts';
import { seriousViolations } from './measure.ts';

let previews: Awaited<ReturnType<typeof servePreviews>>;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  previews = await servePreviews();
  browser = await launchBrowser();
  page = await openKiosk(browser, previews.url, 'kiosk/groups');
});
afterAll(async () => {
  await browser?.close();
  await previews?.close();
});

async function show(fixture: string, language?: Language, answers: readonly Answer[] = []) {
  await showKiosk(page, `kiosk/${fixture}`, language);
  await page.evaluate((next) => {
    window.ticketKiosk.sent = [];
    window.ticketKiosk.answers = [...next];
  }, answers);
  await pass(page, afterDoubleTap);
}

const sent = () => page.evaluate(() => window.ticketKiosk.sent);
const title = () => page.locator('h1').innerText();
const texts = kioskTexts.zhHans;
const soleTrader = /^个体工商户设立登记/;
const unreachable: Answer = { ok: false, code: 'unreachable' };

const steps = [
  'groups',
  'moreGroups',
  'services',
  'servicesNoCounter',
  'servicesFull',
  'issued',
  'issuedNext',
  'issuedNoCounter',
  'missed',
  'missedMany',
  'missedNone',
  'isThisYours',
  'putBack',
  'priority',
  'help',
  'unreachable',
  'dailyLimit',
  'putBackTooLate',
  'notYet',
  'closed',
  'stale',
  'lost',
] as const;

describe('the glass of a kiosk', () => {
  test.each(glassesAndLanguages)(
    'K1 K2 K3 K4 nothing cut, small, close or foreign, six choices at most (%s, %s)',
    async (glass, language) => {
      await page.setViewportSize(glasses[glass]);
      for (const step of steps) {
        await showKiosk(page, `kiosk/${step}`, language);
        expect(await faultsOn(page), step).toEqual([]);
        expect(await foreignWords(page, language), step).toEqual([]);
        expect(await page.locator('.card').count(), step).toBeLessThanOrEqual(6);
      }
      await showKiosk(page, 'kiosk/services', language);
      await pass(page, 60_000);
      expect(await faultsOn(page), 'still there?').toEqual([]);
      await page.setViewportSize(glasses.tall);
    },
  );

  test('contrast, names and roles are right in every kind of step', async () => {
    const glass = await openPreview(browser, previews.url, 'kiosk/groups', { size: glasses.tall });
    for (const step of ['groups', 'servicesFull', 'neverAnswered', 'issued', 'missedMany', 'help', 'stale'] as const) {
      await showPreview(glass, `kiosk/${step}`);
      if (step === 'neverAnswered') await glass.getByRole('button', { name: soleTrader }).click();
      await glass.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
      expect(await seriousViolations(glass), step).toEqual([]);
    }
    await glass.close();
  });
});

describe('taking a number', () => {
  const cards = () => page.locator('.card');

  test('K4 every service is three taps away at most', async () => {
    const asked: string[] = [];
    for (const way of [[0], [1], [2], [3], [4], [5, 0], [5, 1], [5, 2]]) {
      await show('live');
      for (const at of way) {
        await cards().nth(at).tap();
        await pass(page, afterDoubleTap);
      }
      const isSingle = (await cards().count()) === 0;
      if (!isSingle) await cards().last().tap();
      expect(way.length + (isSingle ? 0 : 1)).toBeLessThanOrEqual(3);
      const [one] = await sent();
      asked.push(one?.command.type === 'issueTicket' ? one.command.serviceId : await title());
    }
    expect(asked).toEqual(['A-3', 'T-1', 'L-1', 'F-1', 'W-1', texts.refused.dailyLimitReached?.[0], 'X-0', 'U-0']);
  });

  test('K7 an impatient finger takes one number', async () => {
    await show('live');
    await tapBlindly(page, '.card', 2);
    expect(await sent(), 'the second tap falls on a service that was not there when it began').toEqual([]);
    await pass(page, afterDoubleTap);
    await tapBlindly(page, '.card', 20);
    expect(await sent()).toHaveLength(1);
    expect(await title()).toContain('A012');
  });

  test('while the hall is asked nothing else can be done, however long it takes', async () => {
    await show('neverAnswered');
    await page.getByRole('button', { name: soleTrader }).tap();
    expect(await title()).toBe(texts.taking);
    await pass(page, 120_000);
    await tapBlindly(page, '.ways button:nth-child(2)', 1);
    expect(await title()).toBe(texts.taking);
    expect(
      await page.locator('main button:not([aria-disabled="true"]), .ways button:not([aria-disabled="true"])').count(),
    ).toBe(0);
  });

  test('K3 a press of 3 s whose finger slips by 10 px is a tap, and so is the next', async () => {
    await show('live');
    const box = await page.getByRole('button', { name: /^营业执照/ }).boundingBox();
    if (box === null) throw new Error('no card');
    const [x, y] = [box.x + 40, box.y + 40];
    const fingers = await page.context().newCDPSession(page);
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    const menu = await page.evaluate(() =>
      document.body.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true })),
    );
    expect(menu, 'a long press opens no menu').toBe(false);
    await pass(page, 3_000);
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: x + 10, y }] });
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await page.getByText(texts.chooseService).waitFor();
    await pass(page, afterDoubleTap);
    await tap(page, soleTrader);
    expect(await sent()).toHaveLength(1);
  });

  test('a finger that left the card asks for nothing', async () => {
    await show('services');
    const box = await page.getByRole('button', { name: soleTrader }).boundingBox();
    if (box === null) throw new Error('no card');
    await page.mouse.move(box.x + 40, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x + 40, box.y + box.height + 100);
    await page.mouse.up();
    expect(await sent()).toEqual([]);
  });

  test('the whole way by keys', async () => {
    await show('live');
    for (const question of [texts.chooseGroup, texts.chooseService]) {
      expect(await title()).toBe(question);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await pass(page, afterDoubleTap);
    }
    expect(await title()).toContain('A012');
  });

  test('a wish that was not answered is repeated as the same command, by whatever way', async () => {
    await show('live', 'zhHans', [unreachable, unreachable]);
    await tap(page, /^营业执照/);
    await tap(page, soleTrader);
    await tap(page, texts.tryAgain);
    await tap(page, '返回');
    await tap(page, 'English');
    await tap(page, /^Registering a sole trader/);
    const [first, ...repeated] = await sent();
    expect(first?.command).toEqual({
      type: 'issueTicket',
      serviceId: 'A-0',
      language: 'zhHans',
      priorityClassId: null,
    });
    expect(repeated).toEqual([first, first]);
  });

  test('another wish, or the next visitor with the same one, is another command', async () => {
    await show('live', 'zhHans', [unreachable, unreachable]);
    await tap(page, /^营业执照/);
    await tap(page, soleTrader);
    await tap(page, '返回');
    await tap(page, /^企业设立登记/);
    await pass(page, 91_000);
    await tap(page, /^营业执照/);
    await tap(page, /^企业设立登记/);
    const ids = (await sent()).map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
  });
});

describe('the number', () => {
  const address = 'https://hall.example.gov.cn/t/#0123456789ABCDEFGHJKMNPQRS';

  test('the code on the glass leads a phone to the ticket: 50 mm, with paper all round', async () => {
    const { modules } = create(address, { errorCorrectionLevel: 'M' });
    const dark = Array.from({ length: modules.size ** 2 }, (_, at) => [
      at % modules.size,
      Math.floor(at / modules.size),
    ])
      .filter(([x = 0, y = 0]) => modules.get(y, x))
      .map(([x, y]) => `${x} ${y}`);
    for (const glass of Object.values(glasses)) {
      await page.setViewportSize(glass);
      await showKiosk(page, 'kiosk/issued');
      const path = (await page.locator('.qr path').getAttribute('d')) ?? '';
      expect([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`)).toEqual(dark);
      const box = await page.locator('.qr').boundingBox();
      if (box === null) throw new Error('no code');
      expect((box.width * 18.5 * 25.4) / Math.hypot(glass.width, glass.height)).toBeGreaterThanOrEqual(50);
      const quiet = (4 * box.width) / modules.size;
      const near = (await textRuns(page)).filter(
        ({ box: { left, right, top, bottom } }) =>
          left < box.x + box.width + quiet &&
          right > box.x - quiet &&
          top < box.y + box.height + quiet &&
          bottom > box.y - quiet,
      );
      expect(near.map(({ text }) => text)).toEqual([]);
      expect(Math.min(box.x, glass.width - box.x - box.width)).toBeGreaterThanOrEqual(quiet);
    }
    await page.setViewportSize(glasses.tall);
  });

  test('after 30 s nothing of it is left, and the way back does not lead to it', async () => {
    await show('live');
    await tap(page, 'English');
    await tap(page, /^Business licences/);
    await tap(page, /^Registering a sole trader/);
    expect(await page.getByRole('button', { name: 'Back' }).getAttribute('aria-disabled')).toBe('true');
    await pass(page, 28_000);
    await page.touchscreen.tap(500, 60);
    await pass(page, 28_000);
    expect(await title(), 'a touch gives more time').toContain('A012');
    await pass(page, 3_000);
    expect(await title()).toBe(texts.chooseGroup);
    expect(await page.locator('#page').innerHTML()).not.toMatch(/A012|4821/);
  });

  test('done is done at once', async () => {
    await show('live');
    await tap(page, /^营业执照/);
    await tap(page, soleTrader);
    await tap(page, texts.done);
    expect(await title()).toBe(texts.chooseGroup);
  });
});

describe('nobody there', () => {
  const question = () => page.getByRole('alertdialog');

  test('K6 after 60 s it asks, after 30 s more it has forgotten everything, the language too', async () => {
    await show('live');
    await tap(page, 'English');
    await tap(page, /^Business licences/);
    await pass(page, 58_000);
    expect(await question().count()).toBe(0);
    await pass(page, 2_000);
    expect(await question().innerText()).toContain(kioskTexts.en.stillThere);
    await pass(page, 28_000);
    expect(await question().count()).toBe(1);
    await pass(page, 2_000);
    expect(await question().count()).toBe(0);
    expect(await title()).toBe(texts.chooseGroup);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-Hans-CN');
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  });

  test('a language chosen on the first step is forgotten as well', async () => {
    await show('live');
    await tap(page, '繁體中文');
    expect(await title()).toBe(kioskTexts.zhHant.chooseGroup);
    await pass(page, 91_000);
    expect(await title()).toBe(texts.chooseGroup);
  });

  test('going on is possible as often as needed, and its double tap takes no number', async () => {
    await show('services');
    for (let round = 0; round < 3; round += 1) {
      await pass(page, 70_000);
      expect(await question().innerText()).toMatch(/(19|20) 秒/);
      await tapBlindly(page, '.still-there .primary', 2);
      expect(await question().count()).toBe(0);
      expect(await title()).toBe(texts.chooseService);
    }
    expect(await sent()).toEqual([]);
  });
});

describe('no dead end', () => {
  const lasting = ['dailyLimitReached', 'unknownService', 'dayClosed', 'storageFailing', 'commandIdReused'] as const;
  const refusals: readonly Answer[] = [
    ...lasting.map((code) => ({ ok: false, code }) as const),
    { ok: false, code: 'tooManyRequests' },
    unreachable,
  ];
  test.each(refusals)('refused %j: the button leads on', async (answer) => {
    await show('live', 'zhHans', [answer]);
    await tap(page, /^营业执照/);
    await tap(page, soleTrader);
    const { refused } = texts;
    expect(await title()).toBe((answer.ok ? undefined : refused[answer.code]?.[0]) ?? refused.other[0]);
    await page.locator('.primary').tap();
    expect(await page.locator('.card:not([aria-disabled="true"]), .number').count()).toBeGreaterThan(0);
  });

  test.each(languages)('what is said of a refusal always names a next step (%s)', (language) => {
    for (const [code, [what, next]] of Object.entries(kioskTexts[language].refused)) {
      expect(what.length, code).toBeGreaterThan(5);
      expect(next, code).toMatch(/前台|重新取[号號]|front desk|take a new number/);
    }
  });

  test('a full service is known before the hall is asked, and leads back to the others', async () => {
    await show('live');
    await tap(page, /^更多业务类别/);
    await tap(page, /^不动产登记/);
    await tap(page, /^不动产转移登记/);
    expect(await title()).toBe(texts.refused.dailyLimitReached?.[0]);
    await tap(page, texts.chooseOther);
    expect(await title()).toBe(texts.chooseService);
    expect(await sent()).toEqual([]);
  });

  test('help, priority and the way back retrace the steps', async () => {
    await show('live');
    await tap(page, /^营业执照/);
    await tap(page, '求助');
    await page.getByText('12345').waitFor();
    await tap(page, texts.goOn);
    expect(await title()).toBe(texts.chooseService);
    await tap(page, '返回');
    await tap(page, texts.priority);
    await tap(page, texts.goTake);
    expect(await title()).toBe(texts.chooseGroup);
  });

  test.each([
    ['notYet', '09:00'],
    ['closed', '09:00'],
  ] as const)('%s: no numbers, but when, and missed ones are still put back', async (fixture, time) => {
    await show(fixture);
    expect(await page.locator('main').innerText()).toContain(time);
    await tap(page, texts.missed);
    expect(await title()).toBe(texts.chooseMissed);
  });

  test('a hall out of reach is not asked for numbers; people are sent to the front desk', async () => {
    await show('lost');
    expect(await page.locator('main').innerText()).toMatch(/前台.*12345/s);
    expect(await page.locator('main button').count()).toBe(0);
    await tap(page, '求助');
    await page.getByText(texts.helpMore).waitFor();
  });

  test.each(languages)('old figures are shown with their age (%s)', async (language) => {
    await show('stale', language);
    expect(await page.getByRole('status').innerText()).toContain('10:42');
  });
});

describe('a missed number', () => {
  test('is found in order, confirmed once and put back', async () => {
    await show('live');
    await tap(page, texts.missed);
    expect(await page.locator('.card').allInnerTexts()).toEqual(['A007', 'A009', 'T004']);
    await tap(page, 'A007');
    expect(await sent()).toEqual([]);
    await tapBlindly(page, '.primary', 5);
    expect((await sent()).map(({ command }) => command)).toEqual([{ type: 'putBackMissed', ticketId: 'ticket-A007' }]);
    expect(await title()).toMatch(/已恢复排队\s*A007/);
    await pass(page, 31_000);
    expect(await title()).toBe(texts.chooseGroup);
  });

  test('that can no longer be put back leads to a new one', async () => {
    await show('live', 'zhHans', [{ ok: false, code: 'putBackUsedUp' }]);
    await tap(page, texts.missed);
    await tap(page, 'T004');
    await tap(page, texts.putBackYes);
    expect(await page.locator('main').innerText()).toContain('重新取号');
    await page.locator('.primary').tap();
    expect(await title()).toBe(texts.chooseGroup);
  });

  test('asked for again in vain is the same command', async () => {
    await show('live', 'zhHans', [unreachable]);
    await tap(page, texts.missed);
    await tap(page, 'A009');
    await tap(page, texts.putBackYes);
    await tap(page, texts.tryAgain);
    const [first, second] = await sent();
    expect(second).toEqual(first);
  });
});
