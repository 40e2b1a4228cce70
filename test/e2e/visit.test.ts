import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CounterView, TicketKioskView } from '../../shared/views.ts';
import { launchBrowser, sizes } from '../support/browser.ts';
import {
  type Client,
  connectDevice,
  connectStaff,
  pagesFolder,
  type RunningHall,
  startDemoHall,
  temporaryFolder,
} from '../support/hall.ts';

// One browser with every page of the hall open at once, as a newcomer has it.
let browser: Browser;
let context: BrowserContext;
let hall: RunningHall;
const folder = temporaryFolder();
const others: Client[] = [];
const faults: string[] = [];

/** The hall's clock: the machine's, moved on where a rule wants time to pass. */
let shift = 0;

beforeAll(async () => {
  hall = await startDemoHall({ dataDir: folder.path, clock: () => Date.now() + shift, pagesFolder });
  browser = await launchBrowser();
  context = await browser.newContext();
});

afterAll(async () => {
  for (const client of others) client.close();
  await browser?.close();
  await hall?.close();
  folder.remove();
});

async function open(path: string, viewport: { width: number; height: number }): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => faults.push(`${path}: ${error.message}`));
  page.on('console', (line) => {
    // Being asked who one is, before signing in or pairing, is no fault.
    if (line.type() === 'error' && !line.text().includes('401')) faults.push(`${path}: ${line.text()}`);
  });
  await page.setViewportSize(viewport);
  await page.goto(hall.address + path);
  return page;
}

/**
 * Does something again until it has shown its effect: guards against double presses may swallow the first.
 * `patience` is long where doing it twice would do something else.
 */
async function until(effect: Locator, act: () => Promise<unknown>, patience = 3_000, tries = 5): Promise<void> {
  let fault: unknown = new Error(`never seen: ${effect}`);
  const acted = act().catch((error: unknown) => {
    fault = error;
  });
  // What is to be pressed may be gone already, because its effect has come late.
  await Promise.race([acted, comes(effect, 60_000)]);
  if (await comes(effect, patience)) return;
  if (tries === 0) throw fault;
  await until(effect, act, patience, tries - 1);
}

const comes = (effect: Locator, timeout: number) =>
  effect
    .first()
    .waitFor({ timeout })
    .then(
      () => true,
      () => false,
    );

const tap = (page: Page, name: RegExp | string, effect: Locator) =>
  until(effect, () => page.getByRole('button', { name }).first().click({ timeout: 5_000 }));

