import { describe, expect, test } from 'vitest';
import { type Language, languages } from '../../shared/languages.ts';
import type { sizes } from '../support/browser.ts';
import { cutTexts, scrolls, sent, seriousViolations } from './measure.ts';
import { previewPage } from './preview-page.ts';

const { page, draw: show } = await previewPage();

async function open(fixture: string, language: Language = 'zhHans', size: keyof typeof sizes = 'laptop') {
  await show(`desk/${fixture}`, { language, size });
}

const soleTrader = {
  type: 'issueTicket',
  serviceId: 'licenceNewIndividual',
  language: 'zhHans',
  priorityClassId: null,
};

/** What has just appeared ignores the first 300 ms: press again until it has listened. */
async function pressUntilSent(key: string) {
  await expect
    .poll(async () => {
      await page.keyboard.press(key);
      return sent(page);
    })
    .toHaveLength(1);
}

async function clickUntilSent(name: string) {
  await expect
    .poll(async () => {
      await page.getByRole('button', { name }).click();
      return sent(page);
    })
    .toHaveLength(1);
}

describe('the glass', () => {
  for (const size of ['laptop', 'board'] as const) {
    test.each(languages)(`open: every service is visible, nothing is cut (${size}, %s)`, async (language) => {
      await open('notYet', language, size);
      expect(await scrolls(page)).toBe(false);
      expect(await cutTexts(page)).toEqual([]);
      const services = page.locator('.desk-services');
      expect(await services.evaluate((element) => element.scrollHeight <= element.clientHeight)).toBe(true);
      expect(await services.getByRole('button').count()).toBe(16);
    });
  }

  test.each(languages)('issuing and issued fit as well (%s)', async (language) => {
    await open('open', language);
    await page.locator('.service-list button').first().click();
    await page.locator('.issue-priorities label').last().click();
    expect(await cutTexts(page)).toEqual([]);
    await expect
      .poll(async () => {
        await page.locator('.desk-main').click();
        return page.locator('.issued-number').count();
      })
      .toBe(1);
    expect(await scrolls(page)).toBe(false);
    expect(await cutTexts(page)).toEqual([]);
  });
});

describe('an appointment', () => {
  async function openBooking(language: Language) {
    await open('open', language);
    await page.locator('.service-list button').first().click();
    await page.locator('.issue-panel .anticon, .issue-panel .lucide-calendar-clock').first().click();
    await page.locator('.book-slots label').first().waitFor();
  }

  test.each(languages)(
    'is booked in three clicks and an Enter, its code as large as the panel allows (%s)',
    async (language) => {
      await openBooking(language);
      expect(await cutTexts(page)).toEqual([]);
      expect(await scrolls(page)).toBe(false);
      // The first day is nearly over and the second is full: what cannot be chosen says so.
      await page.locator('.book-days label').nth(2).click();
      await page.locator('.book-slots label').first().click();
      // The button that says day and time stays within the panel.
      const [main, panel] = await Promise.all(
        ['.desk-main', '.book-panel'].map((at) => page.locator(at).boundingBox()),
      );
      expect((main?.x ?? 0) + (main?.width ?? Infinity)).toBeLessThan((panel?.x ?? 0) + (panel?.width ?? 0));
      await pressUntilSent('Enter');
      expect(await sent(page)).toEqual([
        { type: 'bookAppointment', serviceId: 'licenceNewIndividual', date: '2026-11-25', slot: '09:00' },
      ]);
      const code = page.getByText('4821 7735', { exact: true });
      expect(await code.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))).toBeGreaterThan(
        60,
      );
      await page.locator('.issued-qr').waitFor();
      expect(await cutTexts(page)).toEqual([]);
      expect(await scrolls(page)).toBe(false);
      expect(await seriousViolations(page)).toEqual([]);
    },
  );

  test('a full or begun slot cannot be chosen', async () => {
    await openBooking('zhHans');
    expect(await page.locator('.book-slots input:disabled').count()).toBeGreaterThan(3);
    await page.locator('.book-days label').nth(1).click();
    await page.getByText('这一天没有可约的时段').waitFor();
    expect(await page.locator('.desk-main').isDisabled()).toBe(true);
  });

  test('is found by its code, however it is typed, and checked in', async () => {
    await open('open');
    await page.getByRole('textbox').fill('４８２１ 7735');
    await page.getByRole('button', { name: '签到' }).click();
    expect(await sent(page)).toEqual([
      { type: 'checkIn', appointment: { appointmentId: 'appointment-1000' }, language: 'zhHans' },
    ]);
    await page.getByText('A034', { exact: true }).waitFor();
  });

  test('a code of nobody’s says what to do', async () => {
    await open('open');
    await page.getByRole('textbox').fill('11112222');
    await page.getByText('没有预约码 1111 2222').waitFor();
  });

  test('is found in the day’s list by who has lost the code, and cancelled', async () => {
    await open('open');
    await page.getByRole('button', { name: '今天还有 3 个预约' }).click();
    await page.getByRole('button', { name: /15:30/ }).click();
    await page.getByText('以后可签到').waitFor();
    await page.getByRole('button', { name: '取消预约' }).click();
    await page.getByRole('button', { name: '来访者要求' }).click();
    expect(await sent(page)).toEqual([
      { type: 'cancelAppointment', appointmentId: 'appointment-1530', reason: 'visitorAsked' },
    ]);
  });
});

