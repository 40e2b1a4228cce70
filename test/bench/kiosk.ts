import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { pageFiles } from '../../hall-server/gateway/page-files.ts';
import { launchBrowser, sizes } from '../support/browser.ts';
import { benchFolder, printTable, spread, spreadHeads } from './measure.ts';
import { startServer } from './server.ts';

const visits = 25;
const openings = 8;
/** Taps within 600 ms of a step do not count. */
const lookMs = 650;

/** How soon a ticket kiosk is there, how soon a tap is a number on the glass, and how much has to be loaded for it. */
export async function benchKiosk() {
  const folder = benchFolder();
  const server = await startServer(folder.path);
  const browser = await launchBrowser();
  try {
    const firstPaint: number[] = [];
    const usable: number[] = [];
    for (let opening = 0; opening < openings; opening += 1) {
      const page = await open(browser, server.address);
      const paint = await page.evaluate(
        () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
      );
      firstPaint.push(paint);
      usable.push(await page.evaluate(() => window.firstCard));
      await page.context().close();
    }
    const page = await open(browser, server.address);
    const tapToNumber: number[] = [];
    for (let visit = 0; visit < visits; visit += 1) tapToNumber.push(await takeNumber(page));
    printTable(
      'The ticket kiosk, a browser and a server on this machine',
      ['', 'times', ...spreadHeads],
      [
        ['first paint, nothing in the cache', String(openings), ...spread(firstPaint)],
        ['first choices on the glass', String(openings), ...spread(usable)],
        ['from the tap to the number painted', String(visits), ...spread(tapToNumber)],
      ],
    );
    printTable('What the ticket kiosk loads, without fonts', ['', 'bytes', 'gzip', 'brotli'], weights('/kiosk/'));
  } finally {
    await browser.close();
    await server.stop();
    folder.remove();
  }
}

declare global {
  interface Window {
    /** ms after the page was asked for. */
    firstCard: number;
    tapped: number;
  }
}

async function open(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: sizes.kiosk, hasTouch: true });
  const page = await context.newPage();
  // tsx names every function by a helper that a page has not.
  await page.addInitScript({ content: 'globalThis.__name = (one) => one;' });
  await page.addInitScript(() => {
    window.firstCard = 0;
    const look = () => {
      if (document.querySelector('.card') === null) requestAnimationFrame(look);
      else requestAnimationFrame(() => Object.assign(window, { firstCard: performance.now() }));
    };
    requestAnimationFrame(look);
    addEventListener('pointerup', () => Object.assign(window, { tapped: performance.now() }), { capture: true });
  });
  await page.goto(`${address}/kiosk/?device=ticket-kiosk-1`);
  await page.locator('.card').first().waitFor();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  return page;
}

async function takeNumber(page: Page): Promise<number> {
  await page.waitForTimeout(lookMs);
  await page.locator('.card').first().tap();
  await page.waitForTimeout(lookMs);
  const painted = page.evaluate(
    () =>
      new Promise<number>((settle) => {
        const look = () => {
          if (document.querySelector('.issued') === null) requestAnimationFrame(look);
          else requestAnimationFrame(() => settle(performance.now()));
        };
        look();
      }),
  );
  await page.locator('.card').first().tap();
  const ms = (await painted) - (await page.evaluate(() => window.tapped));
  await page.waitForTimeout(lookMs);
  await page.locator('.primary').tap();
  return ms;
}

/** The files that the page's HTML names, and itself. */
function weights(address: keyof typeof pageFiles): readonly (readonly string[])[] {
  const html = readFileSync(join('dist/pages', pageFiles[address]));
  const named = [...html.toString().matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map(([, file]) => file ?? '');
  const files = [
    ['index.html', html] as const,
    ...named.map((file) => [file, readFileSync(join('dist/pages', file))] as const),
  ];
  const rows = files.map(([file, bytes]) => ({
    file,
    sizes: [bytes.length, gzipSync(bytes).length, brotliCompressSync(bytes).length],
  }));
  const total = [0, 1, 2].map((at) => rows.reduce((sum, row) => sum + (row.sizes[at] ?? 0), 0));
  return [...rows, { file: 'in all', sizes: total }].map((row) => [row.file, ...row.sizes.map(kilobytes)]);
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
