import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adviceFor } from '../../hall-server/pages/ticket/advice.ts';
import { isReady } from '../../hall-server/pages/ticket/alerts.ts';
import { TicketId } from '../../shared/ids.ts';
import { indicatorsOf } from '../../shared/indicators.ts';
import { type Language, languages } from '../../shared/languages.ts';
import { commonTexts } from '../../shared/texts/common.ts';
import { phoneTexts } from '../../shared/texts/phone.ts';
import { ratingLevels, ratingLevelTexts } from '../../shared/texts/rating-levels.ts';
import { ratingMoreTexts } from '../../shared/texts/rating-more.ts';
import { severalServicesTexts } from '../../shared/texts/several-services.ts';
import type { PhoneView } from '../../shared/views.ts';
import { launchBrowser, sizes } from '../support/browser.ts';
import { openPreview, servePreviews, showPreview } from '../support/preview.ts';
import { hall, minute, now, services, zoneA } from './fixtures/hall-facts.ts';
import { sent, seriousViolations } from './measure.ts';

let previews: Awaited<ReturnType<typeof servePreviews>>;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  previews = await servePreviews();
  browser = await launchBrowser();
  page = await openPreview(browser, previews.url, 'phone/waiting', { size: sizes.phone });
});
afterAll(async () => {
  await browser?.close();
  await previews?.close();
});

async function show(fixture: string, language: Language = 'zhHans') {
  await showPreview(page, `phone/${fixture}`, language);
}

async function largeType(pixels: number) {
  await page.evaluate((size) => {
    document.documentElement.style.fontSize = `${size}px`;
  }, pixels);
}

const live = [
  'waiting',
  'ready',
  'next',
  'called',
  'calledAgain',
  'serving',
  'held',
  'missed',
  'missedPutBack',
  'rated',
];

