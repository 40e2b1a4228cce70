import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CounterView, TicketKioskView } from '../../shared/views.ts';
import { launchBrowser, sizes } from '../support/browser.ts';
import { type Client, connectDevice, connectStaff, temporaryFolder } from '../support/hall.ts';
import { freePort, type ServerProcess, startServer } from '../support/server-process.ts';

// The server is killed while its pages are open: they say so, and come back by themselves with the truth.
let browser: Browser;
let server: ServerProcess;
const folder = temporaryFolder();
const clients: Client[] = [];

beforeAll(async () => {
  server = await startServer({ dataDir: folder.path, port: await freePort() });
  browser = await launchBrowser();
});
afterAll(async () => {
  for (const client of clients) client.close();
  await browser?.close();
  await server?.kill();
  folder.remove();
});

async function open(path: string, size: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({ viewport: size });
  const page = await context.newPage();
  await page.goto(server.address + path);
  return page;
}

const outageMs = 30_000;

/** Counts every pulse that appears on a screen from now on. */
const countPulses = (page: Page) =>
  page.evaluate(() => {
    const seen = new Set(document.querySelectorAll('.pulse-frame'));
    Object.assign(window, { pulses: 0 });
    new MutationObserver(() => {
      for (const frame of document.querySelectorAll('.pulse-frame')) {
        if (seen.has(frame)) continue;
        seen.add(frame);
        (window as unknown as { pulses: number }).pulses += 1;
      }
    }).observe(document.body, { childList: true, subtree: true });
  });
const pulsesOn = (page: Page) => page.evaluate(() => (window as unknown as { pulses: number }).pulses);

test('D3 A6 kill -9: pages say since when they are old, and after half a minute show the truth, ringing no old call', {
  timeout: 120_000,
}, async () => {
  const kiosk = await connectDevice<TicketKioskView>(server.address, 'ticketKiosk', 'ticket-kiosk-2');
  const clerk = await connectStaff<CounterView>(server.address, 'counter', 'clerk01');
  clients.push(kiosk, clerk);
  const serviceId = kiosk.view().groups[0]?.services[0]?.serviceId ?? expect.fail('no service');
  const take = () => kiosk.send({ type: 'issueTicket', serviceId, language: 'zhHans', priorityClassId: null });
  const taken = await take();
  const link = taken.ok ? taken.receipt.issued?.link : undefined;
  await clerk.send({ type: 'openCounter', counterId: 'counter-01', workProfileId: 'licence' } as never);

  const board = await open('/screen/?kind=hallScreen&device=hall-screen', sizes.board);
  const sign = await open('/screen/?kind=counterScreen&device=counter-screen-01', sizes.board);
  const phone = await open(`/t/#${link}`, sizes.phone);
  const ticketKiosk = await open('/kiosk/?device=ticket-kiosk-1', sizes.kiosk);
  await clerk.send({ type: 'callNext' });
  await board.locator('.hero[data-status=called]', { hasText: 'A001' }).waitFor();
  await phone.locator('[data-status=called]').waitFor();
  await ticketKiosk.getByRole('button', { name: /营业执照/ }).waitFor();

  const port = Number(new URL(server.address).port);
  for (const page of [board, sign]) {
    await page.locator('[data-link=live] .pulse-frame').waitFor({ state: 'detached', timeout: 15_000 });
    await countPulses(page);
  }
  const killedAt = Date.now();
  await server.kill();
  const saidAfter = await Promise.all(
    [board, sign].map(async (page) => {
      await page.locator('[data-link=stale] .stale', { hasText: /\d\d:\d\d 起未更新/ }).waitFor({ timeout: 8_000 });
      return Date.now() - killedAt;
    }),
  );
  console.log(`board and sign say that they are old ${saidAfter.join(' and ')} ms after the server was killed`);
  expect(Math.max(...saidAfter)).toBeLessThanOrEqual(5_000);
  await board.locator('[data-link=lost]').waitFor({ timeout: 15_000 });
  await phone
    .getByText(/连接中断/)
    .first()
    .waitFor();
  // The last board stays readable behind the notice: nobody's number is gone from the glass.
  expect(await board.locator('.hero').textContent()).toContain('A001');

  // The outage itself: the re-alerts of the old call fall into it and just after it.
  await new Promise((over) => setTimeout(over, killedAt + outageMs - Date.now()));
  server = await startServer({ dataDir: folder.path, port });
  const backAt = Date.now();
  for (const page of [board, sign]) await page.locator('[data-link=live]').waitFor({ timeout: 10_000 });
  const rightAfter = Date.now() - backAt;
  console.log(`board and sign are right ${rightAfter} ms after the server is back`);
  expect(rightAfter).toBeLessThanOrEqual(2_000);
  expect(await board.locator('.hero[data-status=called]').textContent()).toContain('A001');
  await board.waitForFunction((since) => Date.now() > since, killedAt + outageMs + 8_000);
  for (const page of [board, sign]) expect(await pulsesOn(page)).toBe(0);
  // What happens next is shown, without anybody touching a page.
  await clerk.until((view) => view.current?.number === 'A001');
  const { current } = clerk.view();
  await clerk.send({ type: 'startService', ticketId: current?.ticketId ?? expect.fail('nobody at the counter') });
  await sign.locator('.main[data-status=serving]', { hasText: 'A001' }).waitFor();
  await phone.locator('[data-status=serving]').waitFor();
  expect(await take()).toMatchObject({ ok: true, receipt: { ticket: { number: 'A002' } } });
  await ticketKiosk.getByText('等候 1 人').first().waitFor();
});
