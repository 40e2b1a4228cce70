import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Language, languages } from '../../shared/languages.ts';
import { nowTexts } from '../../shared/texts/now.ts';
import { launchBrowser, sizes } from '../support/browser.ts';
import { openPreview, servePreviews, showPreview } from '../support/preview.ts';
import { seriousViolations } from './measure.ts';

let previews: Awaited<ReturnType<typeof servePreviews>>;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  previews = await servePreviews();
  browser = await launchBrowser();
  page = await openPreview(browser, previews.url, 'now/open', { size: sizes.phone });
});
afterAll(async () => {
  await browser?.close();
  await previews?.close();
});

const show = (fixture: string, language: Language = 'zhHans') => showPreview(page, `now/${fixture}`, language);
const overflows = () =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

describe('the waiting situation on a phone', () => {
  test.each(languages)(
    'P2 nothing is cut at 320 px with text twice as large, none smaller than 18 px (%s)',
    async (language) => {
      await page.setViewportSize({ width: 320, height: 568 });
      for (const fixture of ['open', 'notYet', 'closed', 'stale', 'empty', 'unreachable']) {
        await show(fixture, language);
        expect(await overflows(), fixture).toBe(false);
        const sizesOfText = await page
          .locator('main *')
          .evaluateAll((all) =>
            all
              .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
              .map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
          );
        expect(Math.min(...sizesOfText), fixture).toBeGreaterThanOrEqual(18);
        const words = (await page.locator('main').textContent())?.replaceAll(/简体中文|繁體中文|English/g, '');
        expect(words, fixture).not.toMatch(language === 'en' ? /\p{Script=Han}/u : /[A-Za-z]{2,}/);
        await page.evaluate(() => {
          document.documentElement.style.fontSize = '32px';
        });
        expect(await overflows(), `${fixture}, large`).toBe(false);
        await page.evaluate(() => {
          document.documentElement.style.fontSize = '';
        });
      }
      await page.setViewportSize(sizes.phone);
    },
  );

  test('it says how many, how long, of when, and what to do when there is no number to be had', async () => {
    await show('open');
    await page.getByText('21 人等候').waitFor();
    await page.getByText('现在取号，预计等候 25–35 分钟').waitFor();
    await page.getByText(nowTexts.zhHans.full).waitFor();
    await page.getByText(nowTexts.zhHans.asOf('10:42')).waitFor();
    await show('stale');
    await page.getByText(/连接中断，以下为 10:38 的情况/).waitFor();
    expect(await page.getByText(nowTexts.zhHans.asOf('10:38')).count(), 'old is not called fresh').toBe(0);
    await show('closed', 'en');
    await page.getByText('No more numbers today; open again Mon 30 Nov, 09:00').waitFor();
  });

  test('contrast, names and roles are right', async () => {
    for (const fixture of ['open', 'closed', 'stale', 'unreachable', 'poster']) {
      await show(fixture);
      expect(await seriousViolations(page), fixture).toEqual([]);
    }
  });
});

describe('the poster', () => {
  const millimetre = 96 / 25.4;

  test.each(languages)('is one sheet with a code that can be scanned from a step away (%s)', async (language) => {
    await page.setViewportSize(sizes.laptop);
    await show('poster', language);
    await page.emulateMedia({ media: 'print' });
    const code = page.getByRole('img', { name: 'https://hall.example.gov.cn/now/' });
    const box = await code.boundingBox();
    expect((box?.width ?? 0) / millimetre).toBeGreaterThanOrEqual(50);
    const sheet = page.locator('.poster');
    const { cut, height } = await sheet.evaluate((one) => ({
      cut: one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1,
      height: one.getBoundingClientRect().height,
    }));
    expect(cut).toBe(false);
    expect(height / millimetre).toBeLessThanOrEqual(297);
    expect(await page.locator('.poster-tools').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize(sizes.phone);
  });

  test('an address that phones cannot reach is said before it is printed', async () => {
    await show('posterHere');
    await page.getByText(nowTexts.zhHans.posterLocal).waitFor();
    await show('poster');
    expect(await page.getByText(nowTexts.zhHans.posterLocal).count()).toBe(0);
    await show('posterAsking');
    expect(await page.getByRole('button', { name: nowTexts.zhHans.posterPrint }).isDisabled()).toBe(true);
  });
});
