import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FirstStart, Tried } from '../../shared/electron/first-start.ts';
import { type OwnPage, ownFile, ownHeaders, ownPages } from '../../shared/electron/own-pages.ts';
import { languages } from '../../shared/languages.ts';
import { shellTexts } from '../../shared/texts/shell.ts';
import { launchBrowser, sizes } from '../support/browser.ts';

// The shells' own pages as built, under their own policy, with a shell behind them that notes what it is asked.

declare global {
  interface Window {
    /** What the page under test asked of its shell. */
    told: unknown[];
    /** What the shell answers next. */
    tried: Tried;
    start: FirstStart;
    code: 'right' | 'wrong' | 'unreachable';
  }
}

let server: Server;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  server = createServer(({ url = '/' }, response) => {
    const file = ownFile(`clearcall://shell${url}`);
    if (file === null) return response.writeHead(404).end();
    const body = file.kind === 'page' ? file.html : readFileSync(join('dist/shells/kiosk', file.name));
    const type = file.kind === 'page' ? 'text/html' : file.name.endsWith('.css') ? 'text/css' : 'text/javascript';
    return response.writeHead(200, { ...ownHeaders, 'content-type': `${type}; charset=utf-8` }).end(body);
  }).listen(0, '127.0.0.1');
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: sizes.kiosk });
  await page.addInitScript(() => {
    window.told = [];
    window.tried = { outcome: 'noHall' };
    window.code = 'wrong';
    window.start = {
      choices: ['ticketKiosk', 'ratingKiosk'],
      halls: [
        { name: '江海区行政服务中心', address: 'https://hall.example' },
        { name: '江海区行政服务中心外海分中心综合服务大厅', address: 'http://192.168.1.10:8080' },
      ],
      byStaff: false,
    };
    const note = (what: unknown) => void window.told.push(what);
    Object.assign(window, {
      clearcallOwn: {
        firstStart: async () => window.start,
        tryHall: async (typed: string) => {
          note(typed);
          return window.tried;
        },
        takeHall: async (chosen: string) => note({ take: chosen }),
        staffCode: async (typed: string) => {
          note({ code: typed });
          return window.code;
        },
        back: () => note('back'),
        leave: () => note('leave'),
      },
    });
  });
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

