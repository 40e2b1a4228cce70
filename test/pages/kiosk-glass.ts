import type { Browser, Page } from 'playwright-core';
import { type Language, languages } from '../../shared/languages.ts';
import { showPreview } from '../support/preview.ts';

/** The glass of the kiosks there are: a tall panel, a wide one, and a small tall one. */
export const glasses = {
  tall: { width: 1080, height: 1920 },
  wide: { width: 1920, height: 1080 },
  small: { width: 768, height: 1366 },
} as const;
export type GlassName = keyof typeof glasses;

export const glassesAndLanguages = (Object.keys(glasses) as GlassName[]).flatMap((glass) =>
  languages.map((language) => [glass, language] as const),
);

/** Opens the first fixture on a touch screen whose clock stands still: time passes only in `pass`. */
export async function openKiosk(browser: Browser, url: string, fixture: string): Promise<Page> {
  const page = await browser.newPage({ viewport: glasses.tall, hasTouch: true });
  page.setDefaultTimeout(5_000);
  await page.clock.install({ time: 0 });
  await page.goto(`${url}#${fixture}/zhHans`);
  await page.locator('[data-preview-ready]').waitFor({ state: 'attached', timeout: 20_000 });
  await page.clock.pauseAt(3_600_000);
  return page;
}

export async function showKiosk(page: Page, fixture: string, language: Language = 'zhHans'): Promise<void> {
  let isDrawn = false;
  const drawn = showPreview(page, fixture, language).finally(() => {
    isDrawn = true;
  });
  while (!isDrawn) await pass(page, 20);
  await drawn;
}

/** Longer than the time after each step in which a tap can only be the double tap of the last. */
export const afterDoubleTap = 700;

/** Lets the time of the page pass, and React draw what came of it: its turns come as messages, not by the clock. */
export async function pass(page: Page, milliseconds: number): Promise<void> {
  await page.clock.runFor(milliseconds);
  await page.evaluate(async () => {
    const turn = () =>
      new Promise((done) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = done;
        port2.postMessage(null);
      });
    await turn();
    await turn();
  });
}

/** A tap, and the pause that a person makes after it to look. */
export async function tap(page: Page, name: string | RegExp): Promise<void> {
  // Chromium takes a window untouched for a while as covered, and answers its touches once a second.
  await page.bringToFront();
  await page.getByRole('button', { name, exact: true }).tap();
  await pass(page, afterDoubleTap);
}

/** Taps somewhere without looking, as an impatient finger does. */
export async function tapBlindly(page: Page, selector: string, times: number): Promise<void> {
  const box = await page.locator(selector).first().boundingBox();
  if (box === null) throw new Error(`${selector} is not on the glass`);
  for (let done = 0; done < times; done += 1) {
    await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  }
}
