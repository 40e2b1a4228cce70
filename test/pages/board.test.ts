import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Language, languages } from '../../shared/languages.ts';
import type { BoardView } from '../../shared/views.ts';
import { type Glass, minutesOf } from '../../signage-display/legibility.ts';
import { launchBrowser, sizes } from '../support/browser.ts';
import { cutOn, draw, inkPx, overlapsOn, tooSmallOn } from '../support/on-glass.ts';
import { servePreviews } from '../support/preview.ts';

const upright = { width: 1080, height: 1920 };
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let previews: Awaited<ReturnType<typeof servePreviews>>;
let page: Page;
beforeAll(async () => {
  [browser, previews] = await Promise.all([launchBrowser(), servePreviews()]);
  // Anywhere but the hall's own zone, and with a clock that a test can move on.
  page = await browser.newPage({ timezoneId: 'America/New_York' });
  await page.clock.install();
  await page.goto(`${previews.url}#board/gallery/zhHans`);
  await page.locator('[data-preview-ready]').waitFor({ state: 'attached' });
});
afterAll(async () => {
  await browser.close();
  await previews.close();
});

const show = (fixture: string, language: Language = 'zhHans', size: { width: number; height: number } = sizes.board) =>
  draw(page, fixture, language, size);
const hallSays = (changes: Partial<BoardView> & { link?: string }) =>
  page.evaluate((detail) => {
    dispatchEvent(new CustomEvent('hall-says', { detail }));
  }, changes);
const hero = () => page.locator('.hero [data-figures="number"]');
const rowNumbers = () => page.locator('.row [data-figures="number"]').allTextContents();
const pulses = () =>
  page.evaluate(() =>
    document.getAnimations().map((animation) => {
      const { target } = animation.effect as KeyframeEffect;
      return {
        on: target?.className,
        text: target?.textContent,
        endsAt: animation.effect?.getComputedTiming().endTime,
      };
    }),
  );
const glassOf = (size: { width: number; height: number }, farthestViewMetres: number): Glass => ({
  widthPx: size.width,
  heightPx: size.height,
  diagonalInches: 55,
  farthestViewMetres,
});

describe('legible from the last row', () => {
  test.each([
    ['far', 10, sizes.board],
    ['farLong', 10, sizes.board],
    ['sixCalls', 8, sizes.board],
    ['longNames', 8, upright],
  ] as const)(
    '%s: every called number and its counter is at least 42 minutes at %i m',
    async (fixture, metres, size) => {
      await show(fixture, 'zhHans', size);
      const figures = await page.locator('[data-figures]').all();
      expect(figures.length).toBeGreaterThanOrEqual(4);
      for (const one of figures) {
        expect(
          minutesOf(await inkPx(one), glassOf(size, metres)),
          (await one.textContent()) ?? '',
        ).toBeGreaterThanOrEqual(42);
      }
    },
  );

  test('at 8 m the newest call reaches 55 minutes', async () => {
    await show('sixCalls');
    expect(minutesOf(await inkPx(hero()), glassOf(sizes.board, 8))).toBeGreaterThanOrEqual(55);
  });

  test.each(languages)('%s: nothing is small, cut, overlapping or scrolling', async (language) => {
    for (const [fixture, metres, size] of [
      ['sixCalls', 8, sizes.board],
      ['longNames', 8, sizes.board],
      ['zone', 8, sizes.board],
      ['empty', 8, sizes.board],
      ['far', 10, sizes.board],
      ['farLong', 10, sizes.board],
      ['farStale', 10, sizes.board],
      ['farLost', 10, sizes.board],
      ['wholeHall', 10, sizes.board],
      ['wholeHall', 7, upright],
      ['sixCalls', 8, upright],
      ['far', 7, upright],
    ] as const) {
      await show(fixture, language, size);
      const name = `${fixture} ${size.width}`;
      expect(await cutOn(page), name).toEqual([]);
      expect(await tooSmallOn(page, glassOf(size, metres)), name).toEqual([]);
      if (fixture !== 'farLost') expect(await overlapsOn(page), name).toEqual([]);
    }
  });

  test('contrast holds, light and dark', async () => {
    for (const fixture of ['sixCalls', 'dark', 'empty']) {
      await show(fixture);
      await page.addScriptTag({ content: axe });
      const broken = await page.evaluate(async () => {
        const { violations } = await (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run();
        return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id);
      });
      expect(broken, fixture).toEqual([]);
    }
  });
});

