import { afterAll } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { servePreviews } from '../support/preview.ts';
import { openPage, type ShowOptions, show } from './measure.ts';

/** A browser page for a whole test file, and how a fixture is drawn on it; both are gone when the file has run. */
export async function previewPage() {
  const previews = await servePreviews();
  afterAll(() => previews.close());
  const browser = await launchBrowser();
  afterAll(() => browser.close());
  const page = await openPage(browser);
  return { page, draw: (fixture: string, options?: ShowOptions) => show(page, previews.url, fixture, options) };
}
