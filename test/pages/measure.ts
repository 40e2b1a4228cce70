import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import type { Command } from '../../shared/commands.ts';
import type { Language } from '../../shared/languages.ts';
import { sizes } from '../support/browser.ts';
import { showPreview } from '../support/preview.ts';

/** One page for a whole test file: what the first fixture loaded, the others find in its cache. */
export async function openPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(5_000);
  return page;
}

export interface ShowOptions {
  readonly language?: Language;
  readonly size?: keyof typeof sizes;
}

/** Draws a fixture anew; the page's first brings everything with it. */
export async function show(
  page: Page,
  url: string,
  fixture: string,
  { language = 'zhHans', size = 'laptop' }: ShowOptions = {},
): Promise<void> {
  await page.setViewportSize(sizes[size]);
  if (page.url().startsWith(url)) return showPreview(page, fixture, language);
  await page.goto(`${url}#${fixture}/${language}`);
  await page.locator('[data-preview-ready]').waitFor({ state: 'attached', timeout: 20_000 });
}

/** What the page asked of the hall so far. */
export function sent(page: Page): Promise<readonly Command[]> {
  return page.evaluate(() => window.sent ?? []);
}

/** Whether the page itself would have to be scrolled. */
export function scrolls(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { scrollHeight, scrollWidth } = document.documentElement;
    return scrollHeight > innerHeight || scrollWidth > innerWidth;
  });
}

/** Texts that are cut off, run over a neighbour inside the same box, or lie outside the glass. */
export function cutTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const cut: string[] = [];
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = words.nextNode(); node !== null; node = words.nextNode()) {
      const box = node.parentElement;
      if (box === null || node.textContent?.trim() === '' || box.closest('.visually-hidden, script, style')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const text = range.getBoundingClientRect();
      if (text.width === 0) continue;
      const scroller = box.closest('.find-list, .desk-services');
      if (scroller !== null && scroller.scrollHeight > scroller.clientHeight) continue;
      const outside = text.left < 0 || text.top < 0 || text.right > innerWidth + 1 || text.bottom > innerHeight + 1;
      const clipped = box.scrollWidth > box.clientWidth + 1 && getComputedStyle(box).overflow !== 'visible';
      const parent = box.closest('button, li, section, dialog, [role=dialog], header')?.getBoundingClientRect();
      const over = parent !== undefined && (text.right > parent.right + 1 || text.left < parent.left - 1);
      if (outside || clipped || over) cut.push(node.textContent ?? '');
    }
    return cut;
  });
}

/** axe's serious and critical findings, as 'rule: where'. */
export async function seriousViolations(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
    });
    return violations
      .filter((one) => one.impact === 'serious' || one.impact === 'critical')
      .flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(' ')}`));
  });
}
