import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Printer } from '../../shared/setup.ts';
import { ShellSlip } from '../../shared/shell.ts';
import { kioskTexts } from '../../shared/texts/kiosk.ts';
import { printingTexts } from '../../shared/texts/printing.ts';
import type { AdminView } from '../../shared/views.ts';
import { launchBrowser, sizes } from '../support/browser.ts';
import { accepted } from '../support/crowd.ts';
import {
  connectStaff,
  pagesFolder,
  type RunningHall,
  request,
  startDemoHall,
  temporaryFolder,
} from '../support/hall.ts';

// The kiosk's page as built, with a hall behind it and something like a desktop shell around it.

const folder = temporaryFolder();
let hall: RunningHall;
let browser: Browser;

beforeAll(async () => {
  hall = await startDemoHall({ dataDir: folder.path, pagesFolder });
  const admin = await connectStaff<AdminView>(hall.address, 'admin', 'admin');
  const value = Printer.parse({ id: 'box', name: 'box', connection: { via: 'shell' }, paper: 58, active: true });
  accepted(await admin.send({ type: 'saveSetup', entry: { kind: 'printer', value } }));
  const assignment = { kind: 'ticketKiosk', zone: null, printer: 'box' };
  const wish = { deviceId: 'ticket-kiosk-2', name: '2', assignment };
  expect((await request(hall.address, '/api/devices/assign', wish, admin.cookies)).status).toBe(200);
  admin.close();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await hall?.close();
  folder.remove();
});

/** `asked`: every slip that the page asked its shell to print. A null shell: a plain browser. */
async function openKiosk(printed: unknown): Promise<{ page: Page; asked: unknown[] }> {
  const context = await browser.newContext({ viewport: sizes.kiosk });
  const asked: unknown[] = [];
  await context.exposeFunction('shellPrints', (slip: unknown) => {
    asked.push(slip);
    return printed;
  });
  await context.addInitScript((isShell) => {
    // The hall of a test is of no build: a page would load itself anew once.
    sessionStorage.setItem('reloaded-for', 'test');
    const print = (slip: unknown) =>
      (window as unknown as { shellPrints: (slip: unknown) => unknown }).shellPrints(slip);
    if (isShell) Object.assign(window, { clearcallShell: { print } });
  }, printed !== null);
  const page = await context.newPage();
  await page.goto(`${hall.address}/kiosk/?device=ticket-kiosk-2`);
  return { page, asked };
}

async function takeNumber(page: Page) {
  const { chooseGroup, chooseService } = kioskTexts.zhHans;
  for (const question of [chooseGroup, chooseService]) {
    // A step takes no touch for its first 600 ms: touched again, but only while it is still on the glass.
    const card = page.locator(`main:has(h1:has-text("${question}")) .card`).first();
    await card.waitFor({ timeout: 20_000 });
    await expect
      .poll(
        async () => {
          await card.click({ timeout: 500 }).catch(() => undefined);
          return card.count();
        },
        { timeout: 20_000, interval: 300 },
      )
      .toBe(0);
  }
  await page.locator('.number').waitFor();
}

test('a slip for the kiosk’s own printer is printed by its shell: once, and the glass says what became of it', async () => {
  const { page, asked } = await openKiosk({ state: 'confirmed' });
  await takeNumber(page);
  await page.locator('.slip[data-state="confirmed"]').waitFor();
  await page.getByText(printingTexts.zhHans.kiosk.takeSlip).waitFor();
  const [slip, ...others] = asked.map((one) => ShellSlip.parse(one));
  expect(slip).toMatchObject({ widthDots: 384 });
  expect(others).toEqual([]);
  // The page loaded anew, as after a crash, owes nothing any more.
  await page.reload();
  await takeNumber(page);
  await page.locator('.slip[data-state="confirmed"]').waitFor();
  expect(new Set(asked.map((one) => ShellSlip.parse(one).job)).size).toBe(2);
  expect(asked).toHaveLength(2);
  await page.context().close();
});

test.each([
  ['the printer says no', { state: 'failed', fault: 'paperOut' }, 'failed'],
  ['a queue that cannot tell', { state: 'unknown', fault: 'connectionLost' }, 'unknown'],
  ['an answer that is none', { printed: 'perhaps' }, 'unknown'],
  ['a plain browser without a shell', null, 'failed'],
])('no slip, or perhaps none, keeps the number on the glass: %s', async (_, printed, state) => {
  const { page, asked } = await openKiosk(printed);
  await takeNumber(page);
  await page.locator(`.slip[data-state="${state}"]`).waitFor();
  expect(await page.locator('.number').innerText()).toMatch(/^[A-Z]\d{3}$/);
  expect(asked).toHaveLength(printed === null ? 0 : 1);
  await page.context().close();
});