/** What lies outside the glass to the right, or is cut inside its own box. */
const wide = () =>
  page.evaluate(() => {
    const cut = [...document.querySelectorAll('h1, h2, p, dd, button, a')].filter(
      (element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline',
    );
    const over = document.documentElement.scrollWidth > document.documentElement.clientWidth;
    return [...cut.map((element) => element.textContent), ...(over ? ['the page'] : [])];
  });

describe('the glass of a phone', () => {
  test.each(languages)(
    'P2 number of at least 96 px, state and what to do on the first screen (%s)',
    async (language) => {
      for (const fixture of live) {
        await show(fixture, language);
        const number = page.locator('.phone-number');
        expect(
          await number.evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
        ).toBeGreaterThanOrEqual(96);
        const advice = await page.locator('.phone-advice').boundingBox();
        expect((advice?.y ?? 0) + (advice?.height ?? Number.POSITIVE_INFINITY), fixture).toBeLessThanOrEqual(844);
        expect(await wide(), fixture).toEqual([]);
      }
    },
  );

  test.each(languages)('P2 nothing is cut at 320 px, nor with text twice as large (%s)', async (language) => {
    await page.setViewportSize({ width: 320, height: 568 });
    for (const fixture of [
      'waiting',
      'ready',
      'calledAgain',
      'missed',
      'rate',
      'collect',
      'missingPapers',
      'lost',
      'notFound',
      'unreachable',
    ]) {
      await show(fixture, language);
      expect(await wide(), fixture).toEqual([]);
      await largeType(32);
      expect(await wide(), `${fixture}, large`).toEqual([]);
      await largeType(16);
    }
    await page.setViewportSize(sizes.phone);
  });

  test.each(languages)('one language at a time, none smaller than 18 px (%s)', async (language) => {
    for (const fixture of [
      ...live,
      'noCounter',
      'rate',
      'collect',
      'missingPapers',
      'cancelled',
      'expired',
      'lost',
      'notFound',
      'unreachable',
    ]) {
      await show(fixture, language);
      // The switch names each language in its own words.
      const words = (await page.locator('main').textContent())?.replaceAll(/简体中文|繁體中文|English/g, '');
      expect(words, fixture).not.toMatch(language === 'en' ? /\p{Script=Han}/u : /[A-Za-z]{2,}/);
      const sizesOfText = await page
        .locator('main *')
        .evaluateAll((all) =>
          all
            .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
            .map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
        );
      expect(Math.min(...sizesOfText), fixture).toBeGreaterThanOrEqual(18);
    }
  });

  test('contrast, names and roles are right in every state', async () => {
    for (const fixture of ['waiting', 'ready', 'called', 'missed', 'rate', 'lost', 'notFound']) {
      await show(fixture, 'zhHans');
      expect(await seriousViolations(page), fixture).toEqual([]);
    }
  });
});

describe('called', () => {
  const yellow = 'rgb(255, 207, 64)';
  const yellows = () =>
    page.evaluate(
      (call) =>
        [...document.querySelectorAll('*')].filter((one) => getComputedStyle(one).backgroundColor === call).length,
      yellow,
    );

  test('the screen turns yellow from edge to edge and names the counter large; nothing else is ever yellow', async () => {
    await show('called');
    // The pulse of a new call steps between yellow and paper.
    await page.addStyleTag({ content: '.phone-hero { animation: none !important }' });
    expect(await yellows()).toBe(1);
    const hero = await page.locator('.phone-hero').boundingBox();
    expect(hero?.width).toBe(sizes.phone.width);
    expect(hero?.height).toBeGreaterThan(500);
    const counter = page.getByText('5 号窗口', { exact: true });
    expect(await counter.evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize))).toBeGreaterThan(60);
    for (const fixture of ['waiting', 'ready', 'serving', 'missed', 'rate']) {
      await show(fixture, 'zhHans');
      expect(await yellows(), fixture).toBe(0);
    }
  });

  test('the tab says so behind other tabs: its title alternates', async () => {
    await show('called');
    await page.waitForFunction(() => document.title === 'A012 请到 5 号窗口');
    await page.waitForFunction(() => document.title === '▶ 轮到您了');
    await show('waiting', 'zhHans');
    expect(await page.title()).toBe('A012 正在等候');
  });
});

