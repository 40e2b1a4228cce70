import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Language, languages } from '../../shared/languages.ts';
import type { SignView } from '../../shared/views.ts';
import { type Glass, minutesOf } from '../../signage-display/legibility.ts';
import { launchBrowser, sizes } from '../support/browser.ts';
import { cutOn, draw, inkPx, overlapsOn, tooSmallOn, tornWordsOn } from '../support/on-glass.ts';
import { servePreviews } from '../support/preview.ts';
import { seriousViolations } from './measure.ts';

const glass: Glass = { widthPx: 1920, heightPx: 1080, diagonalInches: 24, farthestViewMetres: 6 };

let browser: Browser;
let previews: Awaited<ReturnType<typeof servePreviews>>;
let page: Page;
beforeAll(async () => {
  [browser, previews] = await Promise.all([launchBrowser(), servePreviews()]);
  page = await browser.newPage({ viewport: sizes.board });
  await page.clock.install();
  await page.goto(`${previews.url}#sign/gallery/zhHans`);
  await page.locator('[data-preview-ready]').waitFor({ state: 'attached' });
});
afterAll(async () => {
  await browser.close();
  await previews.close();
});

const show = (fixture: string, language?: Language) => draw(page, fixture, language, sizes.board);
const hallSays = (changes: Partial<SignView> & { link?: string }) =>
  page.evaluate((detail) => {
    dispatchEvent(new CustomEvent('hall-says', { detail }));
  }, changes);
const pulses = () => page.evaluate(() => document.getAnimations().length);

test.each([
  ['called', 75],
  ['longest', 60],
] as const)(
  '%s: the counter is at least 60 minutes at 6 m on 24 inches, the number at least %i',
  async (fixture, least) => {
    await show(fixture);
    expect(minutesOf(await inkPx(page.locator('[data-figures="counter"]')), glass)).toBeGreaterThanOrEqual(60);
    expect(minutesOf(await inkPx(page.locator('[data-figures="number"]')), glass)).toBeGreaterThanOrEqual(least);
  },
);

test('the counter stays where it is and as large as it is, whatever is called', async () => {
  const plates = new Set<string>();
  for (const fixture of ['called', 'serving', 'free', 'paused', 'closed']) {
    await show(fixture);
    plates.add(JSON.stringify(await page.locator('[data-figures="counter"]').boundingBox()));
  }
  expect(plates.size).toBe(1);
});

const states = [
  'called',
  'serving',
  'free',
  'paused',
  'closed',
  'longest',
  'longNames',
  'stale',
  'lost',
  'threeLanguages',
];

test.each(languages)(
  '%s: in no state, on no glass, is anything small, cut, torn, overlapping or scrolling',
  async (language) => {
    for (const size of [sizes.board, { width: 1080, height: 1920 }, { width: 1280, height: 1024 }]) {
      for (const state of states) {
        await draw(page, state, language, size);
        const name = `${state} ${size.width}`;
        expect(await cutOn(page), name).toEqual([]);
        expect(await tooSmallOn(page, { ...glass, widthPx: size.width, heightPx: size.height }), name).toEqual([]);
        expect(await tornWordsOn(page), name).toEqual([]);
        expect(await overlapsOn(page), name).toEqual([]);
      }
    }
    await page.setViewportSize(sizes.board);
  },
);

test('upright: the counter is at least 60 minutes at 6 m on 24 inches, the number at least 42', async () => {
  const uprightGlass = { ...glass, widthPx: 1080, heightPx: 1920 };
  await draw(page, 'called', 'zhHans', { width: 1080, height: 1920 });
  const minutesIn = async (figures: string) =>
    minutesOf(await inkPx(page.locator(`[data-figures="${figures}"]`)), uprightGlass);
  expect(await minutesIn('counter')).toBeGreaterThanOrEqual(60);
  expect(await minutesIn('number')).toBeGreaterThanOrEqual(42);
});

test('lost: plate and message cover the whole sign; each language is in its own font', async () => {
  await show('lost', 'zhHant');
  const boxes = await page.evaluate(() =>
    ['.plate', '.sign-lost'].map((selector) => document.querySelector(selector)?.getBoundingClientRect().height),
  );
  expect(boxes).toEqual([sizes.board.height, sizes.board.height]);
  await draw(page, 'threeLanguages', 'zhHans', { width: 1280, height: 1024 });
  const font = await page.locator('p:lang(zh-Hant-HK)').evaluate((line) => getComputedStyle(line).fontFamily);
  expect(font).toMatch(/^"Noto Sans HK/);
});

test('axe finds nothing on the sign, in any state, light or dark', async () => {
  for (const fixture of ['called', 'dark', 'serving', 'free', 'paused', 'closed', 'stale', 'lost']) {
    await show(fixture);
    expect(await seriousViolations(page), fixture).toEqual([]);
  }
});

describe('a call', () => {
  test('pulses when new, not when the sign is switched on later, nor after an outage', async () => {
    await show('called');
    expect(await pulses()).toBe(0);
    const call = { number: 'A013', counterLabel: '3', status: 'called', callNo: 1, calledAt: 2e12 } as const;
    await hallSays({ call });
    await page.locator('.pulse-frame').evaluate((frame) => frame.setAttribute('data-old', ''));
    expect(await pulses()).toBe(1);
    await hallSays({ link: 'lost' });
    await page.getByRole('alert').waitFor();
    await hallSays({ link: 'live' });
    await page.getByRole('alert').waitFor({ state: 'detached' });
    expect(await page.locator('.pulse-frame:not([data-old])').count()).toBe(0);
    await hallSays({ call: { ...call, callNo: 2, calledAt: 2e12 + 15_000 } });
    await page.locator('.pulse-frame:not([data-old])').waitFor({ state: 'attached' });
  });

  test('A4 that nobody answers pulses anew after 15 and 35 s, until the visitor has come', async () => {
    await show('free');
    const call = { number: 'A013', counterLabel: '3', status: 'called', callNo: 1, calledAt: 2e12 } as const;
    await hallSays({ call });
    await page.locator('.pulse-frame').waitFor({ state: 'attached' });
    const seconds: number[] = [];
    for (let second = 1; second <= 37; second++) {
      await page.clock.runFor(1_000);
      if ((await page.locator('.main[data-onset=again]').count()) > 0) seconds.push(second);
    }
    expect(seconds.filter((second) => second < 22)).toHaveLength(5);
    expect(seconds.filter((second) => second > 33).length).toBeGreaterThan(0);
    await hallSays({ call: { ...call, status: 'serving', callNo: 0 } });
    await page.locator('.main[data-status=serving]').waitFor();
    expect(await pulses()).toBe(0);
  });

  test('keeps its number on the sign while it is served, without yellow', async () => {
    await show('serving');
    const main = page.locator('.main');
    expect(await main.textContent()).toBe('A012');
    expect(await main.evaluate((place) => getComputedStyle(place).backgroundColor)).not.toBe('rgb(255, 207, 64)');
    expect(await page.getByText('办理中').count()).toBe(1);
  });
});
