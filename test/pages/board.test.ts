import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Language, languages } from '../../shared/languages.ts';
import type { BoardView } from '../../shared/views.ts';
import { type Glass, minutesOf } from '../../signage-display/legibility.ts';
import { launchBrowser, sizes } from '../support/browser.ts';
import { cutOn, draw, inkPx, overlapsOn, tooSmallOn, tornWordsOn } from '../support/on-glass.ts';
import { servePreviews } from '../support/preview.ts';
import type { Mix } from './fixtures/board.tsx';
import { seriousViolations } from './measure.ts';

const yellow = 'rgb(255, 207, 64)';
const upright = { width: 1080, height: 1920 };

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

/** Each glass and distance in each language, and with each of them another part of all sets of facts. */
function mixes(): readonly Mix[] {
  const facts = [0, 1, 3, 12].flatMap((calls) =>
    [0, 1, 3].flatMap((missed) => [1, 8].map((groups) => ({ calls, missed, groups, isNew: calls > 0 && missed > 0 }))),
  );
  const glasses = [43, 55, 65, 86].flatMap((diagonalInches) =>
    [5, 8, 10, 12].flatMap((farthestViewMetres) =>
      languages.map((language) => ({ panel: { diagonalInches, farthestViewMetres }, language })),
    ),
  );
  return glasses.flatMap((glass, i) =>
    facts
      .filter((one, j) => (one.calls === 0 && one.missed === 1 && one.groups === 8) || (i + j) % 12 === 0)
      .map((one) => ({ ...glass, ...one })),
  );
}

/** Parts of the board that reach beyond their place, or a pulse that touches the figures in it. */
const outOfPlaceOn = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = [];
    const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
    const inside = (outer: string, inner: string) => {
      const around = box(outer);
      for (const element of document.querySelectorAll(`${outer} ${inner}`)) {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        if (around === undefined) continue;
        const beyond = Math.max(around.left - left, right - around.right, around.top - top, bottom - around.bottom);
        if (beyond > 2) found.push(`${element.textContent} is ${Math.round(beyond)} px out of ${outer}`);
      }
    };
    inside('.calls', '.hero');
    inside('.hero', '.watch');
    inside('.board', '.row');
    const places = ['.strip', '.calls', '.groups', '.foot'].flatMap((selector) => box(selector) ?? []);
    for (const [i, a] of places.entries()) {
      for (const b of places.slice(i + 1)) {
        const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (width > 2 && height > 2) found.push('two parts of the board overlap');
      }
    }
    const frame = document.querySelector('.pulse-frame');
    const hero = box('.hero');
    if (frame === null || hero === undefined) return found;
    const width = Number.parseFloat(getComputedStyle(frame).borderTopWidth);
    for (const figures of document.querySelectorAll('.hero .figures')) {
      const { left, right, top } = figures.getBoundingClientRect();
      const em = Number.parseFloat(getComputedStyle(figures).fontSize);
      // Line height 1, baseline 0.936 em under its top; ink from there 0.77 em up and 0.02 down.
      const gaps = [
        top + 0.166 * em - hero.top,
        hero.bottom - (top + 0.956 * em),
        left - hero.left,
        hero.right - right,
      ].map((room) => (room - width) / em);
      if (Math.min(...gaps) < 0.05) found.push(`the frame touches ${figures.textContent}: ${gaps.join(' ')}`);
    }
    return found;
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

  test.each(languages)('%s: nothing is small, cut, torn, overlapping or scrolling', async (language) => {
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
      expect(await tornWordsOn(page), name).toEqual([]);
      if (fixture !== 'farLost') expect(await overlapsOn(page), name).toEqual([]);
    }
  });

  test.each([sizes.board, upright])(
    '$width x $height: on no glass, with no set of facts, does anything clash',
    {
      timeout: 60_000,
    },
    async (size) => {
      await show('mixed', 'zhHans', size);
      const found: string[] = [];
      for (const mix of mixes()) {
        await page.evaluate(async (detail) => {
          dispatchEvent(new CustomEvent('mix', { detail }));
          await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        }, mix);
        const wrong = [...(await cutOn(page)), ...(await overlapsOn(page)), ...(await outOfPlaceOn(page))];
        if (wrong.length > 0) found.push(`${JSON.stringify(mix)}: ${wrong.join('; ')}`);
      }
      expect(found).toEqual([]);
    },
  );

  test('axe finds nothing on any board, in any state, light or dark', async () => {
    for (const fixture of ['sixCalls', 'dark', 'empty', 'zone', 'pickUp', 'pickUpEmpty', 'stale', 'lost']) {
      await show(fixture);
      expect(await seriousViolations(page), fixture).toEqual([]);
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
    expect(after).toEqual({ running: 0, frame: '0', yellow });
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
    expect(await page.locator('.pulse-frame').count()).toBe(0);
    await hallSays({ calls: [{ ...first, callNo: 2, calledAt: 2e12 + 15_000 }] });
    await page.locator('.pulse-frame:not([data-old])').waitFor({ state: 'attached' });
    expect(await pulses()).toHaveLength(1);
  });

  test('A4 nobody comes: the number pulses anew after 15 and 35 s, the newest keeps a row meanwhile', async () => {
    await show('newCall');
    const early = { number: 'A020', counterLabel: '4', status: 'called', callNo: 1, calledAt: 2e12 } as const;
    const late = { ...early, number: 'A021', counterLabel: '5', calledAt: 2e12 + 1_000 };
    await hallSays({ calls: [early] });
    await expect.poll(() => hero().textContent()).toBe('A020');
    await page.clock.runFor(7_000);
    await hallSays({ calls: [late, early] });
    await expect.poll(() => hero().textContent()).toBe('A021');
    const again: string[] = [];
    for (let second = 0; second < 50; second++) {
      await page.clock.runFor(1_000);
      if ((await page.locator('.hero[data-onset=again] .pulse-frame').count()) === 0) continue;
      const number = (await hero().textContent()) ?? '';
      if (again.at(-1) !== number) again.push(number);
      if (number === 'A020') expect(await rowNumbers()).toEqual(['A021']);
    }
    expect(again).toEqual(['A020', 'A021', 'A020', 'A021']);
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
  test('stale: says since when, and is no longer yellow; lost: covers all; back again: the old call is no news', async () => {
    await show('sixCalls');
    await hallSays({ link: 'stale' });
    await page.getByText(/10:42 起未更新/).waitFor();
    expect(await page.locator('.hero').evaluate((hero) => getComputedStyle(hero).backgroundColor)).not.toBe(yellow);
    await hallSays({ link: 'lost' });
    await page.getByText('连接中断，请留意工作人员叫号').waitFor();
    const covering = await page.evaluate(() => document.elementFromPoint(400, 400)?.closest('.covering') !== null);
    expect(covering).toBe(true);
    await hallSays({ link: 'live' });
    await page.locator('.covering').waitFor({ state: 'detached' });
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