describe('a phone that cannot be overlooked', () => {
  /** What the browser was asked to do: notes, vibrations, staying awake. */
  const done = () => page.evaluate(() => window.done ?? []);
  const nextScene = () => page.evaluate(() => dispatchEvent(new Event('next')));
  beforeAll(async () => {
    await page.evaluate(() => {
      const note = (what: string) => {
        window.done = [...(window.done ?? []), what];
      };
      const start = OscillatorNode.prototype.start;
      OscillatorNode.prototype.start = function (when) {
        note('note');
        start.call(this, when);
      };
      Object.defineProperty(navigator, 'vibrate', { configurable: true, value: () => note('vibrate') });
      Object.defineProperty(navigator, 'wakeLock', {
        configurable: true,
        value: {
          request: async () => {
            note('awake');
            return { released: false, release: async () => {} };
          },
        },
      });
    });
  });

  test('get ready once with three ahead, a ring for every call, silence otherwise', async () => {
    await show('visit');
    await page.evaluate(() => {
      sessionStorage.clear();
      window.done = [];
    });
    await page.getByRole('button', { name: phoneTexts.zhHans.soundTurnOn }).click();
    await page.getByRole('button', { name: phoneTexts.zhHans.soundIsOn }).waitFor();
    expect(await done(), 'the trial, and the screen stays on').toEqual(['awake', 'note', 'note']);
    const heard = async () => {
      await page.evaluate(() => {
        window.done = [];
      });
      await nextScene();
      return page.evaluate(
        () =>
          new Promise<readonly string[]>((settle) =>
            requestAnimationFrame(() => requestAnimationFrame(() => settle(window.done ?? []))),
          ),
      );
    };
    const called = ['note', 'note', 'note', 'note', 'note', 'note', 'vibrate'];
    expect(await heard(), 'three ahead').toEqual(['note', 'note', 'vibrate']);
    await page.getByText(phoneTexts.zhHans.ready, { exact: true }).waitFor();
    expect(await page.title()).toBe('A012 请准备');
    expect(await heard(), 'two ahead: said already').toEqual([]);
    expect(await heard(), 'called').toEqual(called);
    expect(await heard(), 'called again').toEqual(called);
    expect(await heard(), 'served').toEqual([]);
  });

  test('untapped it is silent and says what to tap; without any of these it is the same page', async () => {
    await page.evaluate(() => {
      const gone = (on: object, name: string) =>
        Object.defineProperty(on, name, { configurable: true, value: undefined });
      gone(navigator, 'vibrate');
      gone(navigator, 'wakeLock');
      gone(window, 'Notification');
      window.done = [];
      sessionStorage.clear();
    });
    await show('visit');
    for (let scene = 0; scene < 3; scene += 1) await nextScene();
    await page.locator('.phone-hero[data-status="called"]').waitFor();
    expect(await done()).toEqual([]);
    await page.getByRole('button', { name: phoneTexts.zhHans.soundTurnOn }).waitFor();
  });

  test('nobody is told to get ready while no counter is open', async () => {
    expect(isReady({ status: 'waiting', ahead: 1, remindAhead: 3, counterLabels: [] })).toBe(false);
    expect(isReady({ status: 'waiting', ahead: 3, remindAhead: 3, counterLabels: ['1'] })).toBe(true);
    expect(isReady({ status: 'waiting', ahead: 4, remindAhead: 3, counterLabels: ['1'] })).toBe(false);
    expect(isReady({ status: 'called', ahead: null, remindAhead: 3, counterLabels: ['1'] })).toBe(false);
  });
});

describe('I will be late', () => {
  const texts = phoneTexts.zhHans;
  test('the rule is said first, staying on time is one tap away, and yes says what became of it', async () => {
    await show('waiting');
    await page.getByRole('button', { name: texts.postpone }).click();
    await page.getByText(texts.postponeRule(3, 1)).waitFor();
    await page.getByRole('button', { name: texts.postponeNo }).click();
    expect(await sent(page)).toEqual([]);
    await page.getByRole('button', { name: texts.postpone }).click();
    await page.getByRole('button', { name: texts.postponeYes(3) }).click();
    await page.getByText(texts.postponed).waitFor();
    expect(await sent(page)).toEqual([{ type: 'postponeTicket', ticketId: 'ticket-a012' }]);
  });

  test('what did not arrive says so; used up, it is not offered', async () => {
    await show('postponeInVain');
    await page.getByRole('button', { name: texts.postpone }).click();
    await page.getByRole('button', { name: texts.postponeYes(3) }).click();
    await page.getByRole('alert').getByText(commonTexts.zhHans.unreachable).waitFor();
    await show('postponeUsedUp');
    expect(await page.getByRole('button', { name: texts.postpone }).count()).toBe(0);
  });
});

