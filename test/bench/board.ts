import type { Browser } from 'playwright-core';
import type { BoardView } from '../../shared/views.ts';
import { sizes } from '../support/browser.ts';
import { type Client, connect } from '../support/hall.ts';

/** A board that says when (UTC ms) it shows a number. */
export interface Board {
  readonly shows: (number: string) => Promise<number>;
  readonly close: () => unknown;
}

/** The real page in a real browser: shown means painted. */
export interface DrawnBoard extends Board {
  /** Null: it shows the calls of all zones. */
  readonly zone: string | null;
  /** Opens more windows of the same device. */
  readonly sibling: () => Promise<Board>;
}

declare global {
  interface Window {
    paintedAt(number: string): Promise<number>;
  }
}

export async function drawBoard(browser: Browser, address: string, device: string): Promise<DrawnBoard> {
  const zone = /^zone-screen-(\w)$/.exec(device)?.[1]?.toUpperCase() ?? null;
  const context = await browser.newContext({ viewport: sizes.board });
  const page = await context.newPage();
  // tsx writes this helper into functions; in the page nobody has defined it.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.addInitScript(() => {
    window.paintedAt = (number) =>
      new Promise((settle) => {
        const look = () => {
          const shown = [...document.querySelectorAll('[data-figures="number"]')].some(
            (figures) => figures.textContent === number && figures.checkVisibility(),
          );
          if (!shown) return;
          observer.disconnect();
          // A message posted in a frame's callback is handled after that frame has been painted.
          requestAnimationFrame(() => {
            const painted = new MessageChannel();
            painted.port1.onmessage = () => settle(Date.now());
            painted.port2.postMessage(null);
          });
        };
        const observer = new MutationObserver(look);
        observer.observe(document, { subtree: true, childList: true, characterData: true });
        look();
      });
  });
  await page.goto(`${address}/screen/?kind=${zone === null ? 'hallScreen' : 'zoneScreen'}&device=${device}`);
  await page.locator('.hero').waitFor();
  const cookies = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  return {
    zone,
    shows: (number) => page.evaluate((wanted) => window.paintedAt(wanted), number),
    sibling: () => followBoard(address, device, cookies),
    close: () => context.close(),
  };
}

/** The socket of a board without its glass: shown means received. It confirms each view as a board does. */
async function followBoard(address: string, slot: string, cookies: string): Promise<Board> {
  const client: Client<BoardView> = await connect(address, { audience: 'device', slot }, cookies);
  client.socket.on('view', ({ revision }) => client.socket.emit('painted', { revision }));
  return {
    shows: async (number) => {
      await client.until((view) => view.calls.some((call) => call.number === number));
      return Date.now();
    },
    close: client.close,
  };
}