async function open(own: OwnPage) {
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}${ownPages[own]}`);
}
const asked = () => page.evaluate(() => window.told);
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const texts = shellTexts.zhHans;

/** What does not fit on the glass, and targets too small for a finger (20 mm on a 21.5-inch kiosk). */
const faults = (leastPx: number) =>
  page.evaluate((least) => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    const found = scrollWidth > innerWidth || scrollHeight > innerHeight ? ['the page scrolls'] : [];
    for (const element of document.querySelectorAll('button, input, h1, h2, p')) {
      const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
      const name = element.textContent || element.tagName;
      if (left < 0 || top < 0 || right > innerWidth + 1 || bottom > innerHeight + 1) found.push(`${name} is outside`);
      if (element.scrollWidth > element.clientWidth + 1 && element.tagName !== 'INPUT') found.push(`${name} is cut`);
      if (element.matches('button') && (width < least || height < least)) found.push(`${name} is ${width} x ${height}`);
    }
    return found;
  }, leastPx);

describe('pages that say why there is no hall', () => {
  it.each(['offline', 'askDesk'] as const)(
    '%s: in three languages at once, on any glass, without script',
    async (own) => {
      for (const size of [sizes.kiosk, sizes.board, sizes.laptop]) {
        await page.setViewportSize(size);
        await open(own);
        expect(await faults(0)).toEqual([]);
      }
      const said = await page.locator('h1').allTextContents();
      expect(said).toEqual(languages.map((language) => shellTexts[language][own === 'offline' ? 'offline' : 'broken']));
      expect(await page.locator('script').count()).toBe(0);
      expect(await page.evaluate(() => getComputedStyle(document.body).overflow)).toBe('hidden');
    },
  );
});

describe('which hall', () => {
  beforeEach(async () => {
    await page.setViewportSize(sizes.kiosk);
    await open('setup');
    await page.getByRole('heading', { name: texts.setupTitle }).waitFor();
  });

  it('every step fits its glass in every language, with keys for fingers', async () => {
    const steps: readonly (Tried | null)[] = [
      null,
      { outcome: 'noHall' },
      { outcome: 'wrongCertificate', address: 'https://hall.example' },
      { outcome: 'hall', address: 'http://192.168.1.10:8080', encrypted: false },
      { outcome: 'unknownCertificate', address: 'https://hall.example', fingerprint: Array(32).fill('A1').join(':') },
    ];
    for (const [size, least] of [
      [sizes.kiosk, 81],
      [sizes.board, 65],
    ] as const) {
      await page.setViewportSize(size);
      for (const step of steps) {
        await open('setup');
        if (step !== null) {
          await page.evaluate((next) => {
            window.tried = next;
          }, step);
          await page.locator('input').fill('hall.example');
          await page.keyboard.press('Enter');
        }
        for (const name of ['English', '繁體中文', '简体中文']) {
          await press(name);
          expect(await faults(least), `${JSON.stringify(step)} ${name} ${size.width}`).toEqual([]);
        }
      }
    }
  });
  it('typed by fingers, tried, and used as a kiosk', async () => {
    await page.evaluate(() => {
      window.tried = { outcome: 'hall', address: 'http://10.0.0.2:8080', encrypted: false };
    });
    for (const sign of '10.0.0.23') await press(sign);
    await press(texts.erase);
    await press(texts.connect);
    await page.getByText(texts.notEncrypted).waitFor();
    await press(texts.pages.ratingKiosk);
    expect(await asked()).toEqual(['10.0.0.2', { take: 'ratingKiosk' }]);
  });
  it('chosen from those heard on the network', async () => {
    await page.getByRole('button', { name: /外海分中心/ }).click();
    await page.getByText(texts.noHall).waitFor();
    expect(await asked()).toEqual(['http://192.168.1.10:8080']);
  });
  it('a certificate is compared before anything is taken; "not the same" takes nothing', async () => {
    const fingerprint = Array(32).fill('A1').join(':');
    await page.evaluate((shown) => {
      window.tried = { outcome: 'unknownCertificate', address: 'https://hall.example', fingerprint: shown };
    }, fingerprint);
    for (const answer of [texts.doNotTrust, texts.trust]) {
      await page.locator('input').fill('hall.example');
      await press(texts.connect);
      await page.getByText(fingerprint).waitFor();
      await press(answer);
    }
    await press(texts.pages.ticketKiosk);
    expect(await asked()).toEqual(['hall.example', 'hall.example', { take: 'ticketKiosk' }]);
  });
  it('a name from the network is text, never markup', async () => {
    await page.evaluate(() => {
      window.start = { ...window.start, halls: [{ name: '<img src=x onerror=alert(1)>', address: 'http://10.0.0.9' }] };
    });
    await page.getByText('<img src=x onerror=alert(1)>').waitFor();
    expect(await page.locator('img').count()).toBe(0);
  });
  it('closing the program is for staff', async () => {
    expect(await page.getByRole('button', { name: texts.close }).count()).toBe(0);
  });
});

describe('the staff’s code', () => {
  it('fits, is typed by fingers, and says what was wrong in every language', async () => {
    for (const size of [sizes.kiosk, sizes.board]) {
      await page.setViewportSize(size);
      await open('staff');
      expect(await faults(65)).toEqual([]);
    }
    for (const sign of '482915') await press(sign);
    await press(`${texts.enter} OK`);
    for (const language of languages) await page.getByText(shellTexts[language].wrongCode).waitFor();
    expect(await faults(65)).toEqual([]);
    await press(`${texts.back} Back`);
    expect(await asked()).toEqual([{ code: '482915' }, 'back']);
  });
});
