import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { servePreviews } from '../support/preview.ts';
import { afterDoubleTap, openKiosk, pass, showKiosk, tap } from './kiosk-glass.ts';

let previews: Awaited<ReturnType<typeof servePreviews>>;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  previews = await servePreviews();
  browser = await launchBrowser();
  page = await openKiosk(browser, previews.url, 'kiosk/groups');
});
afterAll(async () => {
  await browser?.close();
  await previews?.close();
});

const without = async (service: string) => {
  await page.getByRole('listitem').filter({ hasText: service }).getByRole('button').tap();
  await pass(page, afterDoubleTap);
};
const question = async () => (await page.locator('.question').innerText()).replaceAll('\u00a0', ' ');

test('several things are chosen one after the other, can be taken off, and are asked for on one number', async () => {
  await showKiosk(page, 'kiosk/services');
  await pass(page, afterDoubleTap);
  await tap(page, /几件事/);
  expect(await question()).toContain('请选第 1 件');
  await tap(page, /^营业执照/);
  await tap(page, /^个体工商户设立登记/);
  expect(await question()).toContain('要办这 1 件事');
  await tap(page, /再加一件/);
  expect(await question()).toContain('请选第 2 件');
  await tap(page, /^企业税务/);
  await tap(page, /^申报纳税/);
  await tap(page, /再加一件/);
  await tap(page, /^社保/);
  await tap(page, /^参保登记与变更/);
  expect(await question()).toContain('一个号办这 3 件事');
  await without('申报纳税');
  expect(await question()).toContain('一个号办这 2 件事');
  await tap(page, '取号');
  expect(await question()).toMatch(/您的号，办 2 件事\s*A012/);
  expect((await page.evaluate(() => window.ticketKiosk.sent)).map(({ command }) => command)).toEqual([
    {
      ...{ type: 'issueTicket', serviceId: 'A-0', language: 'zhHans', priorityClassId: null },
      further: ['F-0'],
    },
  ]);
});

test('chosen twice it is still one; the last one taken off, or starting again, leads back to the beginning', async () => {
  await showKiosk(page, 'kiosk/several');
  await pass(page, afterDoubleTap);
  await tap(page, /再加一件/);
  await tap(page, /^企业税务/);
  await tap(page, /^申报纳税/);
  expect(await question()).toContain('一个号办这 3 件事');
  for (const service of ['个体工商户设立登记', '领取营业执照', '申报纳税']) await without(service);
  expect(await question()).toContain('请选第 1 件');
  await tap(page, /重新开始/);
  expect(await page.getByRole('button', { name: /不会用/ }).count()).toBe(1);
});
