import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Glass, minutesOf } from '../../signage-display/legibility.ts';
import { launchBrowser, sizes } from '../support/browser.ts';
import { cutOn, draw, inkPx, overlapsOn } from '../support/on-glass.ts';
import { servePreviews } from '../support/preview.ts';

// What a screen does when the bundled font is not there: sizes hold, and the fault can be seen.
let browser: Browser;
let previews: Awaited<ReturnType<typeof servePreviews>>;
let page: Page;
beforeAll(async () => {
  [browser, previews] = await Promise.all([launchBrowser(), servePreviews()]);
});
afterAll(async () => {
  await browser.close();
  await previews.close();
});

/** `fontFile`: what is answered where the bundled font's files are asked for. */
async function open(fontFile: 'bundled' | 'gone', screen: 'board' | 'sign' = 'board') {
  page = await browser.newPage({ viewport: sizes.board });
  if (fontFile === 'gone') await page.route('**/*.woff2', (route) => route.abort());
  await page.goto(`${previews.url}#${screen}/gallery/zhHans`);
  await page.locator('[data-preview-ready]').waitFor({ state: 'attached' });
}

const glass: Glass = { widthPx: 1920, heightPx: 1080, diagonalInches: 55, farthestViewMetres: 8 };

test('L8 the bundled font is measured and found right', async () => {
  await open('bundled');
  await draw(page, 'sixCalls');
  await page.locator('.hero').waitFor();
  await expect.poll(() => page.evaluate(() => window.screenHealth().font)).toBe('bundled');
  expect(await page.locator('.fault').count()).toBe(0);
  await page.close();
});

describe('without the bundled font', () => {
  test.each([
    ['board', 'sixCalls'],
    ['sign', 'called'],
  ] as const)('the %s says so, to its people and to the hall', async (screen, fixture) => {
    await open('gone', screen);
    await draw(page, fixture);
    await page.locator('.fault').waitFor({ state: 'attached' });
    expect(await page.locator('.fault').textContent()).toContain('字体缺失');
    expect(await page.evaluate(() => window.screenHealth().font)).toBe('fallback');
    await page.close();
  });

  test('L8 every called number is as large as before, none is cut', async () => {
    await open('gone');
    for (const fixture of ['sixCalls', 'longNames']) {
      await draw(page, fixture);
      await page.locator('.fault').waitFor({ state: 'attached' });
      for (const one of await page.locator('[data-figures]').all()) {
        const minutes = minutesOf(await inkPx(one), glass);
        expect(minutes, `${fixture}: ${await one.textContent()}`).toBeGreaterThanOrEqual(42);
      }
      expect(await overlapsOn(page)).toEqual([]);
      expect((await cutOn(page)).filter((text) => /^[A-Z]?\d+ /.test(text))).toEqual([]);
    }
    await page.close();
  });
});
