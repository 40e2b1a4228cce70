import type { Locator, Page } from 'playwright-core';
import type { Language } from '../../shared/languages.ts';
import { arcminutes, type Glass, inkRatio, minutesOf } from '../../signage-display/legibility.ts';
import { type Run, runsOfText } from './text-runs.ts';

/** Height of the ink that is really on the glass, in CSS pixels: counted in a screenshot, not taken from a style. */
export async function inkPx(figures: Locator): Promise<number> {
  const picture = await figures.screenshot({ animations: 'disabled' });
  return figures.page().evaluate(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.drawImage(image, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
    const brightness = (x: number, y: number) => {
      const at = 4 * (y * width + x);
      return (data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0);
    };
    const paper = brightness(0, 0);
    const inked = Array.from({ length: height }, (_, y) => y).filter((y) => {
      for (let x = 0; x < width; x++) if (Math.abs(brightness(x, y) - paper) > 250) return true;
      return false;
    });
    return (inked.at(-1) ?? -1) - (inked[0] ?? 0) + 1;
  }, picture.toString('base64'));
}

/** Has a gallery page draw a fixture anew, and waits until it is on the glass in its own font. */
export async function draw(page: Page, fixture: string, language: Language = 'zhHans', size?: Size): Promise<void> {
  if (size !== undefined) await page.setViewportSize(size);
  await page.evaluate(
    async (detail) => {
      dispatchEvent(new CustomEvent('draw', { detail: { fixture: '' } }));
      const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      await painted();
      dispatchEvent(new CustomEvent('draw', { detail }));
      await painted();
      await document.fonts.ready;
      await painted();
    },
    { fixture, language },
  );
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Every run of text on the glass, with the box of its ink. */
export function textRuns(page: Page): Promise<readonly Run[]> {
  return page.evaluate(runsOfText);
}

/** What is cut: text of which only a part is seen, or a page that scrolls. */
export async function cutOn(page: Page): Promise<readonly string[]> {
  const runs = await textRuns(page);
  const scrolls = await page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return scrollWidth > innerWidth || scrollHeight > innerHeight;
  });
  if (!runs.some((run) => run.seen === 'all')) return ['nothing is on the glass'];
  const cut = runs.filter((run) => run.seen === 'some').map((run) => `${run.text} ${JSON.stringify(run.box)}`);
  return scrolls ? [...cut, 'the page scrolls'] : cut;
}

/** Text on the glass that is smaller than everything in a hall must be. */
export async function tooSmallOn(page: Page, glass: Glass): Promise<readonly string[]> {
  const runs = await textRuns(page);
  return runs
    .filter((run) => run.seen !== 'none')
    .map((run) => ({
      ...run,
      minutes: minutesOf(run.fontPx * (run.isHan ? inkRatio.han : inkRatio.lowestFigure), glass),
    }))
    .filter((run) => run.minutes < arcminutes.text - 0.05)
    .map((run) => `${run.text}: ${run.minutes.toFixed(1)}'`);
}

/** Words that a line's end tears apart. */
export function tornWordsOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const torn: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      for (const word of (node.textContent ?? '').matchAll(/[A-Za-z0-9]+/g)) {
        const range = document.createRange();
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) torn.push(word[0]);
      }
    }
    return torn;
  });
}

/** Texts that stand on each other. */
export async function overlapsOn(page: Page): Promise<readonly string[]> {
  const runs = (await textRuns(page)).filter((run) => run.seen === 'all');
  const found: string[] = [];
  for (const [i, a] of runs.entries()) {
    for (const b of runs.slice(i + 1)) {
      const width = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
      const height = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
      if (width > 2 && height > 2) found.push(`${a.text} / ${b.text}`);
    }
  }
  return found;
}