describe('rating', () => {
  test('R1 five equal targets in the fixed order; one tap is the whole rating', async () => {
    await show('rate');
    const levels = page.locator('.phone-levels button');
    expect(await levels.allInnerTexts()).toEqual(ratingLevels.map((level) => ratingLevelTexts.zhHans[level]));
    const boxes = await levels.evaluateAll((all) =>
      all.map((one) => `${one.getBoundingClientRect().width} x ${one.getBoundingClientRect().height}`),
    );
    expect(new Set(boxes).size).toBe(1);
    expect(await page.locator('.phone-levels [aria-pressed="true"]').count()).toBe(0);
    await page
      .getByRole('button', { name: '不满意', exact: true })
      .tap()
      .catch(() => levels.nth(3).click());
    expect(await sent(page)).toEqual([{ type: 'rateTicket', ticketId: 'ticket-a012', level: 2 }]);
  });

  test('a rating that did not arrive says so and may be given again', async () => {
    await show('rateInVain');
    await page.getByRole('button', { name: '基本满意' }).click();
    await page.getByText(commonTexts.zhHans.unreachable).waitFor();
    await page.getByRole('button', { name: '基本满意' }).click();
    expect(await sent(page)).toHaveLength(2);
  });

  test.each(ratingLevels)(
    'after the tap the same may be added at every level (%d), and nothing must be',
    async (level) => {
      const texts = ratingMoreTexts.zhHans;
      await show('rating');
      await page
        .locator('.phone-levels button')
        .nth(5 - level)
        .click();
      const form = page.locator('.phone-more');
      await form.locator('h2').first().waitFor();
      expect(await form.locator('.phone-choices button').count()).toBe(4);
      expect(await form.locator('[aria-pressed="true"]').count()).toBe(0);
      // May we call you back: only now, and only where there is something to mend.
      expect(await form.locator('input[type="tel"]').count()).toBe(level <= 2 ? 1 : 0);
      await form.getByRole('button', { name: texts.more }).click();
      expect(await form.locator('.phone-choices button').count()).toBe(8);
      await form.locator('.phone-choices button').first().click();
      await form.getByRole('button', { name: '两趟' }).click();
      await form.locator('textarea').fill('  谢谢\n大家 ');
      await form.getByRole('button', { name: texts.send, exact: true }).click();
      await form.getByRole('button', { name: texts.addLater }).waitFor();
      expect((await sent(page)).at(-1)).toEqual({
        ...{ type: 'addToRating', ticketId: 'ticket-a012', indicators: [indicatorsOf[level][0]] },
        ...{ answers: [{ question: 'trips', answer: 'two' }], text: '谢谢\n大家' },
      });
    },
  );

  test('151 characters are too many, 150 rare ones are not', async () => {
    await show('rating');
    await page.locator('.phone-levels button').first().click();
    const send = page.getByRole('button', { name: ratingMoreTexts.zhHans.send, exact: true });
    await page.locator('.phone-more textarea').fill('𠮷'.repeat(151));
    await page.getByText(ratingMoreTexts.zhHans.tooLong(1)).waitFor();
    await send.click({ force: true });
    expect(await sent(page)).toHaveLength(1);
    await page.locator('.phone-more textarea').fill('𠮷'.repeat(150));
    await send.click();
    expect(await sent(page)).toHaveLength(2);
  });

  test('a rated visit thanks and asks nothing', async () => {
    await show('rated');
    await page.getByText(phoneTexts.zhHans.rated).waitFor();
    expect(await page.locator('.phone-levels').count()).toBe(0);
  });
});

describe('what is still to come is told once and completely', () => {
  test.each(languages)('each thing to bring, when, where, and that the slip is kept (%s)', async (language) => {
    const section = page.locator('.phone-next');
    await show('missingPapers', language);
    expect(await section.getByRole('listitem').count()).toBe(2);
    expect(await section.textContent()).toContain('A012');
    expect(await section.textContent()).toContain(zoneA[language]);
    await show('collect', language);
    expect(await section.textContent()).toContain('09:00–12:00');
    expect(await section.textContent()).toMatch(language === 'en' ? /Friday.*27 November/ : /11月27日.*星期五/);
    await show('otherService', language);
    await section.getByRole('heading').waitFor();
    await show('rate', language);
    expect(await section.count(), 'nothing to come, nothing said').toBe(0);
  });
});

