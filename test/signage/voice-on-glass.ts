import type { Browser, Page } from 'playwright-core';
import { sizes } from '../support/browser.ts';

/** As a test plays the hall: the fixture adds the moment of calling. */
export interface Called {
  readonly number: string;
  readonly counterLabel: string;
  readonly status: 'called';
  readonly callNo: number;
}

export const call = (number: string, counterLabel = number.slice(-1), callNo = 1): Called => ({
  number,
  counterLabel,
  status: 'called',
  callNo,
});

export const five = ['A001', 'A012', 'T103', 'W999', 'F045'].map((number, i) => call(number, String(i + 1)));

export const soundAllowed = ['--autoplay-policy=no-user-gesture-required'];

export async function openVoiceGallery(browser: Browser, url: string, clock: 'real' | 'moved'): Promise<Page> {
  const page = await browser.newPage({ viewport: sizes.board });
  if (clock === 'moved') await page.clock.install();
  await page.goto(`${url}#voice/gallery/zhHans`);
  await page.locator('[data-preview-ready]').waitFor({ state: 'attached' });
  return page;
}

export function hallSays(page: Page, calls: readonly Called[]): Promise<void> {
  return page.evaluate(
    (detail) => {
      dispatchEvent(new CustomEvent('hall-says', { detail }));
    },
    { calls },
  );
}

/** One after another, newest first, as the hall shows them. */
export async function callAll(page: Page, calls: readonly Called[]) {
  for (const [i] of calls.entries()) await hallSays(page, calls.slice(0, i + 1).reverse());
}

export function voiceIs(page: Page, state: string): Promise<void> {
  return page.locator(`html[data-voice="${state}"]`).waitFor({ state: 'attached', timeout: 25_000 });
}
