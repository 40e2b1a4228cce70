import { describe, expect, test } from 'vitest';
import { pageOf, wallGlass, wallPageMs, wallRows, wallWordMinutes } from '../../hall-server/pages/admin/wall-sizes.ts';
import { languages } from '../../shared/languages.ts';
import { helpTexts } from '../../shared/texts/help.ts';
import { wallTexts } from '../../shared/texts/wall.ts';
import { words } from '../../shared/texts/words.ts';
import { arcminutes, inkRatio, minutesOf } from '../../signage-display/legibility.ts';
import { cutTexts, scrolls, seriousViolations } from './measure.ts';
import { previewPage } from './preview-page.ts';

// The hall on the wall of the office: read from 4 m, nothing to press, no names.

const { page, draw } = await previewPage();
const wall = (fixture: string, language: (typeof languages)[number] = 'zhHans') =>
  draw(`admin/${fixture}`, { language, size: 'board' });
const texts = wallTexts.zhHans;

describe('read from 4 m on 43 inches', () => {
  test.each(languages)(
    'figures and words are as large as they must be, nothing is cut or scrolls: %s',
    async (language) => {
      for (const fixture of ['wall', 'wallMany', 'wallQuiet', 'wallStale', 'wallHelp']) {
        await wall(fixture, language);
        expect(await scrolls(page), fixture).toBe(false);
        expect(await cutTexts(page), fixture).toEqual([]);
        const sizes = await page.evaluate(() => {
          const size = (one: Element) => Number.parseFloat(getComputedStyle(one).fontSize);
          const all = (of: string) => [...document.querySelectorAll(of)].map(size);
          return {
            figures: all(
              '.wall-strip dd:not(:has(span)), .wall-clock time, .wall-queues td:not(:nth-child(2), :last-child), .wall-counters td:first-child',
            ),
            words: all('.wall-bar, .wall-counters td:last-child, .wall-level'),
            states: all('.wall-counters td:nth-child(2), .wall-level span'),
            names: all('.wall th, .wall-strip dt, .wall-name:not([data-long=true])'),
          };
        });
        const metres = (at: number) => ({ ...wallGlass, farthestViewMetres: at });
        const angle = (px: number, ink: number, at = 4) => minutesOf(px * ink, metres(at));
        const han = language === 'en' ? inkRatio.figures : inkRatio.han;
        for (const px of sizes.figures) expect(angle(px, inkRatio.figures)).toBeGreaterThanOrEqual(arcminutes.text);
        for (const px of sizes.words) expect(angle(px, inkRatio.figures)).toBeGreaterThanOrEqual(wallWordMinutes);
        for (const px of sizes.states) expect(angle(px, han)).toBeGreaterThanOrEqual(wallWordMinutes);
        for (const px of sizes.names) {
          expect(angle(px, han, language === 'en' ? 3 : 4)).toBeGreaterThanOrEqual(wallWordMinutes);
        }
        expect(Object.values(sizes).map((one) => one.length > 0)).toEqual([true, true, true, true]);
      }
    },
  );

  test('nothing that changes is half a row: everything ends on the glass', async () => {
    await wall('wall');
    const bottoms = await page.evaluate(() =>
      [...document.querySelectorAll('.wall tbody tr')].map((row) => row.getBoundingClientRect().bottom),
    );
    expect(bottoms).toHaveLength(wallRows.queues + wallRows.counters);
    for (const bottom of bottoms) expect(bottom).toBeLessThanOrEqual(1080);
  });

  test('half as large a glass shows the same, half as large', async () => {
    await wall('wall');
    const height = () => page.locator('.wall-queues').evaluate((one) => one.getBoundingClientRect().height);
    const whole = await height();
    await page.setViewportSize({ width: 960, height: 540 });
    expect(await height()).toBeCloseTo(whole / 2, -1);
  });
});

test('dark as the computer is, and readable then', async () => {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await wall('wall');
    expect(await page.locator('.wall').getAttribute('data-theme')).toBe(colorScheme);
    expect(await seriousViolations(page), colorScheme).toEqual([]);
  }
});

test('says when the connection is lost, in the place of what may be over by now', async () => {
  await wall('wallStale');
  await page.getByText(texts.stale('10:38')).waitFor();
  expect(await page.locator('.wall-bar').count()).toBe(1);
});

test('a call for help that nobody has answered takes the place of everything else', async () => {
  await wall('wallHelp');
  const bar = page.locator('.wall-bar-help');
  await bar.getByText(helpTexts.zhHans.alert('8', words.zhHans.helpReasons.medical)).waitFor();
  expect(await bar.innerText(), 'the only one of its kind').not.toMatch(/1\/2/);
  expect(await bar.innerText()).not.toContain('黄丽华');
  expect(await seriousViolations(page)).toEqual([]);
});

test('nobody of the staff is named, and the way back is the only thing to press', async () => {
  await wall('wall');
  expect(await page.locator('.wall').innerText()).not.toMatch(/陈明|黄丽华|staff-/);
  expect(await page.getByRole('button').allInnerTexts()).toEqual([texts.back]);
  await page.getByRole('button', { name: texts.back }).click();
  expect(await page.evaluate(() => location.hash)).toBe('#today');
  await draw('admin/todayManager');
  await page.getByRole('button', { name: texts.open }).click();
  expect(await page.evaluate(() => location.hash)).toBe('#wall');
});

describe('more than stands on the glass', () => {
  const rows = Array.from({ length: 20 }, (_, at) => at);
  test('page after page, each for ten seconds, then the first again', () => {
    expect(pageOf(rows, 8, 0)).toEqual({ rows: rows.slice(0, 8), page: 1, pages: 3 });
    expect(pageOf(rows, 8, wallPageMs - 1).page).toBe(1);
    expect(pageOf(rows, 8, 2 * wallPageMs)).toEqual({ rows: rows.slice(16), page: 3, pages: 3 });
    expect(pageOf(rows, 8, 3 * wallPageMs).page).toBe(1);
    expect(pageOf([], 8, 5)).toEqual({ rows: [], page: 1, pages: 1 });
  });

  test('the page says which of how many it is', async () => {
    await wall('wallMany');
    expect(await page.locator('.wall-queues th').first().innerText()).toMatch(/\d\/2/);
    expect(await page.locator('.wall-counters th').first().innerText()).toMatch(/\d\/3/);
  });
});