describe('everything else', () => {
  test('leaving the queue is asked twice, and staying is one tap away', async () => {
    await show('waiting');
    await page.getByRole('button', { name: '取消排队' }).click();
    await page.getByRole('button', { name: '继续等候' }).click();
    expect(await sent(page)).toEqual([]);
    await page.getByRole('button', { name: '取消排队' }).click();
    await page.getByRole('button', { name: '确定取消' }).click();
    expect(await sent(page)).toEqual([{ type: 'cancelTicket', ticketId: 'ticket-a012', reason: 'takenByMistake' }]);
  });

  test('the hotline is one tap from every state of a ticket', async () => {
    await show('missedOver');
    expect(await page.getByRole('link').getAttribute('href')).toBe('tel:12345');
  });

  test('old data are shown with their age', async () => {
    await show('stale');
    await page.getByText('以下为 10:38 的情况').waitFor();
  });

  test('every target is large enough for a thumb', async () => {
    await show('rate');
    const heights = await page
      .locator('button, a')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  });
});

describe('without a known ticket', () => {
  const pageFile = () => previews.url.replace(/\/test\/.*/, '/hall-server/pages/ticket/index.html');

  test.each(['', '#00000000000000000000000000<'])(
    'W1 the real page with address %s asks the hall nothing and tells nothing',
    async (address) => {
      const page = await browser.newPage({ viewport: sizes.phone });
      const sockets: string[] = [];
      page.on('websocket', (socket) => sockets.push(socket.url()));
      // A plain http address in the hall has none of these.
      await page.addInitScript(() => {
        for (const name of ['randomUUID', 'subtle'])
          Object.defineProperty(Crypto.prototype, name, { value: undefined });
        for (const name of ['serviceWorker', 'wakeLock', 'clipboard']) {
          Object.defineProperty(Navigator.prototype, name, { value: undefined });
        }
        Object.defineProperty(window, 'Notification', { value: undefined });
      });
      await page.goto(pageFile() + address);
      await page.getByText(phoneTexts.zhHans.notFound).waitFor();
      expect(await page.locator('main').textContent()).not.toMatch(/\d/);
      expect(sockets.filter((url) => url.includes('socket.io'))).toEqual([]);
      await page.close();
    },
  );
});

describe('what a missed number may still do follows the clock', () => {
  const missed: PhoneView = {
    kind: 'phone',
    hall,
    ticketId: TicketId.parse('t'),
    number: 'A010',
    status: 'missed',
    serviceName: services.licenceChange,
    zoneName: zoneA,
    issuedAt: now - 60 * minute,
    since: now,
    ahead: null,
    wait: null,
    counterLabel: '3',
    counterLabels: ['3'],
    callNo: 3,
    missedRule: { afterCalls: 3, acceptWithinMinutes: 15, putBackWithinMinutes: 60, putBackPlaces: 3, putBackTimes: 1 },
    acceptUntil: now + 15 * minute,
    putBackUntil: now + 60 * minute,
    canCancel: true,
    postpone: null,
    remindAhead: 3,
    next: [],
    further: [],
    finished: [],
    expectedAt: null,
    rating: 'notOpen',
    more: null,
  };
  const advise = (view: PhoneView, after: number) =>
    adviceFor(
      view,
      now + after * minute,
      { phone: phoneTexts.zhHans, common: commonTexts.zhHans, several: severalServicesTexts.zhHans },
      zoneA.zhHans,
    );

  test.each([
    [0, '请在 10:57 前，直接到 3 号窗口', '还有 15 分钟'],
    [14.5, '请在 10:57 前，直接到 3 号窗口', '还有 1 分钟'],
    [15, '请在 11:42 前恢复，到任一取号机或前台', '还有 45 分钟'],
    [60, '已不能恢复，如仍需办理，请重新取号', undefined],
  ])('T7 after %s minutes: %s', (after, line, left) => {
    const advice = advise(missed, after);
    expect(advice.line).toBe(line);
    expect(advice.notes[0]).toBe(left);
  });

  test('what the hall no longer offers is not advised, whatever the clock says', () => {
    expect(advise({ ...missed, acceptUntil: null, putBackUntil: null }, 0).line).toBe(phoneTexts.zhHans.tooLate);
  });
});
