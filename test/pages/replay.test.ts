import { afterAll, beforeAll, expect, test } from 'vitest';
import { ReplayWish } from '../../shared/replay.ts';
import { adminExportTexts } from '../../shared/texts/admin-export.ts';
import { adminReplayTexts } from '../../shared/texts/admin-replay.ts';
import { seriousViolations } from './measure.ts';
import { previewPage } from './preview-page.ts';

const { page, draw } = await previewPage();
const texts = adminReplayTexts.zhHans;
const { stop } = adminExportTexts.zhHans;
const button = (name: string) => page.getByRole('button', { name, exact: true });
const asked = () => page.evaluate(() => (window.asked ?? []).length);
const bar = page.getByRole('progressbar', { name: texts.running });

let done = 30;
beforeAll(async () => {
  await page.route('**/api/replay/progress?*', (route) => route.fulfill({ json: { done, total: 120 } }));
});
afterAll(() => page.unroute('**/api/replay/progress?*'));

test('a replay shows how far it is, can be stopped and begun again, and then the figures stand there', async () => {
  await draw('admin/rules');
  await page.getByRole('tab', { name: texts.replay }).click();
  await button(texts.run).click();
  await bar.waitFor();
  await page.getByText('25%').waitFor();
  done = 90;
  await page.getByText('75%').waitFor();
  expect(await seriousViolations(page)).toEqual([]);

  await button(stop).click();
  await button(texts.run).waitFor();
  expect(await bar.count()).toBe(0);
  expect(await page.getByRole('alert').count(), 'to stop is no fault').toBe(0);
  expect(await page.locator('.admin-replay-outcome').count()).toBe(0);

  const before = await asked();
  await button(texts.run).click();
  await page.getByText('75%').waitFor();
  await page.evaluate(() => window.endReplay?.());
  await page.getByText(texts.howNear('1.6', '19.8', '18.0')).waitFor();
  await page
    .getByRole('row', { name: texts.everybody })
    .getByText(texts.minutes(texts.change('18.0', '16.2')))
    .waitFor();
  expect(await bar.count()).toBe(0);
  expect(await seriousViolations(page)).toEqual([]);
  const wishes = await page.evaluate(() => window.asked ?? []);
  expect(wishes.length).toBe(before + 1);
  expect(ReplayWish.parse(wishes.at(-1))).toMatchObject({ date: '2026-11-23', workProfiles: [] });
});
