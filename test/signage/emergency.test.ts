import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { blankSetup } from '../../hall-server/blank-setup.ts';
import { languages } from '../../shared/languages.ts';
import { arcminutes, inkRatio, minutesOf } from '../../signage-display/legibility.ts';
import { layoutMessage } from '../../signage-display/message-layout.ts';
import { seriousViolations } from '../pages/measure.ts';
import { launchBrowser, sizes } from '../support/browser.ts';
import { cutOn, tooSmallOn } from '../support/on-glass.ts';
import { openPreview, servePreviews } from '../support/preview.ts';

let previews: Awaited<ReturnType<typeof servePreviews>>;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  previews = await servePreviews();
  browser = await launchBrowser();
  page = await openPreview(browser, previews.url, 'board/emergency', { size: sizes.board });
});
afterAll(async () => {
  await browser?.close();
  await previews?.close();
});

const long = {
  zhHans: '请'.repeat(80),
  zhHant: '請'.repeat(80),
  en: 'Please leave now by the nearest exit, help others, and follow what our staff say',
};
const texts = [...blankSetup.emergencyMessages.map((one) => one.text), long];

const cover = async (asked: object, size: { width: number; height: number }) => {
  await page.setViewportSize(size);
  await page.evaluate(async (detail) => {
    dispatchEvent(new CustomEvent('cover', { detail }));
    await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
    await document.fonts.ready;
  }, asked);
};

const glasses = [
  { inches: 55, metres: 10, size: sizes.board },
  { inches: 43, metres: 8, size: sizes.board },
  { inches: 55, metres: 7, size: { width: 1080, height: 1920 } },
  { inches: 24, metres: 3.5, size: { width: 1920, height: 540 } },
] as const;

test.each(glasses)('on $inches inches read from $metres m every message is whole and readable', async (glass) => {
  const { inches: diagonalInches, metres: farthestViewMetres, size } = glass;
  const panel = { diagonalInches, farthestViewMetres };
  for (const text of texts) {
    await cover({ text, panel }, size);
    const covered = page.locator('.covering');
    const { x, y, width, height } = (await covered.boundingBox()) ?? expect.fail('no message');
    expect({ x, y, width, height }, 'nothing else is in sight').toEqual({ x: 0, y: 0, ...size });
    const shown = page.locator('.covering p');
    const cut = await covered.evaluate((section) => {
      const words = section.querySelector('.covering-words');
      return words === null || words.scrollHeight > words.clientHeight + 1 || words.scrollWidth > words.clientWidth + 1;
    });
    expect(cut, text.en).toBe(false);
    const px = await shown.first().evaluate((line) => Number.parseFloat(getComputedStyle(line).fontSize));
    const minutes = minutesOf(px * inkRatio.lowestFigure, { ...panel, widthPx: size.width, heightPx: size.height });
    if (text !== long) expect(minutes, text.en).toBeGreaterThanOrEqual(arcminutes.text);
  }
});

test('the prepared messages are as large as a call in every language: what is too long at once takes turns', () => {
  const usual = { widthPx: 1920, heightPx: 1080, diagonalInches: 55, farthestViewMetres: 10 };
  const upright = { ...usual, widthPx: 1080, heightPx: 1920, farthestViewMetres: 7 };
  for (const glass of [usual, upright, { ...usual, diagonalInches: 86, farthestViewMetres: 15 }]) {
    for (const { text } of blankSetup.emergencyMessages) {
      const { pages } = layoutMessage(
        glass,
        languages.map((language) => text[language]),
      );
      for (const part of pages.flat()) {
        const ink = languages[part.of] === 'en' ? inkRatio.lowestFigure : inkRatio.han;
        expect(minutesOf(part.fontPx * ink, glass), part.text).toBeGreaterThanOrEqual(arcminutes.call);
      }
      for (const [of, language] of languages.entries()) {
        const said = pages.flat().filter((part) => part.of === of);
        const letters = (words: string) => words.replace(/[^\p{L}]/gu, '');
        expect(letters(said.map((part) => part.text).join('')), 'nothing is left out').toBe(letters(text[language]));
        expect(said.length, 'and the beginning comes round again soon').toBeLessThanOrEqual(4);
      }
    }
  }
});

test('on both themes it can be read by everybody, and nothing in it moves', async () => {
  await cover({}, sizes.board);
  expect(await seriousViolations(page)).toEqual([]);
  const moving = await page.locator('.covering').evaluate((one) => one.getAnimations({ subtree: true }).length);
  expect(moving).toBe(0);
  expect(await cutOn(page)).toEqual([]);
  expect(await tooSmallOn(page, { widthPx: 1920, heightPx: 1080, diagonalInches: 55, farthestViewMetres: 10 })).toEqual(
    [],
  );
});