describe('a number for somebody', () => {
  test('two clicks: service, number', async () => {
    await open('open');
    await page.getByRole('button', { name: '个体工商户设立登记' }).first().click();
    await clickUntilSent('取号');
    expect(await sent(page)).toEqual([soleTrader]);
    const number = page.getByText('A034', { exact: true });
    expect(await number.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))).toBeGreaterThan(
      120,
    );
    await page.getByText('4821').waitFor();
    await page.getByText('1、2、3、4、5、6、7 号窗口').waitFor();
    await page.getByRole('img', { name: '手机扫码' }).waitFor();
  });

  test('by keys: the queue’s letter walks its services, Enter chooses, Enter takes', async () => {
    await open('open');
    await page.keyboard.press('a');
    await page.keyboard.press('A');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '企业设立登记' }).waitFor();
    await pressUntilSent('Enter');
    expect(await sent(page)).toEqual([{ ...soleTrader, serviceId: 'licenceNewCompany' }]);
  });

  test('the press that took the number does not put it away unseen', async () => {
    await open('open');
    await page.getByRole('button', { name: '综合咨询', exact: true }).click();
    await pressUntilSent('Enter');
    await page.keyboard.press('Enter');
    expect(await page.locator('.issued-number').textContent()).toContain('A034');
  });

  test('Enter held down chooses a service and takes no number', async () => {
    await open('open');
    await page.keyboard.press('x');
    for (let pressed = 0; pressed < 20; pressed += 1) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    expect(await sent(page)).toEqual([]);
  });

  test('priority: the evidence to look at stands there before the number is taken', async () => {
    await open('open');
    await page.getByRole('button', { name: '发票业务', exact: true }).click();
    await page.getByText('长者', { exact: true }).click();
    await page.getByText('身份证件（看出生日期）').waitFor();
    await page.getByText('English', { exact: true }).last().click();
    await clickUntilSent('取号');
    expect(await sent(page)).toEqual([
      { type: 'issueTicket', serviceId: 'taxInvoice', language: 'en', priorityClassId: 'elder' },
    ]);
  });

  test('a service without numbers left, and a lost link, take none', async () => {
    await open('full');
    expect(await page.getByRole('button', { name: /^发票业务/ }).isDisabled()).toBe(true);
    await open('lost');
    expect(await page.getByRole('button', { name: '综合咨询', exact: true }).isDisabled()).toBe(true);
    await page.getByRole('alert').waitFor();
  });
});

describe('a printer that does not print', () => {
  test('K1 who has no slip is there at once, with why, and is given one in one press', async () => {
    await open('noSlips');
    const people = page.locator('.no-slips-people li');
    expect(await people.allInnerTexts()).toEqual([
      expect.stringMatching(/^W003.*缺纸.*补打号票$/s),
      expect.stringMatching(/^A016.*打印途中断开.*可能没有打印.*补打号票$/s),
    ]);
    await page.locator('.no-slips-printers').getByText('缺纸').waitFor();
    await people.nth(1).getByRole('button', { name: '补打号票' }).click();
    expect(await sent(page)).toEqual([{ type: 'reprintTicket', ticketId: 'ticket-A016' }]);
  });
});

