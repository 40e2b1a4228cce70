import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cell } from '../../hall-server/pages/admin/save-file.ts';
import { type Language, languages } from '../../shared/languages.ts';
import { adminTexts } from '../../shared/texts/admin.ts';
import { adminBookingsTexts } from '../../shared/texts/admin-bookings.ts';
import { adminSetupTexts } from '../../shared/texts/admin-setup.ts';
import { sent, seriousViolations } from './measure.ts';
import { previewPage } from './preview-page.ts';

const { page, draw } = await previewPage();
const dialog = () => page.getByRole('dialog');
const button = (name: string | RegExp) => page.getByRole('button', { name });

/** A holiday is entered, and saved. */
async function enterHoliday(language: Language = 'zhHans') {
  const texts = adminTexts[language];
  await draw('admin/rulesStranding', { language });
  await page.getByRole('tab', { name: texts.ruleTabs.hours }).click();
  await button(texts.addException).click();
  await page.getByLabel(texts.date).last().fill('2026-11-26');
  await page.getByRole('tabpanel', { name: texts.ruleTabs.hours }).getByRole('button', { name: texts.save }).click();
  await dialog().waitFor();
  return adminBookingsTexts[language].stranded;
}

describe('a change over existing bookings', () => {
  test.each(languages)('says how many, on which days, before it is saved (%s)', async (language) => {
    const texts = await enterHoliday(language);
    await dialog().getByText(texts.title(14, 2)).waitFor();
    await dialog().getByText(texts.why).waitFor();
    expect(await dialog().locator('.stranded-days li').count()).toBe(2);
    expect(await dialog().locator('tbody tr').count()).toBe(14);
    expect(await sent(page)).toEqual([]);
    expect(await seriousViolations(page)).toEqual([]);
    if (language !== 'en') {
      const words = (await dialog().innerText()).replaceAll(/WX-[\d-]+/g, '');
      expect(words).not.toMatch(/[A-Za-z]{2,}/);
    }
  });

  test('back: nothing is saved, nothing typed is lost', async () => {
    const texts = await enterHoliday();
    await button(texts.back).click();
    await page.getByRole('alert').filter({ hasText: texts.notSaved }).waitFor();
    expect(await sent(page)).toEqual([]);
    expect(await page.getByLabel(adminTexts.zhHans.date).last().inputValue()).toBe('2026-11-26');
  });

  test.each(['keep', 'cancel'] as const)('%s: saved so, and the list stays to be printed', async (choice) => {
    const texts = await enterHoliday();
    await button(texts[choice]).click();
    await dialog().getByText(texts.saved[choice](14)).waitFor();
    expect(await sent(page)).toMatchObject([{ type: 'saveSetup', bookings: choice, entry: { kind: 'openingHours' } }]);
    await page.emulateMedia({ media: 'print' });
    expect(await dialog().locator('tbody tr').last().isVisible()).toBe(true);
    expect(await button(texts.download).count(), 'nothing to press on paper').toBe(0);
    await page.emulateMedia({ media: 'screen' });
    const [download] = await Promise.all([page.waitForEvent('download'), button(texts.download).click()]);
    const file = readFileSync(await download.path(), 'utf8');
    expect(file.split('\r\n')[0]).toBe('\uFEFF日期,时段,事项,对方编号');
    expect(file).toContain('2026-11-26,09:30,不动产转移登记,WX-2026-1000');
    await button(texts.close).click();
    await dialog().waitFor({ state: 'detached' });
  });

  test('a service that is switched off cannot keep its bookings', async () => {
    const texts = adminBookingsTexts.zhHans.stranded;
    await draw('admin/servicesStranding');
    await button(/^修改/).first().click();
    const drawer = page.locator('.ant-drawer-content-wrapper, .ant-drawer-content').first();
    await drawer.getByRole('switch').last().click();
    await drawer.getByRole('button', { name: '保存' }).click();
    const modal = page.locator('.ant-modal');
    await modal.getByText(texts.keepNot).waitFor();
    expect(await modal.getByRole('button', { name: texts.keep }).count()).toBe(0);
    await modal.getByRole('button', { name: texts.cancel }).click();
    await modal.getByText(texts.saved.cancel(14)).waitFor();
    expect(await sent(page)).toMatchObject([{ bookings: 'cancel', entry: { value: { active: false } } }]);
  });

  test('going back to an earlier set-up asks too, before it can be applied', async () => {
    const { stranded } = adminBookingsTexts.zhHans;
    const texts = adminSetupTexts.zhHans;
    await draw('admin/rulesStranding');
    await page.getByRole('tab', { name: texts.history }).click();
    await button(texts.restoreAll).first().click();
    await dialog().getByText(stranded.title(14, 2)).waitFor();
    expect(await button(texts.apply).isDisabled()).toBe(true);
    await dialog().getByRole('radio', { name: stranded.cancelHint }).check();
    await button(texts.apply).click();
    await dialog().waitFor({ state: 'detached' });
  });
});

test.each([
  ['A1', 'A1'],
  ['a,b', '"a,b"'],
  ['say "so"', '"say ""so"""'],
  ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
  ['-1+1', "'-1+1"],
])('a cell of a file: %s', (value, written) => expect(cell(value)).toBe(written));
