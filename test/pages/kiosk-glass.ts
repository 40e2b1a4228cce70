import type { Browser, Page } from 'playwright-core';
import { type Language, languageNames, languages } from '../../shared/languages.ts';
import { cutOn, overlapsOn, textRuns } from '../support/on-glass.ts';
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

/** The smallest panel a kiosk may have: what is large enough on it is larger on one of 21.5 inches. */
const panelInches = 18.5;

const least = {
  target: 20,
  /** The answers to the question itself. */
  answer: 30,
  gap: 4,
  /** Ink of words to act on: 42' at 600 mm. What else a card says (people, minutes) informs, as the words below. */
  actionInk: 7.3,
  otherInk: 4.8,
};
/** Ink of the bundled font in em: Han characters, and the lowest of letters and figures. */
const ink = { han: 0.9, other: 0.74 };

interface Target {
  readonly name: string;
  readonly answer: boolean;
  readonly hit: boolean;
  readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
}

/** What is wrong with the picture on the glass, in words; empty if nothing is. */
export async function faultsOn(page: Page): Promise<readonly string[]> {
  const { width, height } = page.viewportSize() ?? glasses.tall;
  const mm = (panelInches * 25.4) / Math.hypot(width, height);
  return [
    ...(await cutOn(page)).map((text) => `cut: ${text}`),
    ...(await overlapsOn(page)).map((texts) => `on each other: ${texts}`),
    ...(await spilt(page)).map((text) => `out of its box: ${text}`),
    ...(await smallInk(page, mm)),
    ...targetFaults(await targetsOn(page), mm),
  ];
}

/** Words and parts that leave the box they belong to, or the glass. */
function spilt(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const boxes = 'button, main, header, footer, .question, .cards, .notice, .issued, .keypad, .still-there';
    const found: string[] = [];
    const check = (name: string, from: Element | null, left: number, top: number, right: number, bottom: number) => {
      for (let box = from?.closest(boxes); box != null; box = box.parentElement?.closest(boxes)) {
        const edge = box.getBoundingClientRect();
        const inside = left > edge.left - 2 && top > edge.top - 2 && right < edge.right + 2 && bottom < edge.bottom + 2;
        if (!inside) found.push(`${name} of ${box.tagName.toLowerCase()}.${box.className}`);
      }
    };
    for (const part of document.querySelectorAll('main *, footer *')) {
      // A line of type is measured by its ink, below.
      if (getComputedStyle(part).display === 'inline' || part.closest('h1, p, svg') !== null) continue;
      const { left, top, right, bottom } = part.getBoundingClientRect();
      check(part.className, part.parentElement, left, top, right, bottom);
    }
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = words.nextNode(); node !== null; node = words.nextNode()) {
      const parent = node.parentElement;
      if (parent === null || !node.textContent?.trim()) continue;
      const em = Number.parseFloat(getComputedStyle(parent).fontSize);
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const line of range.getClientRects()) {
        const baseline = line.top + (line.height * 1.16) / 1.448;
        check(node.textContent, parent, line.left, baseline - 0.87 * em, line.right, baseline + 0.1 * em);
      }
    }
    return found;
  });
}

async function smallInk(page: Page, mm: number): Promise<readonly string[]> {
  const actions = new Set(
    await page.evaluate(() =>
      [...document.querySelectorAll('button')].flatMap((button) => {
        const words = document.createTreeWalker(button, NodeFilter.SHOW_TEXT);
        const found: string[] = [];
        for (let node = words.nextNode(); node !== null; node = words.nextNode()) {
          if (!node.parentElement?.closest('.card-facts')) found.push(node.textContent?.trim() ?? '');
        }
        return found;
      }),
    ),
  );
  return (await textRuns(page)).flatMap(({ text, fontPx, isHan }) => {
    const has = fontPx * mm * (isHan ? ink.han : ink.other);
    const needs = actions.has(text) ? least.actionInk : least.otherInk;
    return has < needs ? [`small: ${text} has ${has.toFixed(2)} mm of ${needs}`] : [];
  });
}

function targetsOn(page: Page): Promise<readonly Target[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button')]
      .filter((button) => button.closest('[inert]') === null)
      .map((button) => {
        const { left, top, right, bottom } = button.getBoundingClientRect();
        const points = [
          [(left + right) / 2, (top + bottom) / 2],
          [left + 8, top + 8],
          [right - 8, top + 8],
          [left + 8, bottom - 8],
          [right - 8, bottom - 8],
        ] as const;
        return {
          name: button.textContent ?? '',
          answer: button.matches('.primary, .card, .level'),
          hit: points.every(([x, y]) => button.contains(document.elementFromPoint(x, y))),
          box: { left, top, right, bottom },
        };
      }),
  );
}

function targetFaults(targets: readonly Target[], mm: number): readonly string[] {
  // A hundredth of a millimetre is lost where a pixel is rounded.
  const slack = 0.05;
  const faults: string[] = [];
  for (const [at, { name, answer, hit, box }] of targets.entries()) {
    const side = Math.min(box.right - box.left, box.bottom - box.top) * mm;
    if (side < (answer ? least.answer : least.target) - slack) faults.push(`small: ${name} is ${side.toFixed(1)} mm`);
    if (!hit) faults.push(`covered: ${name}`);
    for (const other of targets.slice(at + 1)) {
      const beside = Math.max(other.box.left - box.right, box.left - other.box.right);
      const above = Math.max(other.box.top - box.bottom, box.top - other.box.bottom);
      const gap = Math.max(beside, above) * mm;
      if (gap < least.gap - slack) faults.push(`close: ${name} and ${other.name} are ${gap.toFixed(1)} mm apart`);
    }
  }
  return faults;
}

/** Words of another language than the page's; the switch names each language in its own words. */
export async function foreignWords(page: Page, language: Language): Promise<readonly string[]> {
  const texts = (await page.locator('#page').innerText()).split('\n');
  const own = Object.values<string>(languageNames);
  return texts.filter(
    (text) => !own.includes(text) && (language === 'en' ? /\p{Script=Han}/u : /[A-Za-z]{2,}/).test(text),
  );
}
