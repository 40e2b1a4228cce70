import { expect, test } from 'vitest';
import { languages } from '../../shared/languages.ts';
import { figuresTexts } from '../../shared/texts/figures.ts';
import { setup } from './fixtures/demo-setup.ts';
import { scrolls, seriousViolations } from './measure.ts';
import { previewPage } from './preview-page.ts';

const { page, draw: show } = await previewPage();

const { zhHans: texts } = figuresTexts;
const draw = (fixture = 'figures', language: (typeof languages)[number] = 'zhHans') =>
  show(`admin/${fixture}`, { language });

test.each(languages)('figures, pictures and table, without a barrier (%s)', async (language) => {
  await draw('figures', language);
  await page.locator('canvas').nth(1).waitFor();
  expect(await scrolls(page)).toBe(false);
  expect(await seriousViolations(page)).toEqual([]);
  const own = figuresTexts[language];
  const keys = page.locator('.figures-keys');
  expect(await keys.innerText()).toContain(own.minutes('14'));
  expect(await keys.innerText()).toMatch(/\b412\b/);
  if (language !== 'en') expect(await keys.innerText()).not.toMatch(/[a-z]{3,}/);
});

test('what a figure is stands one press of a key away', async () => {
  await draw();
  const [name = '', definition = ''] = texts.figures.noShow;
  const define = page.locator('.figures-keys').getByRole('button', { name: texts.define(name) });
  await define.focus();
  await page.keyboard.press('Enter');
  await page.getByText(definition).waitFor();
  expect(await seriousViolations(page)).toEqual([]);
});

test('another period and another group change what is shown; the file is that of the table', async () => {
  await draw();
  await page.getByText(texts.presets.month, { exact: true }).click();
  await page.getByText(texts.days(30)).waitFor();
  // A trend only where there is more than one day.
  await page.locator('canvas').nth(2).waitFor();
  await page.getByLabel(texts.by).click();
  await page.getByTitle(texts.breakdowns.counter).click();
  await page.getByRole('heading', { name: texts.table(texts.breakdowns.counter) }).waitFor();
  await page.getByRole('cell', { name: texts.counterLabel('1'), exact: true }).waitFor();
  expect(await page.getByRole('link', { name: 'XLSX' }).getAttribute('href')).toBe('#counter-xlsx');
  // Of single people only where the rules say so.
  await page.getByLabel(texts.by).click();
  expect(await page.getByTitle(texts.breakdowns.staff).count()).toBe(0);
});

test('one group is looked into, told apart by another kind, and left again', async () => {
  await draw();
  const [service] = setup.services;
  const name = service?.name.zhHans ?? expect.fail('a service');
  const group = page.getByRole('button', { name, exact: true });
  await group.focus();
  await page.keyboard.press('Enter');
  await page.getByText(texts.only(texts.breakdowns.service, name)).waitFor();
  await page.getByRole('heading', { name: texts.table(texts.breakdowns.counter) }).waitFor();
  expect(await page.getByRole('link', { name: 'XLSX' }).getAttribute('href')).toBe(
    `#counter-of-service-${service?.id}-xlsx`,
  );
  // What is said of the whole hall only is not said of a part of it.
  expect(await page.locator('.figures-keys').innerText()).not.toContain(texts.figures.trips[0]);
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByRole('button', { name: texts.wholeHall }).click();
  await page.getByRole('heading', { name: texts.table(texts.breakdowns.service) }).waitFor();
  expect(await page.locator('.figures-keys').innerText()).toContain(texts.figures.trips[0]);
});

test('a period without numbers says so', async () => {
  await draw('figuresNone');
  await page.getByText(texts.noneHelp).waitFor();
  expect(await page.locator('canvas').count()).toBe(0);
});

test('on paper there is nothing to press', async () => {
  await draw();
  await page.locator('canvas').nth(1).waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.getByRole('heading', { name: /统计日报/ }).waitFor();
  expect(await page.getByRole('button').count()).toBe(0);
  expect(await page.locator('.admin-menu').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
});

test('where a chart cannot be loaded, it says so and the table stands', async () => {
  await draw('today');
  await page.reload();
  await draw('today');
  await page.route('**/*.js', (route) => route.abort());
  await draw('figures');
  await page.getByText(texts.noChart).first().waitFor();
  expect(await page.getByRole('cell').count()).toBeGreaterThan(0);
  expect(await seriousViolations(page)).toEqual([]);
  await page.unrouteAll();
});
