import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CounterView } from '../../shared/views.ts';
import { launchBrowser, sizes } from '../support/browser.ts';
import { accepted } from '../support/crowd.ts';
import { connectStaff, pagesFolder, type RunningHall, startDemoHall, temporaryFolder } from '../support/hall.ts';

// Booked at home on the phone, checked in at the kiosk, called to the counter.

let browser: Browser;
let hall: RunningHall;
const folder = temporaryFolder();
let now = Date.parse('2026-09-22T09:05:00+08:00');

beforeAll(async () => {
  hall = await startDemoHall({ dataDir: folder.path, clock: () => now, pagesFolder });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await hall?.close();
  folder.remove();
});

test('book on the phone, check in at the kiosk, be called; then once more by phone alone', {
  timeout: 120_000,
}, async () => {
  const context = await browser.newContext({ viewport: sizes.phone });
  const phone = await context.newPage();
  const asked: string[] = [];
  phone.on('request', (request) => asked.push(request.url()));

  const book = async (slot: string) => {
    await phone.goto(`${hall.address}/now/`);
    await phone.getByRole('link', { name: '预约以后的时段' }).click();
    await phone.getByRole('button', { name: /个体工商户设立登记/ }).click();
    await phone.getByRole('button', { name: new RegExp(`^${slot}`) }).click();
    await phone.getByRole('button', { name: '确认预约' }).click();
    const figures = phone.locator('.book-code .book-figures');
    await figures.waitFor();
    return (await figures.innerText()).replaceAll(/\s/g, '');
  };
  const code = await book('10:00');
  expect(code).toMatch(/^\d{8}$/);

  now = Date.parse('2026-09-22T09:40:00+08:00');
  const kiosk = await browser.newPage({ viewport: sizes.kiosk });
  await kiosk.goto(`${hall.address}/kiosk/?device=ticket-kiosk-1`);
  await kiosk.getByRole('button', { name: '预约签到' }).click();
  // A scanner types like a keyboard, and ends with Enter.
  await kiosk.getByText('请输入预约码').waitFor();
  await kiosk.keyboard.type(code);
  await kiosk.keyboard.press('Enter');
  await kiosk.getByText('A001').first().waitFor();

  const clerk = await connectStaff<CounterView>(hall.address, 'counter', 'clerk01');
  accepted(await clerk.send({ type: 'openCounter', counterId: 'counter-01', workProfileId: 'licence' } as never));
  const called = accepted(await clerk.send({ type: 'callNext' }));
  expect(called.ticket?.number).toBe('A001');

  // What has become of it is on the phone too.
  await phone.getByRole('button', { name: '回到首页' }).click();
  await phone.getByRole('button', { name: /我有预约码/ }).click();
  await phone.getByLabel('请输入 8 位预约码').fill(code);
  await phone.getByRole('button', { name: '查看预约' }).click();
  await phone.getByText('您的号码是 A001').waitFor();
  await phone.getByRole('button', { name: '打开我的号票' }).click();
  await phone.locator('.phone-hero[data-status="called"]').waitFor();

  // Another one, checked in from a seat in the hall.
  const second = await book('10:30');
  now = Date.parse('2026-09-22T10:05:00+08:00');
  await phone.getByRole('button', { name: '回到首页' }).click();
  await phone.getByRole('button', { name: /我有预约码/ }).click();
  await phone.getByLabel('请输入 8 位预约码').fill(second);
  await phone.getByRole('button', { name: '查看预约' }).click();
  await phone.getByRole('button', { name: '我在大厅，现在签到' }).click();
  await phone.getByRole('button', { name: '我在大厅，签到' }).click();
  await phone.getByText('A002').first().waitFor();

  for (const address of asked) expect(address).not.toMatch(new RegExp(`${code}|${second}`));
  clerk.close();
});
