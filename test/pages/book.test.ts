import { describe, expect, test } from 'vitest';
import { calendarFile } from '../../hall-server/pages/book/calendar-file.ts';
import { type Language, languages } from '../../shared/languages.ts';
import { bookingTexts } from '../../shared/texts/booking.ts';
import { seriousViolations } from './measure.ts';
import { previewPage } from './preview-page.ts';

const { page, draw } = await previewPage();
const show = (fixture: string, language: Language = 'zhHans') => draw(`book/${fixture}`, { language, size: 'phone' });
const texts = bookingTexts.zhHans;
const press = (name: string | RegExp) => page.getByRole('button', { name }).click();
const asked = async () => JSON.parse((await page.locator('body').getAttribute('data-asked')) ?? '[]');
const overflows = () =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

const all = [
  ...[
    'start',
    'off',
    'emergency',
    'slots',
    'noSlots',
    'slotsFailed',
    'confirm',
    'booked',
    'code',
    'found',
    'mayCheckIn',
  ],
  ...['checkedIn', 'lapsed', 'cancelled', 'byHall', 'noShow', 'unreachable'],
];

describe('booking on a phone', () => {
  test.each(languages)(
    'nothing is cut at 320 px with text twice as large, none smaller than 18 px (%s)',
    async (language) => {
      for (const fixture of all) {
        await show(fixture, language);
        await page.setViewportSize({ width: 320, height: 568 });
        expect(await overflows(), fixture).toBe(false);
        const sizesOfText = await page
          .locator('main *')
          .evaluateAll((every) =>
            every
              .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
              .map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
          );
        expect(Math.min(...sizesOfText), fixture).toBeGreaterThanOrEqual(18);
        const words = (await page.locator('main').textContent())?.replaceAll(/简体中文|繁體中文|English/g, '');
        expect(words, fixture).not.toMatch(language === 'en' ? /\p{Script=Han}/u : /[A-Za-z]{2,}/);
        await page.evaluate(() => {
          document.documentElement.style.fontSize = '32px';
        });
        expect(await overflows(), `${fixture}, large`).toBe(false);
        await page.evaluate(() => {
          document.documentElement.style.fontSize = '';
        });
      }
    },
  );

  test('contrast, names and roles are right', async () => {
    for (const fixture of all) {
      await show(fixture);
      expect(await seriousViolations(page), fixture).toEqual([]);
    }
  });

  test('service, day, time, confirmed: the code in two groups, and the hall was asked once', async () => {
    await show('start');
    await press(/个体工商户设立登记/);
    await press('11月24日周二');
    expect(await page.getByRole('button', { name: /^09:00/ }).isDisabled(), 'full').toBe(true);
    await press(/^10:00/);
    await page.getByText('09:30–10:30').waitFor();
    await page.getByText('经营者身份证原件').waitFor();
    await press(texts.confirm);
    await page.getByText('4821 7735').waitFor();
    expect(await asked()).toMatchObject([{ serviceId: 'licence-new-individual', date: '2026-11-24', slot: '10:00' }]);
    expect(page.url()).not.toContain('4821');
    await press(texts.another);
    await press(/4821 7735/);
    await page.getByRole('heading', { name: texts.booked }).waitFor();
  });

  test('pressed again after a broken link, it is the same wish', async () => {
    await show('breaks');
    await press(texts.confirm);
    await page.getByRole('alert').waitFor();
    await press(texts.tryAgain);
    await page.getByText('4821 7735').waitFor();
    const wishes = await asked();
    expect(wishes).toHaveLength(2);
    expect(wishes[0].id).toBe(wishes[1].id);
  });

  test.each([
    ['full', /10:00 已约满/],
    ['tooMany', /最多同时有 2 个预约/],
  ])('refused (%s): why, and what else', async (fixture, words) => {
    await show(fixture);
    await press(texts.confirm);
    await page.getByRole('alert').filter({ hasText: words }).waitFor();
    await press(texts.chooseSlot);
    await page.getByRole('button', { name: '11月24日周二' }).waitFor();
  });

  test('the browser’s own way back leads one step back', async () => {
    await show('start');
    await press(/个体工商户设立登记/);
    await page.getByRole('heading', { name: texts.chooseDay }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: texts.chooseService }).waitFor();
  });

  test('with the code: shown, and cancelled only after being asked', async () => {
    await show('code');
    await page.getByLabel(texts.enterCode).fill('0000 0000');
    await press(texts.look);
    await page
      .getByRole('alert')
      .filter({ hasText: /没有找到这个预约/ })
      .waitFor();
    await page.getByLabel(texts.enterCode).fill('４８２１ 7735');
    await press(texts.look);
    await page.getByRole('heading', { name: texts.status.open }).waitFor();
    await press(texts.cancel);
    expect(await asked()).toEqual([]);
    await press(texts.cancelYes);
    await page.getByRole('heading', { name: texts.status.cancelled }).waitFor();
    await page.getByRole('button', { name: texts.bookAnew }).waitFor();
  });

  test('checking in asks first whether one is there, then leads to the ticket', async () => {
    await show('found');
    expect(await page.getByRole('button', { name: texts.checkIn }).count()).toBe(0);
    await show('mayCheckIn');
    await press(texts.checkIn);
    await page.getByText(texts.checkInWarning).waitFor();
    expect(await asked()).toEqual([]);
    await press(texts.checkInYes);
    await page.waitForFunction(() => document.body.dataset.asked?.includes('LINK'));
    expect(await asked()).toMatchObject([{ code: '48217735', language: 'zhHans' }, { openTicket: 'LINK' }]);
  });

  test('one the hall has cancelled says who it was, and what now', async () => {
    await show('byHall');
    await page.getByRole('heading', { name: texts.byHall }).waitFor();
    await page.getByText(texts.byHallWords).waitFor();
    await press(texts.bookAnew);
    await page.getByRole('heading', { name: texts.chooseDay }).waitFor();
  });

  test('on paper: the code and what to know, nothing to press', async () => {
    await show('booked');
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('4821 7735').isVisible()).toBe(true);
    expect(await page.getByText('经营场所证明').isVisible()).toBe(true);
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
    await page.emulateMedia({ media: 'screen' });
  });

  test('into the calendar', async () => {
    await show('booked');
    const [download] = await Promise.all([page.waitForEvent('download'), press(texts.toCalendar)]);
    expect(download.suggestedFilename()).toBe('2026-11-24.ics');
  });
});

test('a calendar file: UTC, commas and lines kept apart, no line longer than 75 octets, no sign cut', () => {
  const file = calendarFile({
    uid: 'one',
    now: Date.UTC(2026, 10, 23, 2, 42),
    startsAt: Date.UTC(2026, 10, 24, 2),
    endsAt: Date.UTC(2026, 10, 24, 2, 30),
    summary: '个体工商户设立登记, A; B',
    place: '江海区行政服务中心（演示）江海区行政服务中心（演示）江海区行政服务中心（演示）',
    note: '预约码 4821 7735\n请带',
  });
  expect(file).toContain('DTSTART:20261124T020000Z\r\nDTEND:20261124T023000Z\r\n');
  expect(file).toContain('SUMMARY:个体工商户设立登记\\, A\\; B\r\n');
  expect(file).toContain('DESCRIPTION:预约码 4821 7735\\n请带\r\n');
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(file.replaceAll('\r\n ', '')).toContain(
    '江海区行政服务中心（演示）江海区行政服务中心（演示）江海区行政服务中心（演示）',
  );
});
