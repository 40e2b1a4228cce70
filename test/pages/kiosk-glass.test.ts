import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { openPreview, servePreviews } from '../support/preview.ts';
import { type GlassName, glasses } from './kiosk-glass.ts';
import { seriousViolations } from './measure.ts';

// Every state of both kiosks, in every language, with usual and with larger type, on every glass there is: drawn and
// measured inside the page, so that hundreds of them take seconds.

let previews: Awaited<ReturnType<typeof servePreviews>>;
let browser: Browser;

beforeAll(async () => {
  previews = await servePreviews();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await previews?.close();
});

describe.each([
  ['ticket kiosk', 'kiosk/groups', 28],
  ['rating kiosk', 'rating/start', 15],
])('%s', (_name, first, fewest) => {
  let page: Page;
  beforeAll(async () => {
    page = await openPreview(browser, previews.url, first, { size: glasses.tall });
  });
  afterAll(() => page?.close());

  test.each(Object.keys(glasses) as GlassName[])(
    'K1 K2 K3 K4 K8 nothing cut, small, close, foreign or out of reach, six choices at most (%s)',
    { timeout: 180_000 },
    async (glass) => {
      await page.setViewportSize(glasses[glass]);
      expect(await page.evaluate(() => window.crawled.length)).toBeGreaterThan(2 * fewest);
      expect(await page.evaluate(() => window.crawl())).toEqual({});
    },
  );

  test.each(Object.keys(glasses) as GlassName[])(
    'K4 the row of ways out and languages never moves (%s)',
    async (glass) => {
      await page.setViewportSize(glasses[glass]);
      const places = await page.evaluate(async () => {
        const found: Record<string, string> = {};
        for (const state of window.crawled.filter((name) => !/Larger$|stillThere$/.test(name))) {
          await window.drawNow(state, 'zhHans');
          const boxes = [...document.querySelectorAll('.row, .ways, .manner, .manner button')].map((one) => {
            const { x, y, width, height } = one.getBoundingClientRect();
            return [x, y, width, height].map(Math.round);
          });
          found[state] = JSON.stringify(boxes);
        }
        return found;
      });
      const [usual] = Object.values(places);
      expect(Object.entries(places).filter(([, place]) => place !== usual)).toEqual([]);
    },
  );

  test('K9 contrast, names and roles are right in every state', { timeout: 180_000 }, async () => {
    await page.setViewportSize(glasses.tall);
    // The fade between steps would be measured as pale ink.
    await page.addStyleTag({ content: '.step { animation: none !important; }' });
    const wrong: Record<string, readonly string[]> = {};
    // Each with usual type or with larger: what axe looks at does not change with the size.
    const states = (await page.evaluate(() => window.crawled)).filter((_, at) => at % 4 === 0 || at % 4 === 3);
    for (const fixture of states) {
      await page.evaluate((one) => window.drawNow(one, 'zhHans'), fixture);
      const violations = await seriousViolations(page);
      if (violations.length > 0) wrong[fixture] = violations;
    }
    expect(wrong).toEqual({});
  });
});

describe('the measuring itself', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openPreview(browser, previews.url, 'kiosk/groups', { size: glasses.tall });
  });
  afterAll(() => page?.close());

  test.each([
    ['.card-name { font-size: 8px !important; }', /^small: /],
    ['.tap { min-height: 0 !important; height: 10px; }', /^small: .* is [\d.]+ mm/],
    ['.cards { gap: 1px !important; }', /^close: /],
    ['.question h1 { font-size: 600px !important; white-space: nowrap; }', /^cut: /],
    ['.row { position: absolute; top: 0; }', /^out of reach/],
    ['.entry { width: 5px !important; flex: none !important; }', /^out of its box/],
    ['.strip { margin-bottom: 3000px; }', /^the page scrolls|^cut: /],
  ])('finds what %s does', async (content, fault) => {
    const style = await page.addStyleTag({ content: `${content} body { overflow: visible !important; }` });
    const found = await page.evaluate(async () => {
      window.crawled = ['kiosk/groups'];
      return (await window.crawl())['kiosk/groups/zhHans'] ?? [];
    });
    await style.evaluate((tag) => tag.parentNode?.removeChild(tag));
    expect(
      found.some((one) => fault.test(one)),
      found.slice(0, 5).join(' | '),
    ).toBe(true);
  });
});