test('a whole visit, and what can come between', { timeout: 240_000 }, async () => {
  const board = await open('/screen/?kind=hallScreen&device=hall-screen', sizes.board);
  const sign = await open('/screen/?kind=counterScreen&device=counter-screen-01', sizes.board);
  const rating = await open('/rating/?device=rating-kiosk-11', sizes.kiosk);
  const kiosk = await context.newPage();
  const link = slipLink(kiosk);
  await kiosk.setViewportSize(sizes.kiosk);
  await kiosk.goto(`${hall.address}/kiosk/?device=ticket-kiosk-1`);

  // The clerk of counter 1 comes to work.
  const counter = await open('/counter/', sizes.laptop);
  await counter.getByRole('button', { name: /clerk01/ }).click();
  await counter.locator('.radio-card', { hasText: /^1\D/ }).first().click();
  const nextStep = counter.locator('.next-step');
  await until(nextStep, () => counter.getByRole('button', { name: '开放 1 号窗口' }).click());
  const atCounter = counter.locator('.at-counter');
  /** A person's pace: the page ignores a press right after another, so a key without meaning is held down first. */
  const press = (key: string, effect: Locator) =>
    until(
      effect,
      async () => {
        await counter.keyboard.press('Shift', { delay: 420 });
        await counter.keyboard.press(key);
      },
      8_000,
    );

  // Someone takes a number; others come after.
  await tap(kiosk, /营业执照/, kiosk.getByRole('button', { name: /个体工商户设立登记/ }));
  await tap(kiosk, /个体工商户设立登记/, kiosk.getByText('A001'));
  const phone = await open(`/t/#${await link}`, sizes.phone);
  await phone.getByText('A001').first().waitFor();
  await tap(kiosk, /^完成/, kiosk.getByRole('button', { name: /企业税务/ }));
  const machine = await connectDevice<TicketKioskView>(hall.address, 'ticketKiosk', 'ticket-kiosk-2');
  others.push(machine);
  for (const expected of ['A002', 'A003', 'A004', 'A005']) {
    const serviceId = machine.view().groups[0]?.services[0]?.serviceId ?? expect.fail('no service');
    const ack = await machine.send({ type: 'issueTicket', serviceId, language: 'en', priorityClassId: null });
    expect(ack).toMatchObject({ ok: true, receipt: { ticket: { number: expected } } });
  }

  // Called: on the board, over the counter, on the phone.
  await press('Enter', atCounter.getByText('A001'));
  await board.locator('.hero[data-status=called]', { hasText: 'A001' }).waitFor();
  await sign.locator('.main[data-status=called]', { hasText: 'A001' }).waitFor();
  await phone.locator('[data-status=called]').waitFor();
  expect(await board.locator('.hero [data-figures=counter]').textContent()).toBe('1');

  // Nobody comes: called twice more, a minute passes, missed.
  await press('r', atCounter.getByText('第 2 次'));
  await press('r', atCounter.getByText('第 3 次'));
  shift += 61_000;
  await counter.locator('[aria-keyshortcuts=M][aria-disabled=false]').waitFor();
  await press('m', atCounter.getByText('下一位').or(atCounter.getByText('A002')));
  await phone.locator('[data-status=missed]').waitFor();
  await sign.locator('.main[data-status=called]').waitFor({ state: 'detached' });
  await board.locator('.screen', { hasText: 'A001' }).waitFor();

  // They come after all: put back at the kiosk, three calls later.
  await tap(kiosk, /过号恢复/, kiosk.getByRole('button', { name: 'A001' }));
  await tap(kiosk, 'A001', kiosk.getByRole('button', { name: /是我的号码/ }));
  await tap(kiosk, /是我的号码/, kiosk.getByText('已恢复排队'));
  await phone.locator('[data-status=waiting]').waitFor();
  for (const number of ['A002', 'A003', 'A004', 'A001']) {
    await press('Enter', counter.locator('.at-counter', { hasText: number }).locator('text=/已叫号/'));
    await press('Enter', atCounter.getByText('办理中'));
    if (number !== 'A001') await press('Enter', nextStep.getByText('叫下一位'));
  }
  await board.locator('[data-status=serving]', { hasText: 'A001' }).first().waitFor();

  // A paper is missing: held, the next one served meanwhile, resumed.
  await press('h', counter.getByRole('dialog'));
  await press('1', nextStep.getByText('叫下一位'));
  await phone.locator('[data-status=held]').waitFor();
  await press('Enter', counter.locator('.at-counter', { hasText: 'A005' }));
  await press('Enter', atCounter.getByText('办理中'));
  await press('Enter', nextStep.getByText('叫下一位'));
  await press('g', counter.getByRole('dialog'));
  await press('1', counter.locator('.at-counter', { hasText: 'A001' }).getByText('办理中'));

  // The rest is done at another counter, under the same number.
  await press('t', counter.getByRole('dialog'));
  await counter.keyboard.type('R');
  await press('Enter', counter.getByText(/为什么把 A001 转到/));
  await press('1', nextStep.getByText('叫下一位'));
  await phone.locator('[data-status=waiting]').waitFor();
  const clerk = await connectStaff<CounterView>(hall.address, 'counter', 'clerk11');
  others.push(clerk);
  await clerk.send({ type: 'openCounter', counterId: 'counter-11', workProfileId: 'estate' } as never);
  expect(await clerk.send({ type: 'callNext' })).toMatchObject({ ok: true, receipt: { ticket: { number: 'A001' } } });
  await board.locator('.hero[data-status=called]', { hasText: 'A001' }).getByText('11').waitFor();
  const { current } = await clerk.until((view) => view.current !== null);
  const ticketId = current?.ticketId ?? expect.fail('nobody there');
  await clerk.send({ type: 'startService', ticketId });
  await clerk.send({ type: 'finish', ticketId, outcome: 'accepted', externalCaseNo: null, collectOn: null });

  // The kiosk at counter 11 asks; one tap stores the rating, and there is no second.
  await tap(rating, '基本满意', rating.getByText('已收到您的评价，谢谢！'));
  await phone.getByText('已收到您的评价，谢谢！').waitFor();
  await tap(rating, /重新开始/, rating.getByText('请扫描号票上的二维码'));
  await rating.keyboard.type(`${hall.address}/t/#${await link}`);
  await rating.keyboard.press('Enter');
  await rating.getByText('这次办理已经评价过了').waitFor();

  expect(faults).toEqual([]);
});

/** The link that the kiosk puts into its QR code, as it comes over the wire. */
function slipLink(page: Page): Promise<string> {
  return new Promise((settle) => {
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => {
        const link = /"link":"([0-9A-Z]{26})"/.exec(payload.toString())?.[1];
        if (link !== undefined) settle(link);
      }),
    );
  });
}