describe('finding a ticket', () => {
  test('typed carelessly, a missed one is found and put back', async () => {
    await open('open');
    await page.keyboard.press('/');
    await page.keyboard.type(' a7');
    expect(await page.locator('.ticket-line').count()).toBe(1);
    await page.getByRole('button', { name: '过号恢复' }).click();
    expect(await sent(page)).toEqual([{ type: 'putBackMissed', ticketId: 'ticket-A007' }]);
  });

  test('been here before: the slip of that visit makes the two one errand', async () => {
    const serviceName = { zhHans: '个体设立', zhHant: '個體設立', en: 'Sole trader' };
    const found = { ticketId: 'ticket-earlier', number: 'A007', date: '2026-11-17', serviceName, outcome: null };
    await page.route('**/api/errands/find?page=desk', (route) => route.fulfill({ json: found }));
    await open('open');
    await page.getByRole('button', { name: 'F009' }).click();
    await page.getByRole('button', { name: '以前来过' }).click();
    await page.getByLabel(/扫那张号票/).fill('HTTP://HALL:8080/T/#7Q2M4X9KD1WJ8RT5VB3NC6HGFA');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '归为同一件' }).click();
    await page.unroute('**/api/errands/find?page=desk');
    expect(await sent(page)).toEqual([
      { type: 'joinCase', ticketId: 'ticket-F009', earlierTicketId: 'ticket-earlier' },
    ]);
  });

  test('cancelled with a reason, by the reason’s key', async () => {
    await open('open');
    await page.getByRole('button', { name: 'F009' }).click();
    await page.getByRole('button', { name: '取消号票' }).click();
    await page.keyboard.press('2');
    expect(await sent(page)).toEqual([{ type: 'cancelTicket', ticketId: 'ticket-F009', reason: 'takenByMistake' }]);
  });

  test('granted priority, with what to look at', async () => {
    await open('open');
    await page.getByRole('button', { name: 'F009' }).click();
    await page.getByRole('button', { name: '设为优先' }).click();
    await page.getByText('残疾人证，或明显需要帮助').waitFor();
    await page.keyboard.press('2');
    expect(await sent(page)).toEqual([{ type: 'grantPriority', ticketId: 'ticket-F009', priorityClassId: 'disabled' }]);
  });

  test('one that ended today is found by Enter', async () => {
    await open('open');
    await page.keyboard.press('/');
    await page.keyboard.type('a2');
    await page.keyboard.press('Enter');
    await page.getByText('办理结束').waitFor();
    await page.getByText('请重新取号').waitFor();
  });

  test('a number that is not of today says what to do', async () => {
    await open('open');
    await page.keyboard.press('/');
    await page.keyboard.type('a99');
    await page.keyboard.press('Enter');
    await page.getByText('今天没有 A099 这个号').waitFor();
  });
});

describe('for everybody', () => {
  test.each(['open', 'full', 'noSlips', 'lost'])('%s has no serious barrier', async (fixture) => {
    await open(fixture);
    expect(await seriousViolations(page)).toEqual([]);
  });

  test('nor has taking a number', async () => {
    await open('open');
    await page.getByRole('button', { name: '综合咨询', exact: true }).click();
    expect(await seriousViolations(page)).toEqual([]);
    await clickUntilSent('取号');
    expect(await seriousViolations(page)).toEqual([]);
  });
});

describe('several services on one number', () => {
  test('are added before it is taken, and asked for together', async () => {
    await open('open');
    await page.locator('.service-list button').first().click();
    await page.getByRole('button', { name: '另办事项' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox').fill('发票');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: /^不办/ }).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: '好了' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: /^还要办/ }).waitFor();
    await expect
      .poll(async () => {
        await page.locator('.desk-main').click();
        return sent(page);
      })
      .toHaveLength(1);
    expect(await sent(page)).toEqual([{ ...soleTrader, further: ['taxInvoice'] }]);
  });

  test('a waiting number is kept for whoever sits at a counter, with a reason', async () => {
    await open('open');
    await page.getByRole('button', { name: /^A015/ }).click();
    await page.getByRole('button', { name: '留给窗口或同事' }).click();
    await page.getByRole('button', { name: '3 号窗口的同事' }).click();
    expect(await seriousViolations(page)).toEqual([]);
    await page.keyboard.press('2');
    expect(await sent(page)).toEqual([
      {
        ...{ type: 'reserveTicket', ticketId: 'ticket-A015', for: { to: 'staff', staffId: 'clerk-3' } },
        reason: 'language',
      },
    ]);
  });
});
