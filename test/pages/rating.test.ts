import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linkIn } from '../../kiosk/page/use-scanner.ts';
import type { Asked } from '../../shared/browser/ask.ts';
import type { Answer } from '../../shared/browser/hall-connection.ts';
import type { FoundVisit } from '../../shared/http.ts';
import { TicketId } from '../../shared/ids.ts';
import { indicatorsOf } from '../../shared/indicators.ts';
import type { Language } from '../../shared/languages.ts';
import { type RatingNotice, ratingTexts } from '../../shared/texts/rating.ts';
import { ratingLevels, ratingLevelTexts } from '../../shared/texts/rating-levels.ts';
import { ratingMoreTexts } from '../../shared/texts/rating-more.ts';
import { launchBrowser } from '../support/browser.ts';
import { servePreviews } from '../support/preview.ts';
import {
  afterDoubleTap,
  glasses,
  glassesAndLanguages,
  openKiosk,
  pass,
  showKiosk,
  tap,
  tapBlindly,
} from './kiosk-glass.ts';

let previews: Awaited<ReturnType<typeof servePreviews>>;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  previews = await servePreviews();
  browser = await launchBrowser();
  page = await openKiosk(browser, previews.url, 'rating/start');
});
afterAll(async () => {
  await browser?.close();
  await previews?.close();
});

interface HallSays {
  readonly answers?: readonly Answer[];
  readonly found?: readonly Asked<FoundVisit>[];
}

async function show(fixture: string, says: HallSays = {}, language?: Language) {
  await showKiosk(page, `rating/${fixture}`, language);
  await page.evaluate(({ answers = [], found = [] }) => {
    Object.assign(window.ratingKiosk, { sent: [], shown: [], answers: [...answers], found: [...found] });
  }, says);
  await pass(page, afterDoubleTap);
}

const sent = () => page.evaluate(() => window.ratingKiosk.sent);
const shown = () => page.evaluate(() => window.ratingKiosk.shown);
const title = () => page.locator('h1').innerText();
const texts = ratingTexts.zhHans;
const more = ratingMoreTexts.zhHans;

/** A scanner types faster than any person, and ends with Enter. */
async function scan(code: string) {
  await page.evaluate(
    (keys) => {
      for (const key of keys) {
        const target = document.activeElement ?? document.body;
        const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
        // What a browser does of itself with an Enter that nobody has prevented.
        if (target.dispatchEvent(event) && key === 'Enter' && target instanceof HTMLElement) target.click();
      }
    },
    [...code, 'Enter'],
  );
  await pass(page, afterDoubleTap);
}

async function enter(number: string, code: string) {
  await tap(page, texts.enter);
  for (const key of number) await page.getByRole('button', { name: key, exact: true }).tap();
  await tap(page, texts.next);
  for (const key of code) await page.getByRole('button', { name: key, exact: true }).tap();
  await tap(page, texts.find);
}