describe('a new call', () => {
  test('pulses its frame for five seconds; the number itself is steady, and stays yellow after', async () => {
    await show('newCall');
    const [pulse, ...others] = await pulses();
    expect(others).toEqual([]);
    expect(pulse).toMatchObject({ on: 'pulse-frame', text: '', endsAt: 5_000 });
    await page.evaluate(() => {
      for (const animation of document.getAnimations()) animation.finish();
    });
    const after = await page.evaluate(() => ({
      running: document.getAnimations().length,
      frame: getComputedStyle(document.querySelector('.pulse-frame') ?? document.body).opacity,
      yellow: getComputedStyle(document.querySelector('.hero') ?? document.body).backgroundColor,
    }));
    expect(after).toEqual({ running: 0, frame: '0', yellow: 'rgb(255, 207, 64)' });
  });

  test('an old call does not pulse when the board is switched on', async () => {
    await show('sixCalls');
    expect(await hero().textContent()).toBe('A012');
    expect(await pulses()).toEqual([]);
  });

  test('each call and each recall is an onset of its own', async () => {
    await show('sixCalls');
    const first = { number: 'A020', counterLabel: '4', status: 'called', callNo: 1, calledAt: 2e12 } as const;
    await hallSays({ calls: [first] });
    await expect.poll(() => hero().textContent()).toBe('A020');
    await page.locator('.pulse-frame').evaluate((frame) => frame.setAttribute('data-old', ''));
    await page.clock.runFor(6_000);
    expect(await page.locator('.pulse-frame[data-old]').count()).toBe(1);
    await hallSays({ calls: [{ ...first, callNo: 2, calledAt: 2e12 + 15_000 }] });
    await page.locator('.pulse-frame:not([data-old])').waitFor({ state: 'attached' });
    expect(await pulses()).toHaveLength(1);
  });

  test('several at once: all listed at once, each in the hero for five seconds, in order', async () => {
    await show('burst');
    expect(await hero().textContent()).toBe('A013');
    expect(await rowNumbers()).toEqual(expect.arrayContaining(['A014', 'T005']));
    const seen = ['A013'];
    for (let second = 1; second <= 12; second++) {
      await page.clock.runFor(1_000);
      seen.push((await hero().textContent()) ?? '');
    }
    expect(seen.filter((number) => number === 'T005')).toHaveLength(5);
    expect([...new Set(seen)]).toEqual(['A013', 'T005', 'A014']);
  });

  test('twelve calls in two rows: each is shown in turn, the newest stays in the hero', async () => {
    await show('twelveCalls');
    const seen = new Set<string>();
    for (let turn = 0; turn < 6; turn++) {
      for (const number of await rowNumbers()) seen.add(number);
      expect(await hero().textContent()).toBe('A030');
      await page.clock.runFor(10_050);
    }
    expect(seen.size).toBe(11);
  });
});

describe('the truth on the glass', () => {
  test('stale: says since when and dims; lost: covers all; back again: the old call is no news', async () => {
    await show('sixCalls');
    await hallSays({ link: 'stale' });
    await page.getByText('连接中断，以下为').waitFor();
    expect(await page.locator('.calls').evaluate((calls) => Number(getComputedStyle(calls).opacity))).toBeLessThan(0.6);
    await hallSays({ link: 'lost' });
    await page.getByText('连接中断，请留意工作人员叫号').waitFor();
    const covering = await page.evaluate(() => document.elementFromPoint(400, 400)?.closest('.lost') !== null);
    expect(covering).toBe(true);
    await hallSays({ link: 'live' });
    await page.locator('.lost').waitFor({ state: 'detached' });
    expect(await pulses()).toEqual([]);
    expect(await hero().textContent()).toBe('A012');
  });

  test('a number being served is not shown as called', async () => {
    await show('served');
    expect(await page.locator('[data-status="called"]').count()).toBe(0);
  });

  test('time and date are the hall’s, in its zone', async () => {
    await show('near');
    expect(await page.locator('.strip').textContent()).toContain('11月23日 星期一');
    expect(await page.locator('.clock').textContent()).toBe('10:42');
  });

  test('three languages take turns, each in its own words', async () => {
    await show('threeLanguages');
    const headings = new Set<string>();
    for (let turn = 0; turn < 12; turn++) {
      headings.add((await page.locator('.calls .heading').textContent()) ?? '');
      await page.clock.runFor(10_050);
    }
    expect([...headings]).toEqual(['号码窗口', '號碼窗口', 'NumberCounter']);
  });
});
