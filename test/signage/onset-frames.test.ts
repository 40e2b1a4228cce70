import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { now } from '../pages/fixtures/hall-facts.ts';
import { launchBrowser, sizes } from '../support/browser.ts';
import { draw } from '../support/on-glass.ts';
import { servePreviews } from '../support/preview.ts';

// F1-F3: an onset looked at frame by frame, 33 ms apart, on pages whose animations and timers a test moves on.
const frameMs = 33;

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

async function open(screen: 'board' | 'sign') {
  page = await browser.newPage({ viewport: { width: sizes.board.width / 4, height: sizes.board.height / 4 } });
  await page.clock.install();
  await page.goto(`${previews.url}#${screen}/gallery/zhHans`);
  await page.locator('[data-preview-ready]').waitFor({ state: 'attached' });
}

interface Frame {
  readonly at: number;
  /** Opacity of the frame round the call. */
  readonly pulse: number;
  readonly text: string;
  /** What of the call's text can be seen through: 1 is wholly opaque. */
  readonly textOpacity: number;
  /** Where everything but the pulse stands, and how it is coloured. */
  readonly rest: string;
}

/** Steps the pulse, and everything else that moves, through six and a half seconds. */
function frames(place: string): Promise<readonly Frame[]> {
  return page.evaluate(
    ({ place, frameMs }) => {
      const seen: Frame[] = [];
      const opacity = (element: Element | null): number =>
        element === null ? 1 : Number(getComputedStyle(element).opacity) * opacity(element.parentElement);
      for (let at = 0; at <= 6_500; at += frameMs) {
        for (const animation of document.getAnimations()) {
          animation.pause();
          animation.currentTime = at;
        }
        const frame = document.querySelector(`${place} .pulse-frame`);
        const figures = [...document.querySelectorAll(`${place} .figures`)];
        const others = [...document.querySelectorAll('.screen *')].filter((one) => !one.matches('.pulse-frame'));
        seen.push({
          at,
          pulse: frame === null ? 0 : Number(getComputedStyle(frame).opacity),
          text: figures.map((one) => one.textContent).join(' '),
          textOpacity: Math.min(
            ...figures.map((one) => (one.checkVisibility({ checkOpacity: true }) ? opacity(one) : 0)),
          ),
          rest: others
            .map((one) => {
              const { left, top, width, height } = one.getBoundingClientRect();
              const { color, backgroundColor, opacity: shown, transform, visibility } = getComputedStyle(one);
              return [left, top, width, height, color, backgroundColor, shown, transform, visibility].join(' ');
            })
            .join('\n'),
        });
      }
      return seen;
    },
    { place, frameMs },
  );
}

/** How often a second it lights up, at worst. */
function worstFlashes(seen: readonly Frame[]): number {
  const lit = seen.flatMap(({ at, pulse }, i) => (pulse > 0.5 && (seen[i - 1]?.pulse ?? 0) <= 0.5 ? [at] : []));
  // Within any two seconds, so that a rate of one and a half can be told from one and from two.
  return Math.max(...lit.map((from) => lit.filter((at) => at >= from && at < from + 2_000).length)) / 2;
}

test.each([
  ['board', '.hero', 'A013 6'],
  ['sign', '.main', 'A013'],
] as const)(
  '%s: at most 1.5 flashes a second, none after five; the call is read in every frame; nothing else moves',
  async (screen, place, text) => {
    await open(screen);
    await draw(page, 'newCall');
    await page.locator('.pulse-frame').waitFor({ state: 'attached' });
    const seen = await frames(place);
    expect(seen.length).toBeGreaterThan(190);
    expect(worstFlashes(seen)).toBeGreaterThanOrEqual(1);
    expect(worstFlashes(seen)).toBeLessThanOrEqual(1.5);
    expect(seen.filter(({ at, pulse }) => at >= 5_000 && pulse > 0)).toEqual([]);
    expect(new Set(seen.map((frame) => frame.text))).toEqual(new Set([text]));
    expect(Math.min(...seen.map(({ textOpacity }) => textOpacity))).toBe(1);
    expect(new Set(seen.map(({ rest }) => rest)).size).toBe(1);
    await page.close();
  },
);

test('F3 board: from half a second before a call to six seconds after it, no pixel changes but those of the call', async () => {
  await open('board');
  await draw(page, 'sixCalls');
  // From here on only the test lets time pass.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 2_000);
  const boxOf = async (place: string) => (await page.locator(place).boundingBox()) ?? expect.fail(`no ${place}`);
  const boxes = { calls: await boxOf('.calls'), hero: await boxOf('.hero') };
  const changed: { readonly at: number; readonly pixels: number }[] = [];
  for (const at of [-500, -250, ...Array.from({ length: 12 }, (_, i) => i * 500 + frameMs)]) {
    if (at === frameMs) {
      const called = { status: 'called', callNo: 1 } as const;
      const calls = [
        { ...called, number: 'A013', counterLabel: '6', calledAt: now },
        { ...called, number: 'A012', counterLabel: '3', calledAt: now - 20_000 },
      ];
      await page.evaluate(
        (detail) => {
          dispatchEvent(new CustomEvent('hall-says', { detail }));
        },
        { calls },
      );
      await page.locator('.hero .pulse-frame').waitFor({ state: 'attached' });
    } else {
      await page.clock.runFor(at < 0 ? 250 : 500);
    }
    await page.evaluate((time) => {
      for (const animation of document.getAnimations()) {
        animation.pause();
        animation.currentTime = time;
      }
    }, at);
    const picture = await page.screenshot();
    // Before it nothing at all; then the list of calls changes once with it, and nothing but its pulse after that.
    const pixels = await page.evaluate(
      async ({ png, boxes, at }) => {
        const image = new Image();
        image.src = `data:image/png;base64,${png}`;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext('2d');
        if (context === null) throw new Error('no canvas');
        const without = (box: { x: number; y: number; width: number; height: number } | null) => {
          context.drawImage(image, 0, 0);
          if (box !== null) context.clearRect(box.x - 1, box.y - 1, box.width + 2, box.height + 2);
          return context.getImageData(0, 0, image.width, image.height).data;
        };
        const kept = window as Window & { before?: Record<string, Uint8ClampedArray> };
        kept.before ??= {};
        let different = 0;
        const seen = {
          around: without(boxes.calls),
          ...(at < 0 ? { early: without(null) } : { late: without(boxes.hero) }),
        };
        for (const [part, data] of Object.entries(seen)) {
          kept.before[part] ??= data;
          const first = kept.before[part];
          // A browser smooths the edge of a line anew now and then, by a shade that nobody can see.
          different += data.filter((value, i) => Math.abs(value - (first?.[i] ?? 0)) > 16).length;
        }
        return different;
      },
      { png: picture.toString('base64'), boxes, at },
    );
    changed.push({ at, pixels });
  }
  expect(changed.filter(({ pixels }) => pixels > 0)).toEqual([]);
  await page.close();
});