describe('the question', () => {
  test.each(glassesAndLanguages)('R1 five equal cards in the fixed order (%s, %s)', async (glass, language) => {
    await page.setViewportSize(glasses[glass]);
    await show('question', {}, language);
    const cards = page.locator('.level');
    expect(await cards.allInnerTexts()).toEqual(ratingLevels.map((level) => ratingLevelTexts[language][level]));
    const looks = await cards.evaluateAll((all) =>
      all.map((one) => {
        const { width, height } = one.getBoundingClientRect();
        const face = one.querySelector('svg')?.getBoundingClientRect();
        const { backgroundColor, borderColor, color, fontSize, fontWeight } = getComputedStyle(one);
        const drawn = { backgroundColor, borderColor, color, fontSize, fontWeight };
        return JSON.stringify({ width: width.toFixed(1), height: height.toFixed(1), face: face?.width, ...drawn });
      }),
    );
    expect(new Set(looks).size).toBe(1);
    const corners = await cards.evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect()).map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) })),
    );
    expect(new Set(corners.map(({ x, y }) => (glass === 'wide' ? y : x))).size, 'one row, or one column').toBe(1);
    await page.setViewportSize(glasses.tall);
  });

  test.each(ratingLevels)('one tap is the whole rating (level %d); a shower of taps is one too', async (level) => {
    await show('question');
    await tapBlindly(page, `.level:nth-child(${6 - level})`, 8);
    expect((await sent()).map(({ command }) => command)).toMatchObject([
      { type: 'rateTicket', ticketId: 'ticket-A012', level },
    ]);
    expect(await title()).toBe(texts.thanks);
  });

  test('R2 for 5 s after a rating no touch counts: a hand on its way begins nothing', async () => {
    await show('question');
    await tapBlindly(page, '.level', 1);
    await pass(page, afterDoubleTap);
    await tap(page, more.skip);
    await pass(page, 3_100);
    expect(await title()).toBe(texts.start);
    const enterSlip = page.getByRole('button', { name: texts.enter });
    expect(await enterSlip.getAttribute('aria-disabled')).toBe('true');
    await enterSlip.tap({ force: true });
    expect(await title()).toBe(texts.start);
    await pass(page, 2_000);
    await tap(page, texts.enter);
    expect(await title()).toBe(texts.askNumber);
  });

  test('one face for all: the phone draws the same five', async () => {
    const faces = () => page.locator('.face').evaluateAll((all) => all.map((one) => one.innerHTML));
    await show('question');
    const onKiosk = await faces();
    await showKiosk(page, 'phone/rate');
    expect(await faces()).toEqual(onKiosk);
    expect(new Set(onKiosk).size).toBe(5);
  });

  test.each(['stale', 'lost'])(
    'a server that is not heard: no live button, and what to do instead (%s)',
    async (fixture) => {
      await show(fixture);
      expect(await title()).toBe(texts.silent);
      expect(await page.locator('main button').count()).toBe(0);
      expect(await page.locator('main').innerText()).toContain('手机');
    },
  );

  test('skipped with one tap, or by nobody being there: thanks for 3 s, then the next visitor', async () => {
    for (const leave of [() => tap(page, more.skip), () => pass(page, 20_000)]) {
      await show('question');
      await tapBlindly(page, '.level', 1);
      await pass(page, afterDoubleTap);
      await leave();
      expect(await title()).toBe(texts.thanks);
      expect(await page.locator('.say-more').count()).toBe(0);
      await pass(page, 4_000);
      expect(await title()).toBe(texts.start);
      expect(await sent()).toHaveLength(1);
    }
  });

  test.each(ratingLevels)(
    'after the tap the same number of touches leads out (level %d), and no indicator is cut',
    async (level) => {
      for (const glass of ['wide', 'tall'] as const) {
        await page.setViewportSize(glasses[glass]);
        await show('question', {}, 'en');
        await tapBlindly(page, `.level:nth-child(${6 - level})`, 1);
        await pass(page, afterDoubleTap);
        await tap(page, ratingMoreTexts.en.more);
        expect(await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight)).toBe(true);
        expect(await page.locator('.say-more [aria-pressed="true"]').count()).toBe(0);
        await page.locator('.choice').first().tap();
        await tap(page, ratingMoreTexts.en.next);
        await tap(page, 'Heard only');
        await tap(page, ratingMoreTexts.en.next);
        await tap(page, ratingMoreTexts.en.send);
        const [, { command } = { command: null }, ...others] = await sent();
        expect(command).toEqual({
          ...{ type: 'addToRating', ticketId: 'ticket-A012', indicators: [indicatorsOf[level][3]], text: null },
          answers: [{ question: 'number-seen', answer: 'heard' }],
        });
        expect(others).toEqual([]);
      }
      await page.setViewportSize(glasses.tall);
    },
  );

  test('a hand that drums on the glass says so itself', async () => {
    await show('question');
    await tapBlindly(page, 'h1', 9);
    await tapBlindly(page, '.level', 1);
    const [{ command } = { command: null }] = await sent();
    expect(command).toMatchObject({ type: 'rateTicket', touches: 10 });
  });

  test('a visit just finished is asked about once: rated or not, it is not asked about again', async () => {
    await show('asked');
    await tapBlindly(page, '.level', 1);
    await pass(page, 25_000);
    await pass(page, 5_000);
    expect(await title()).toBe(texts.start);
    await show('asked');
    await tap(page, texts.skip);
    expect(await title()).toBe(texts.start);
    expect(await sent()).toEqual([]);
    await show('askedTooLate');
    expect(await title()).toBe(texts.start);
  });

  test.each(['question', 'asked'])('not to rate is always one tap away (%s)', async (fixture) => {
    for (const glass of Object.values(glasses)) {
      await page.setViewportSize(glass);
      await show(fixture);
      await tap(page, texts.skip);
      expect(await title()).toBe(texts.start);
      expect(await sent()).toEqual([]);
    }
    await page.setViewportSize(glasses.tall);
  });

  test('a rating that was not answered is repeated as the same command', async () => {
    await show('question', { answers: [{ ok: false, code: 'unreachable' }] });
    await tap(page, '不满意');
    expect(await title()).toBe(texts.notices.unreachable[0]);
    await tap(page, texts.tryAgain);
    const [first, second, ...others] = await sent();
    expect(second).toEqual(first);
    expect(others).toEqual([]);
    expect(await title()).toBe(texts.thanks);
  });

  test.each([
    ['alreadyRated', 'given'],
    ['ratingTooLate', 'over'],
    ['notRatable', 'notOpen'],
    ['ratingNotOpenHere', 'refused'],
    ['storageFailing', 'refused'],
  ] as const)('refused as %s it says why and leads on', async (code, notice) => {
    await show('question', { answers: [{ ok: false, code }] });
    await tap(page, '满意');
    expect(await title()).toBe(texts.notices[notice][0]);
    await page.locator('.primary').tap();
    expect(await title()).toBe(texts.start);
  });
});

