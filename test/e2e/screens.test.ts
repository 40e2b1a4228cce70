import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adminTexts } from '../../shared/texts/admin.ts';
import { adminScreensTexts } from '../../shared/texts/admin-screens.ts';
import { launchBrowser, sizes } from '../support/browser.ts';
import { logIn, pagesFolder, type RunningHall, startDemoHall, temporaryFolder } from '../support/hall.ts';

const folder = temporaryFolder();
let hall: RunningHall;
let browser: Browser;
let office: BrowserContext;
beforeAll(async () => {
  hall = await startDemoHall({ dataDir: folder.path, pagesFolder });
  browser = await launchBrowser();
  office = await browser.newContext({ viewport: sizes.laptop });
  const { cookies } = await logIn(hall.address, 'admin', 'manager');
  const [name = '', value = ''] = cookies.split('=');
  await office.addCookies([{ name, value, url: hall.address }]);
});
afterAll(async () => {
  await browser?.close();
  await hall?.close();
  folder.remove();
});

// The hall of a test is of no build: a page would load itself anew once.
const keepBuild = () => sessionStorage.setItem('reloaded-for', 'test');

test('administration sees what a screen shows and how it is, and makes it say which it is', async () => {
  const texts = adminScreensTexts.zhHans;
  const glass = await browser.newPage({ viewport: sizes.board });
  await glass.addInitScript(keepBuild);
  await glass.goto(`${hall.address}/screen/?kind=hallScreen&device=hall-screen`);
  await glass.locator('.board').waitFor();

  const desk = await office.newPage();
  await desk.addInitScript(keepBuild);
  await desk.goto(`${hall.address}/admin/#devices`);
  const row = desk.locator('.ant-table-row', { hasText: '大厅屏' }).first();
  // What it says of itself comes with what it has painted.
  await row.getByText('1920×1080').waitFor();
  await row.getByText(adminTexts.zhHans.online).waitFor();
  await row.getByText(texts.fonts.bundled).waitFor();

  // The picture is the screen's own page, with the same words on it.
  const picture = row.frameLocator('iframe');
  const watch = (await glass.locator('.watch').textContent()) ?? '';
  await picture.locator('.watch', { hasText: watch }).waitFor();
  expect(await picture.locator('.board').evaluate(() => [innerWidth, innerHeight])).toEqual([1920, 1080]);

  await row.getByRole('button', { name: `${texts.orders.measure} 大厅屏` }).click();
  const note = glass.locator('.order-note');
  await note.getByText('大厅屏').waitFor();
  // A 55-inch panel of 1920 pixels: 0.634 mm a pixel, so a card of 85.6 mm is 135 pixels wide.
  const card = (await note.locator('.card').boundingBox()) ?? expect.fail('no outline');
  expect([Math.round(card.width), Math.round(card.height)]).toEqual([135, 85]);
  expect(await picture.locator('.order-note').count()).toBe(0);

  const loaded = glass.waitForEvent('framenavigated');
  await row.getByRole('button', { name: `${texts.orders.reload} 大厅屏` }).click();
  await loaded;
  await glass.locator('.board').waitFor();
  expect(await note.count()).toBe(0);

  // No other page lets itself be framed, not even by administration.
  for (const page of ['/screen/', '/counter/', '/admin/']) {
    const frame = await desk.evaluate(
      (src) =>
        new Promise<string>((settle) => {
          const made = document.createElement('iframe');
          made.src = src;
          made.onload = () => settle(made.contentDocument === null ? 'refused' : 'framed');
          document.body.append(made);
        }),
      page,
    );
    expect(frame, page).toBe('refused');
  }

  // A message covers glass and picture; lifted, both are back.
  await desk.goto(`${hall.address}/admin/#emergency`);
  await desk.getByRole('button', { name: texts.show, exact: true }).click();
  await desk.getByRole('dialog').getByRole('button', { name: texts.show }).click();
  await glass.locator('.covering').waitFor();
  await desk.getByRole('button', { name: texts.lift, exact: true }).click();
  await desk.getByRole('dialog').getByRole('button', { name: texts.lift }).click();
  await glass.locator('.covering').waitFor({ state: 'detached' });
}, 120_000);
