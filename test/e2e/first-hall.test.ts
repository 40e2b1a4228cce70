import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adminTexts } from '../../shared/texts/admin.ts';
import { adminSetupTexts } from '../../shared/texts/admin-setup.ts';
import { guideTexts } from '../../shared/texts/guide.ts';
import { staffTexts } from '../../shared/texts/staff.ts';
import { seriousViolations } from '../pages/measure.ts';
import { launchBrowser, sizes } from '../support/browser.ts';
import { pagesFolder, type RunningHall, startTestHall, temporaryFolder } from '../support/hall.ts';

// Somebody with nothing but the program and its one-time code, led by the guide to a number that is called.

const folder = temporaryFolder();
let hall: RunningHall;
let browser: Browser;
let context: BrowserContext;
beforeAll(async () => {
  hall = await startTestHall({ dataDir: folder.path, pagesFolder });
  browser = await launchBrowser();
  context = await browser.newContext({ viewport: sizes.laptop });
  // The hall of a test is of no build: a page would load itself anew once.
  await context.addInitScript(() => sessionStorage.setItem('reloaded-for', 'test'));
});
afterAll(async () => {
  await browser?.close();
  await hall?.close();
  folder.remove();
});

const [guide, admin, setup, staff] = [guideTexts, adminTexts, adminSetupTexts, staffTexts].map(
  (texts) => texts.zhHans,
) as [typeof guideTexts.zhHans, typeof adminTexts.zhHans, typeof adminSetupTexts.zhHans, typeof staffTexts.zhHans];
const password = 'a-long-password';

async function open(path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(hall.address + path);
  return page;
}
async function signIn(page: Page, login: string) {
  await page.getByLabel(staff.login).fill(login);
  await page.getByLabel(staff.password).fill(password);
  await page.getByRole('button', { name: staff.signIn, exact: true }).click();
}
/** Presses again until it has shown its effect: guards against double presses may swallow the first. */
async function until(effect: Locator, act: () => Promise<unknown>) {
  await expect
    .poll(
      async () => {
        if ((await effect.count()) === 0) await act().catch(() => undefined);
        return effect.count();
      },
      { timeout: 30_000, interval: 700 },
    )
    .toBeGreaterThan(0);
}

test('from the one-time code to the first call', { timeout: 120_000 }, async () => {
  const page = await open('/admin/');
  await page.getByLabel(admin.setupCode).fill(hall.setupCode ?? expect.fail('no code'));
  await page.getByLabel(admin.fields.staffName).fill('陈明');
  await page.getByLabel(admin.fields.login).fill('chenming');
  await page.getByLabel(admin.fields.password).fill(password);
  await page.getByRole('button', { name: admin.setupCreate }).click();

  // Nothing is made of a form with gaps, and each gap says what it wants.
  const create = page.getByRole('button', { name: guide.create });
  await create.click();
  expect(await page.locator('.admin-wrong').allInnerTexts()).toEqual([
    guide.wrongName,
    guide.wrongName,
    guide.wrongServices,
  ]);
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByLabel(guide.hallName).fill('新会区行政服务中心');
  await page.getByLabel(guide.counters).fill('2');
  await page.getByLabel(/^类别/).fill('营业执照');
  await page.getByLabel(guide.services).fill('设立登记\n变更登记');
  await page.getByRole('button', { name: guide.addGroup }).click();
  await page.getByLabel(/^类别/).nth(1).fill('社保');
  await page.getByLabel(guide.services).nth(1).fill('参保登记');
  await create.click();
  const dialog = page.getByRole('dialog');
  // Hall, zone, two groups, two queues, three services, a profile, two counters.
  await dialog.getByText(setup.willChange(12)).waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: setup.apply }).click();

  const next = page.locator('.guide-next');
  await next.waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  const step = (name: string) => next.locator('li', { hasText: name });
  for (const [name, login] of [
    [guide.clerk, 'clerk01'],
    [guide.reception, 'desk01'],
  ] as const) {
    const form = step(name);
    await form.getByLabel(admin.fields.staffName).fill(login);
    await form.getByLabel(admin.fields.login).fill(login);
    await form.getByLabel(admin.fields.password).fill(password);
    await form.getByRole('button', { name: guide.account }).click();
    await next.locator('li[data-done=true]', { hasText: name }).waitFor();
  }

  const desk = await open('/desk/');
  await signIn(desk, 'desk01');
  await desk.getByRole('button', { name: '设立登记', exact: true }).click();
  await until(desk.getByText('A001').first(), () =>
    desk.getByRole('button', { name: /^取号/ }).click({ timeout: 2_000 }),
  );
  const counter = await open('/counter/');
  await signIn(counter, 'clerk01');
  await counter.locator('.radio-card').first().click();
  const nextStep = counter.locator('.next-step');
  await until(nextStep, () => counter.getByRole('button', { name: '开放 1 号窗口' }).click({ timeout: 2_000 }));
  const called = counter.locator('.at-counter', { hasText: 'A001' }).getByText(/已叫号/);
  await until(called, () => counter.keyboard.press('Enter'));

  await page.getByText(guide.finished).waitFor();
  await page.getByRole('button', { name: guide.close }).click();
  expect(await page.locator('.guide').count()).toBe(0);
});