describe('no slip: an opinion of the hall', () => {
  test('two touches at the exit kiosk, counted under no ticket; thanks, and nothing more is asked', async () => {
    await show('exit');
    await tap(page, more.rateHere);
    expect(await title()).toBe(more.opinionQuestion);
    await tapBlindly(page, '.level:nth-child(2)', 8);
    expect((await sent()).map(({ command }) => command)).toEqual([{ type: 'giveOpinion', level: 4, touches: 1 }]);
    expect(await title()).toBe(texts.thanks);
    await pass(page, 4_000);
    expect(await title()).toBe(texts.start);
    await page.getByRole('button', { name: more.rateHere }).tap({ force: true });
    expect(await title(), 'no touch counts for 5 s').toBe(texts.start);
  });

  test('while the kiosk rests it says so, and the same opinion is sent once more', async () => {
    await show('opinion', { answers: [{ ok: false, code: 'kioskResting' }] });
    await tap(page, '满意');
    expect(await title()).toBe(texts.notices.resting[0]);
    await tap(page, texts.tryAgain);
    const [first, second, ...others] = await sent();
    expect(second).toEqual(first);
    expect(others).toEqual([]);
    expect(await title()).toBe(texts.thanks);
  });

  test("a counter's own tablet does not ask: whoever sits there has it in reach all day", async () => {
    await show('start');
    expect(await page.getByRole('button', { name: more.rateHere }).count()).toBe(0);
  });
});

