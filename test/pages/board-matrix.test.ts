import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages } from '../../shared/languages.ts';
import { type Glass, minutesOf } from '../../signage-display/legibility.ts';
import { launchBrowser, sizes } from '../support/browser.ts';
import { cutOn, draw, inkPx, overlapsOn, tooSmallOn } from '../support/on-glass.ts';
import { servePreviews } from '../support/preview.ts';
import type { Asked } from './fixtures/board.tsx';

// L1-L4, L7, L9, C1 on every glass a hall is likely to hang up, with the longest of everything on it: W9999, counter 99,
// names of twelve Han. Each is met or says for whom it is large enough.
const inches = [43, 55, 65, 86];
const metres = [5, 8, 10, 12, 15];
const screens = ['hallScreen', 'zoneScreen', 'pickUpScreen'] as const;

let browser: Browser;
let previews: Awaited<ReturnType<typeof servePreviews>>;
let page: Page;
beforeAll(async () => {
  [browser, previews] = await Promise.all([launchBrowser(), servePreviews()]);
  page = await browser.newPage({ viewport: sizes.board });
  await page.clock.install();
  await page.goto(`${previews.url}#board/gallery/zhHans`);
  await page.locator('[data-preview-ready]').waitFor({ state: 'attached' });
  await draw(page, 'matrix');
});
afterAll(async () => {
  await browser.close();
  await previews.close();
});

async function ask(asked: Asked) {
  await page.evaluate(async (detail) => {
    dispatchEvent(new CustomEvent('asked', { detail }));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    await document.fonts.ready;
  }, asked);
}

/** The lowest ink of the figures in these places, in minutes of arc; counted in a screenshot of each. */
async function lowestMinutes(glass: Glass, places: string): Promise<number> {
  const found: number[] = [];
  for (const one of await page.locator(`:is(${places}) [data-figures]`).all())
    found.push(minutesOf(await inkPx(one), glass));
  return Math.min(...found);
}

/** Contrast of every called figure with what is behind it, WCAG 2. */
const callContrast = () =>
  page.evaluate(() => {
    const light = (color: string) => {
      const [r = 0, g = 0, b = 0] = (color.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => {
        const share = Number(part) / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = (element: Element | null): string => {
      const color = element === null ? 'rgb(255,255,255)' : getComputedStyle(element).backgroundColor;
      return element !== null && /, 0\)$/.test(color) ? behind(element.parentElement) : color;
    };
    const figures = [...document.querySelectorAll('[data-status="called"] [data-figures]')];
    return figures.map((one) => {
      const [dark = 0, bright = 0] = [light(getComputedStyle(one).color), light(behind(one))].sort((a, b) => a - b);
      return (bright + 0.05) / (dark + 0.05);
    });
  });

describe.each(screens)('%s', (screen) => {
  test('every glass and distance: 42 minutes of ink, or it says for whom', { timeout: 240_000 }, async () => {
    const refused: string[] = [];
    // Rows are set alike, and zones' and pick-up's like the hall's.
    const places = screen === 'hallScreen' ? '.hero, .row:first-child' : '.hero';
    for (const diagonalInches of inches) {
      for (const farthestViewMetres of metres) {
        const panel = { diagonalInches, farthestViewMetres };
        const glass: Glass = { widthPx: 1920, heightPx: 1080, ...panel };
        await ask({ screen, panel, language: 'zhHans', theme: 'light' });
        const text = (await page.locator('.strip').textContent()) ?? '';
        const served = /只能在([\d.]+)米内/.exec(text)?.[1];
        const within = served === undefined ? farthestViewMetres : Number(served);
        if (served !== undefined) refused.push(`${diagonalInches}/${farthestViewMetres}`);
        const name = `${diagonalInches} inches at ${farthestViewMetres} m`;
        expect(within, name).toBeGreaterThan(served === undefined ? 0 : 4);
        // What is refused is as large as can be, and right for those it says it is for.
        expect(await lowestMinutes({ ...glass, farthestViewMetres: within }, places), name).toBeGreaterThanOrEqual(42);
        expect(await tooSmallOn(page, { ...glass, farthestViewMetres: within }), name).toEqual([]);
      }
    }
    // Whatever the hall, near seats are served by every glass, and the far end by the largest.
    expect(refused.filter((one) => /\/(5|8)$/.test(one))).toEqual([]);
    expect(refused).not.toContain('86/12');
    expect(refused).toContain('43/15');
  });

  test.each(languages)('%s: nothing is cut or overlaps, in either theme; calls stand out by 10:1', async (language) => {
    for (const [diagonalInches, farthestViewMetres, theme] of [
      [43, 5, 'light'],
      [43, 8, 'dark'],
      [55, 8, 'light'],
      [55, 10, 'dark'],
      [65, 12, 'light'],
      [86, 15, 'dark'],
    ] as const) {
      await ask({ screen, panel: { diagonalInches, farthestViewMetres }, language, theme });
      const name = `${diagonalInches} inches at ${farthestViewMetres} m, ${theme}`;
      expect(await cutOn(page), name).toEqual([]);
      expect(await overlapsOn(page), name).toEqual([]);
      const contrasts = await callContrast();
      expect(contrasts.length, name).toBeGreaterThan(0);
      expect(Math.min(...contrasts), name).toBeGreaterThanOrEqual(10);
    }
  });
});