describe('finding the visit', () => {
  const link = '0123456789ABCDEFGHJKMNPQRS';
  const visit = { ticketId: TicketId.parse('ticket-A012'), number: 'A012' };

  test('the scanner finds it by the code of the slip, whatever has the focus', async () => {
    await show('start');
    await page.getByRole('button', { name: texts.enter }).focus();
    await scan(`https://hall.example.gov.cn/t/#${link}`);
    expect(await shown()).toEqual([{ link }]);
    expect(await title()).toBe(texts.question);
  });

  test.each([
    ['HTTP;//10.0.0.8_T_£', 'another keyboard layout'],
    ['', 'the link alone'],
  ])('a scanner may type %j (%s)', (before) => {
    expect(linkIn(before + link.toLowerCase())).toBe(link);
  });

  test('another code is not ours, and says what to do instead', async () => {
    await show('start');
    await scan('https://example.org/menu');
    expect(await shown()).toEqual([]);
    expect(await title()).toBe(texts.notices.notOurs[0]);
    await tap(page, texts.enterAgain);
    expect(await title()).toBe(texts.askNumber);
  });

  test('a slip scanned in the middle of anything else counts', async () => {
    await show('code');
    await scan(link);
    expect(await title()).toBe(texts.question);
  });

  test('number and code find it as well; what cannot come next cannot be pressed', async () => {
    await show('start');
    await tap(page, texts.enter);
    await page.getByRole('button', { name: '1', exact: true }).tap({ force: true });
    await page.getByRole('button', { name: texts.next }).tap({ force: true });
    expect(await page.locator('.typed').innerText()).toMatch(/^_+$/);
    await tap(page, 'T');
    await tap(page, '4');
    await tap(page, texts.erase);
    await tap(page, texts.erase);
    for (const key of 'A12') await page.getByRole('button', { name: key, exact: true }).tap();
    await tap(page, texts.next);
    for (const key of '482') await page.getByRole('button', { name: key, exact: true }).tap();
    await page.getByRole('button', { name: texts.find }).tap({ force: true });
    expect(await shown()).toEqual([]);
    await tap(page, '1');
    await page.getByRole('button', { name: '9', exact: true }).tap({ force: true });
    await tap(page, texts.find);
    expect(await shown()).toEqual([{ number: 'A012', code: '4821' }]);
    await tap(page, '非常满意');
    expect((await sent()).map(({ command }) => command)).toMatchObject([
      { type: 'rateTicket', ticketId: 'ticket-A012', level: 5 },
    ]);
  });

  const inVain: readonly [Asked<FoundVisit>, RatingNotice, next: string][] = [
    [{ ok: true, answer: { ...visit, rating: 'notOpen' } }, 'notOpen', texts.start],
    [{ ok: true, answer: { ...visit, rating: 'given' } }, 'given', texts.start],
    [{ ok: true, answer: { ...visit, rating: 'over' } }, 'over', texts.start],
    [{ ok: false, code: 'wrongCode' }, 'wrongCode', texts.askNumber],
    [{ ok: false, code: 'waitBeforeRetry' }, 'waitBeforeRetry', texts.start],
    [{ ok: false, code: 'unreachable' }, 'unreachable', texts.question],
    [{ ok: false, code: 'internal' }, 'refused', texts.start],
  ];
  test.each(inVain)('%j: it says so and leads on', async (answer, notice, next) => {
    await show('start', { found: [answer] });
    await enter('A12', '4821');
    expect(await title()).toBe(texts.notices[notice][0]);
    await page.locator('.primary').tap();
    await pass(page, afterDoubleTap);
    expect(await title()).toBe(next);
  });
});

describe('nobody there', () => {
  test('K6 after 60 s it asks, after 30 s more it has forgotten everything, the language too', async () => {
    await show('live');
    await tap(page, 'English');
    await tap(page, ratingTexts.en.skip);
    await tap(page, ratingTexts.en.enter);
    await tap(page, 'A');
    await pass(page, 58_000);
    expect(await page.getByRole('alertdialog').count()).toBe(0);
    await pass(page, 2_000);
    await page.getByRole('alertdialog').waitFor();
    await pass(page, 31_000);
    expect(await title()).toBe(texts.start);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-Hans-CN');
    await tap(page, texts.enter);
    expect(await page.locator('.typed').innerText()).toMatch(/^_+$/);
  });
});
