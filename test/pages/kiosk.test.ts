import type { Browser, Page } from 'playwright-core';
import { create } from 'qrcode';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../shared/browser/hall-connection.ts';
import { type Language, languages } from '../../shared/languages.ts';
import { kioskTexts } from '../../shared/texts/kiosk.ts';
import { launchBrowser } from '../support/browser.ts';
import { textRuns } from '../support/on-glass.ts';
import { servePreviews } from '../support/preview.ts';
import { afterDoubleTap, glasses, openKiosk, pass, showKiosk, tap, tapBlindly } from './kiosk-glass.ts';

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

async function show(fixture: string, language?: Language, answers: readonly Answer[] = []) {
  await showKiosk(page, `kiosk/${fixture}`, language);
  await page.evaluate((next) => {
    window.ticketKiosk.sent = [];
    window.ticketKiosk.answers = [...next];
  }, answers);
  await pass(page, afterDoubleTap);
}

const cardsOf = () => page.locator('.card').count();
const sent = () => page.evaluate(() => window.ticketKiosk.sent);
/** Words on the glass as they are read: figures are tied to what they count by a space that does not break. */
const wordsIn = async (selector: string) => (await page.locator(selector).innerText()).replaceAll('\u00a0', ' ');
const title = () => wordsIn('h1');
const texts = kioskTexts.zhHans;
const soleTrader = /^个体工商户设立登记/;
const unreachable: Answer = { ok: false, code: 'unreachable' };

describe('taking a number', () => {
  const cards = () => page.locator('.card');

  test('K4 every service is three taps away at most', async () => {
    const asked: string[] = [];
    for (const way of [[0], [1], [2], [3], [4], [5, 0], [5, 1], [5, 2]]) {
      await show('live');
      for (const at of way) {
        await cards().nth(at).tap();
        await pass(page, afterDoubleTap);
      }
      const isSingle = (await cards().count()) === 0;
      if (!isSingle) await cards().last().tap();
      expect(way.length + (isSingle ? 0 : 1)).toBeLessThanOrEqual(3);
      const [one] = await sent();
      asked.push(one?.command.type === 'issueTicket' ? one.command.serviceId : await title());
    }
    expect(asked).toEqual(['A-3', 'T-1', 'L-1', 'F-1', 'W-1', texts.refused.dailyLimitReached?.[0], 'X-0', 'U-0']);
  });

  test('K7 an impatient finger takes one number', async () => {
    await show('live');
    await tapBlindly(page, '.card', 2);
    expect(await sent(), 'the second tap falls on a service that was not there when it began').toEqual([]);
    await pass(page, afterDoubleTap);
    await tapBlindly(page, '.card', 20);
    expect(await sent()).toHaveLength(1);
    expect(await title()).toContain('A012');
  });

  test('while the hall is asked nothing else can be done, however long it takes', async () => {
    await show('neverAnswered');
    await page.getByRole('button', { name: soleTrader }).tap();
    expect(await title()).toBe(texts.taking);
    await pass(page, 120_000);
    await tapBlindly(page, '.ways button:nth-child(2)', 1);
    expect(await title()).toBe(texts.taking);
    expect(
      await page.locator('main button:not([aria-disabled="true"]), .ways button:not([aria-disabled="true"])').count(),
    ).toBe(0);
  });

  test('K3 a press of 3 s whose finger slips by 10 px is a tap, and so is the next', async () => {
    await show('live');
    const box = await page.getByRole('button', { name: /^营业执照/ }).boundingBox();
    if (box === null) throw new Error('no card');
    const [x, y] = [box.x + 40, box.y + 40];
    const fingers = await page.context().newCDPSession(page);
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    const menu = await page.evaluate(() =>
      document.body.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true })),
    );
    expect(menu, 'a long press opens no menu').toBe(false);
    await pass(page, 3_000);
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: x + 10, y }] });
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await page.getByText(texts.chooseService).waitFor();
    await pass(page, afterDoubleTap);
    await tap(page, soleTrader);
    expect(await sent()).toHaveLength(1);
  });

  test('a finger may slip 14 mm off a card, not 16', async () => {
    for (const [slip, asked] of [
      [14, 1],
      [16, 0],
    ] as const) {
      await show('services');
      // The last card in the left column: what is below it is not a card.
      const box = await page.locator('.card').nth(2).boundingBox();
      if (box === null) throw new Error('no card');
      const mm = Math.min(glasses.tall.width / 230, glasses.tall.height / 410);
      const fingers = await page.context().newCDPSession(page);
      const at = { x: box.x + 40, y: box.y + box.height - 4 };
      await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [at] });
      const to = { ...at, y: box.y + box.height + slip * mm };
      await fingers.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [to] });
      await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
      await pass(page, 50);
      expect(await sent(), `${slip} mm`).toHaveLength(asked);
    }
  });

  test('a finger that left the card asks for nothing', async () => {
    await show('services');
    const box = await page.getByRole('button', { name: soleTrader }).boundingBox();
    if (box === null) throw new Error('no card');
    await page.mouse.move(box.x + 40, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x + 40, box.y + box.height + 100);
    await page.mouse.up();
    expect(await sent()).toEqual([]);
  });

  test('the whole way by keys', async () => {
    await show('live');
    for (const question of [texts.chooseGroup, texts.chooseService]) {
      expect(await title()).toBe(question);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await pass(page, afterDoubleTap);
    }
    expect(await title()).toContain('A012');
  });

  test('a wish that was not answered is repeated as the same command, by whatever way', async () => {
    await show('live', 'zhHans', [unreachable, unreachable]);
    await tap(page, /^营业执照/);
    await tap(page, soleTrader);
    await tap(page, texts.tryAgain);
    await tap(page, '返回');
    await tap(page, 'English');
    await tap(page, /^Registering a sole trader/);
    const [first, ...repeated] = await sent();
    expect(first?.command).toEqual({
      type: 'issueTicket',
      serviceId: 'A-0',
      language: 'zhHans',
      priorityClassId: null,
    });
    expect(repeated).toEqual([first, first]);
  });

  test('another wish, or the next visitor with the same one, is another command', async () => {
    await show('live', 'zhHans', [unreachable, unreachable]);
    await tap(page, /^营业执照/);
    await tap(page, soleTrader);
    await tap(page, '返回');
    await tap(page, /^企业设立登记/);
    await pass(page, 91_000);
    await tap(page, /^营业执照/);
    await tap(page, /^企业设立登记/);
    const ids = (await sent()).map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
  });
});

describe('the slip', () => {
  test.each([
    ['slipPrinting', /正在打印/, 0],
    ['slipTaken', /请取走号票/, 0],
    ['slipFailed', /没有打印出来。请记下号码，或用手机扫码/, 1],
    ['slipFailedDesk', /到前台领取/, 1],
    ['slipUnknown', /如果没有号票/, 1],
  ] as const)('K10 %s: said, with the number and its code on the glass', async (fixture, words, again) => {
    await showKiosk(page, `kiosk/${fixture}`);
    expect(await page.locator('.slip').innerText()).toMatch(words);
    expect(await page.locator('.number').innerText()).toBe('A012');
    expect(await page.locator('.qr path').count()).toBe(1);
    expect(await page.locator('.reprint').count()).toBe(again);
    // Whoever is about to take the number back must not press something else.
    expect(await page.locator('.actions > :first-child').getAttribute('class')).toContain('undo');
  });
});

describe('the number', () => {
  const address = 'https://hall.example.gov.cn/t/#0123456789ABCDEFGHJKMNPQRS';

  test('the code on the glass leads a phone to the ticket: 50 mm, with paper all round', async () => {
    const { modules } = create(address, { errorCorrectionLevel: 'M' });
    const dark = Array.from({ length: modules.size ** 2 }, (_, at) => [
      at % modules.size,
      Math.floor(at / modules.size),
    ])
      .filter(([x = 0, y = 0]) => modules.get(y, x))
      .map(([x, y]) => `${x} ${y}`);
    for (const glass of Object.values(glasses)) {
      await page.setViewportSize(glass);
      await showKiosk(page, 'kiosk/issued');
      const path = (await page.locator('.qr path').getAttribute('d')) ?? '';
      expect([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`)).toEqual(dark);
      const box = await page.locator('.qr').boundingBox();
      if (box === null) throw new Error('no code');
      expect((box.width * 18.5 * 25.4) / Math.hypot(glass.width, glass.height)).toBeGreaterThanOrEqual(50);
      const quiet = (4 * box.width) / modules.size;
      const near = (await textRuns(page)).filter(
        ({ box: { left, right, top, bottom } }) =>
          left < box.x + box.width + quiet &&
          right > box.x - quiet &&
          top < box.y + box.height + quiet &&
          bottom > box.y - quiet,
      );
      expect(near.map(({ text }) => text)).toEqual([]);
      expect(Math.min(box.x, glass.width - box.x - box.width)).toBeGreaterThanOrEqual(quiet);
    }
    await page.setViewportSize(glasses.tall);
  });

  test('after 30 s nothing of it is left, and the way back does not lead to it', async () => {
    await show('live');
    await tap(page, 'English');
    await tap(page, /^Business licences/);
    await tap(page, /^Registering a sole trader/);
    expect(await page.getByRole('button', { name: 'Back' }).getAttribute('aria-disabled')).toBe('true');
    await pass(page, 28_000);
    await page.touchscreen.tap(500, 60);
    await pass(page, 28_000);
    expect(await title(), 'a touch gives more time').toContain('A012');
    await pass(page, 3_000);
    expect(await title()).toBe(texts.chooseGroup);
    expect(await page.locator('#page').innerHTML()).not.toMatch(/A012|4821/);
  });

  test.each([
    ['slipTaken', 15],
    ['slipPrinting', 30],
    ['slipFailed', 30],
    ['slipUnknown', 30],
  ])('with the slip in hand the glass is free sooner (%s: %d s)', async (fixture, seconds) => {
    await show(fixture);
    await pass(page, (seconds - 2) * 1000);
    expect(await title()).toContain('A012');
    await pass(page, 3_000);
    expect(await title()).toBe(texts.chooseGroup);
  });

  test('done is done at once', async () => {
    await show('live');
    await tap(page, /^营业执照/);
    await tap(page, soleTrader);
    await tap(page, texts.done);
    expect(await title()).toBe(texts.chooseGroup);
  });
});

describe('a wrong number', () => {
  const undo = () => page.getByRole('button', { name: texts.wrong });
  const take = async () => {
    await show('live');
    await tap(page, /^营业执照/);
    await tap(page, soleTrader);
  };

  test('is taken back by one tap, once, and leads to another', async () => {
    await take();
    await tapBlindly(page, '.undo', 5);
    expect((await sent()).map(({ command }) => command).slice(1)).toEqual([
      { type: 'cancelTicket', ticketId: 'ticket-A012', reason: 'takenByMistake' },
    ]);
    expect(await title()).toBe(texts.undone('A012'));
    await pass(page, afterDoubleTap);
    await tap(page, texts.takeNew);
    expect(await title()).toBe(texts.chooseGroup);
  });

  test('can be taken back for 20 s, not for a moment longer, however often the glass is touched', async () => {
    await take();
    await pass(page, 18_000);
    expect(await undo().innerText()).toMatch(/ [12]$/);
    await page.touchscreen.tap(500, 60);
    await pass(page, 2_000);
    expect(await undo().count()).toBe(0);
    expect(await title()).toContain('A012');
  });

  test('that is called already is not taken back: it says where to go, and leads back to the number', async () => {
    await take();
    await page.evaluate(() => window.ticketKiosk.answers.push({ ok: false, code: 'ticketNotCancellable' }));
    await undo().tap();
    await pass(page, afterDoubleTap);
    expect(await page.locator('main').innerText()).toContain('正在叫您的号');
    await tap(page, texts.backToNumber);
    expect(await title()).toContain('A012');
  });

  test('out of reach, the wish to take it back is repeated as the same command', async () => {
    await take();
    await page.evaluate((answer) => window.ticketKiosk.answers.push(answer), unreachable);
    await undo().tap();
    await pass(page, afterDoubleTap);
    await tap(page, texts.tryAgain);
    const [, first, second] = await sent();
    expect(second).toEqual(first);
    expect(await title()).toBe(texts.undone('A012'));
  });
});

describe('an appointment', () => {
  const digits = async (code: string) => {
    for (const key of code) await page.getByRole('button', { name: key, exact: true }).tap();
    await pass(page, 50);
  };

  test('is checked in by its eight digits, and is a number that cannot be taken back here', async () => {
    await show('live');
    await tap(page, texts.checkIn);
    await digits('4821773');
    await page.locator('.primary').tap({ force: true });
    expect(await sent(), 'seven digits are no code').toEqual([]);
    await digits('5');
    await tap(page, texts.checkIn);
    expect((await sent()).map(({ command }) => command)).toEqual([
      { type: 'checkIn', appointment: { code: '48217735' }, language: 'zhHans' },
    ]);
    expect(await title()).toContain('A012');
    expect(await page.locator('.undo').count()).toBe(0);
  });

  test('is checked in before the doors open too, when no numbers are given yet', async () => {
    await show('notYet');
    await tap(page, texts.checkIn);
    await digits('48217735');
    await tap(page, texts.checkIn);
    expect((await sent()).map(({ command }) => command.type)).toEqual(['checkIn']);
    expect(await title()).toContain('A012');
  });

  test('too early it says from when, and a number can be had now', async () => {
    const early = { ok: false, code: 'appointmentEarly', facts: { slot: '15:00', from: '14:30' } } as const;
    await show('live', 'zhHans', [early]);
    await tap(page, texts.checkIn);
    await digits('48217735');
    await tap(page, texts.checkIn);
    expect(await wordsIn('main')).toMatch(/15:00.*14:30.*普通号/s);
    await page.locator('.primary').tap();
    expect(await title()).toBe(texts.chooseGroup);
  });

  test('is not asked for where none can be held', async () => {
    await show('groupsNoAppointments');
    expect(await page.getByRole('button', { name: texts.checkIn }).count()).toBe(0);
  });
});

describe('a slip held before the scanner', () => {
  const scan = async (first: string) => {
    // A scanner is faster than the tests: the quiet of a real one between two scans is not.
    await page.keyboard.type(`http://hall/t/#${first}Q2M4X9KD1WJ8RT5VB3NC6HGFA\n`);
    await page.locator('h1').filter({ hasNotText: texts.chooseGroup }).waitFor();
    await pass(page, afterDoubleTap);
  };
  const commands = async () => (await sent()).map(({ command }) => command);

  test('of a visit that is over: a number for the same errand and the same service', async () => {
    await show('live');
    await scan('S');
    expect(await title()).toBe(texts.sameErrand);
    expect(await wordsIn('main')).toMatch(/A007/);
    await tap(page, texts.sameService);
    expect(await commands()).toMatchObject([{ type: 'issueTicket', serviceId: 'A-0', earlierTicketId: 'ticket-A007' }]);
    expect(await title()).toContain('A012');
  });

  test('the same errand, another service; whoever starts again begins a new errand', async () => {
    await show('live');
    await scan('S');
    await tap(page, texts.otherService);
    expect(await wordsIn('main')).toContain(texts.sameErrandAs('A007'));
    await tap(page, /^不会用/);
    expect(await commands()).toMatchObject([{ serviceId: 'X-0', earlierTicketId: 'ticket-A007' }]);
    await show('live');
    await scan('S');
    await tap(page, texts.otherService);
    await tap(page, '重新开始');
    await tap(page, /^不会用/);
    const [command] = await commands();
    expect(command).not.toHaveProperty('earlierTicketId');
  });

  test('of a missed number: the way to put it back', async () => {
    await show('live');
    await scan('M');
    await tap(page, texts.putBackYes);
    expect(await commands()).toMatchObject([{ type: 'putBackMissed', ticketId: 'ticket-A007' }]);
  });

  test.each([
    ['N', texts.slipLive('A007')],
    ['V', texts.slipOver('A007')],
    ['Z', texts.noSuchSlip[0]],
    ['X', texts.refused.unreachable[0]],
  ])('%s: says what is so, and the next step leads to a number', async (first, said) => {
    await show('live');
    await scan(first);
    expect(await title()).toBe(said);
    await page.locator('.primary').tap();
    expect(await title()).toBe(texts.chooseGroup);
    expect(await commands()).toEqual([]);
  });
});

describe('for whoever does not know', () => {
  test('one tap is a number of the general counter', async () => {
    await show('live');
    await tap(page, /^不会用/);
    expect((await sent()).map(({ command }) => command)).toMatchObject([{ type: 'issueTicket', serviceId: 'X-0' }]);
    expect(await title()).toContain('A012');
  });

  test('priority: who has it and with what, and the number first if wanted', async () => {
    await show('live');
    await tap(page, texts.priority);
    const words = await wordsIn('main');
    for (const { name, evidence } of await page.evaluate(() => window.ticketKiosk.view.priorityClasses)) {
      expect(words).toContain(name.zhHans);
      expect(words).toContain(evidence.zhHans);
    }
    expect(words).toContain('前台');
    await tap(page, texts.goTake);
    expect(await title()).toBe(texts.chooseGroup);
  });
});

describe('a number that may come too late', () => {
  const late = () =>
    page.evaluate(() => {
      const { groups } = window.ticketKiosk.view;
      const services = (group: (typeof groups)[number]) =>
        group.services.map((service) => ({ ...service, mayNotBeReachedBy: '17:00' }));
      window.ticketKiosk.hallChanges({
        changed: { groups: groups.map((group) => ({ ...group, services: services(group) })) },
      });
    });

  test.each([
    ['营业执照', soleTrader],
    ['不会用', null],
  ] as const)('is told before it is given, and given if it is wanted all the same (%s)', async (group, service) => {
    await show('live');
    await late();
    await tap(page, new RegExp(`^${group}`));
    if (service !== null) await tap(page, service);
    expect(await title()).toBe(texts.mayNotBeReached);
    expect(await page.locator('main').innerText()).toContain('17:00');
    expect(await sent()).toEqual([]);
    await tap(page, texts.allTheSame);
    expect(await sent()).toHaveLength(1);
    expect(await title()).toContain('A012');
  });

  test('is not given if it is not', async () => {
    await show('live');
    await late();
    await tap(page, /^营业执照/);
    await tap(page, soleTrader);
    await tap(page, texts.rather);
    expect(await title()).toBe(texts.chooseService);
    expect(await sent()).toEqual([]);
  });
});

test('nobody waits, and yet it takes 25 minutes: the card and the number say why', async () => {
  await show('groups');
  const card = page.getByRole('button', { name: /^领证/ });
  expect(await card.innerText()).toContain(texts.othersFirst);
  expect(await card.innerText()).not.toContain('无人等候');
  await show('issuedOthersFirst');
  expect(await page.locator('.facts').innerText()).toContain(texts.othersAhead);
});

describe('larger type', () => {
  const size = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));

  test('is one tap away on every step, larger by a third, and keeps to three taps', async () => {
    await show('live');
    const before = await size('.card-name');
    await tap(page, texts.largerType);
    expect(await size('.card-name')).toBeGreaterThan(1.3 * before);
    expect(await cardsOf()).toBeLessThanOrEqual(4);
    for (const way of [[0], [1], [2], [3, 0], [3, 1], [3, 2], [3, 3, 0], [3, 3, 1]]) {
      await show('groupsLarger');
      for (const at of way) {
        await page.locator('.card').nth(at).tap();
        await pass(page, afterDoubleTap);
      }
      const isSingle = (await cardsOf()) === 0;
      if (!isSingle) await page.locator('.card').last().tap();
      expect(way.length + (isSingle ? 0 : 1)).toBeLessThanOrEqual(3);
    }
  });

  test('a double tap does not take it back, another tap does', async () => {
    await show('live');
    await tapBlindly(page, '.larger-type', 2);
    expect(await page.locator('.kiosk.larger').count()).toBe(1);
    await pass(page, afterDoubleTap);
    await tap(page, texts.usualType);
    expect(await page.locator('.kiosk.larger').count()).toBe(0);
  });

  test('on the last page, the usual type shows the last page there is', async () => {
    await show('live');
    await tap(page, texts.largerType);
    await tap(page, /^更多/);
    await tap(page, /^更多/);
    await tap(page, texts.usualType);
    expect(await cardsOf()).toBeGreaterThan(0);
  });

  test('is gone with the visitor; a missed number is then found under help', async () => {
    await show('live');
    await tap(page, texts.largerType);
    expect(await page.getByRole('button', { name: texts.missed }).count()).toBe(0);
    await tap(page, '求助');
    await tap(page, texts.missed);
    expect(await title()).toBe(texts.chooseMissed);
    await pass(page, 91_000);
    expect(await title()).toBe(texts.chooseGroup);
    expect(await page.locator('.kiosk.larger').count()).toBe(0);
  });
});

describe('a hundred impatient fingers', () => {
  /** Taps and double taps anywhere, one after another at once: what a finger does, without waiting for a browser's. */
  const tapAnywhere = (points: readonly (readonly [x: number, y: number])[]) =>
    page.evaluate(async (all) => {
      Element.prototype.setPointerCapture = () => {};
      for (const [clientX, clientY] of all) {
        const target = document.elementFromPoint(clientX, clientY);
        for (const type of ['pointerdown', 'pointerup']) {
          const finger = { pointerId: 1, isPrimary: true, button: 0, pointerType: 'touch' };
          target?.dispatchEvent(
            new PointerEvent(type, { ...finger, clientX, clientY, bubbles: true, cancelable: true }),
          );
          await Promise.resolve();
        }
      }
    }, points);

  test.each([1, 2])(
    'K7 300 bursts of random taps and double taps: one number for one wish, and never stuck (seed %d)',
    { timeout: 120_000 },
    async (seed) => {
      await show('live');
      await page.evaluate(() => window.ticketKiosk.issued.splice(0));
      let state = seed * 7_919;
      const random = () => {
        state = (state * 16_807) % 2_147_483_647;
        return state / 2_147_483_647;
      };
      for (let bursts = 0; bursts < 300; bursts += 1) {
        const burst = Array.from({ length: 1 + Math.floor(random() * 5) }, () => {
          const point = [random() * glasses.tall.width, random() * glasses.tall.height] as const;
          return random() < 0.5 ? [point, point] : [point];
        }).flat();
        await page.evaluate(
          (next) => window.ticketKiosk.answers.splice(0, 9, ...next),
          random() < 0.2 ? [unreachable] : [],
        );
        await tapAnywhere(burst);
        await pass(page, random() < 0.7 ? afterDoubleTap : 100);
      }
      const wishes = (await sent()).filter(({ command }) => command.type === 'issueTicket');
      const issued = await page.evaluate(() => window.ticketKiosk.issued);
      expect(issued.length, 'the fingers have taken numbers').toBeGreaterThan(1);
      // A wish asked again is the same command; a command whose number was given is never sent again.
      for (const [at, { id, command }] of wishes.entries()) {
        for (const earlier of wishes.slice(0, at).filter((one) => one.id === id))
          expect(earlier.command).toEqual(command);
      }
      expect(new Set(issued).size).toBe(issued.length);
      // And whoever comes next finds the first question.
      await page.evaluate(() => window.ticketKiosk.answers.splice(0));
      await pass(page, 92_000);
      expect(await title()).toBe(texts.chooseGroup);
      await tap(page, /^营业执照/);
      await tap(page, soleTrader);
      expect(await title()).toContain('A012');
    },
  );

  test('a second finger is ignored while the first is down', async () => {
    await show('services');
    const boxes = await Promise.all([0, 1].map((at) => page.locator('.card').nth(at).boundingBox()));
    const [first, second] = boxes.map((box, id) => ({ x: (box?.x ?? 0) + 40, y: (box?.y ?? 0) + 40, id }));
    if (first === undefined || second === undefined) throw new Error('no cards');
    const fingers = await page.context().newCDPSession(page);
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [first] });
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [first, second] });
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await pass(page, 50);
    expect((await sent()).map(({ command }) => command)).toMatchObject([{ serviceId: 'A-0' }]);
  });
});

describe('the server lost and found', () => {
  test('says so, sends people to the front desk, gives no number, and comes back by itself', async () => {
    await show('live');
    await tap(page, /^营业执照/);
    await page.evaluate(() => window.ticketKiosk.hallChanges({ link: 'lost' }));
    await pass(page, 50);
    expect(await title()).toBe(texts.lost);
    expect(await page.locator('main').innerText()).toContain('前台');
    expect(await page.locator('main button').count()).toBe(0);
    await page.evaluate(() => window.ticketKiosk.hallChanges({ link: 'live' }));
    await pass(page, 50);
    expect(await title()).toBe(texts.chooseService);
    expect(await sent()).toEqual([]);
  });
});

describe('nobody there', () => {
  const question = () => page.getByRole('alertdialog');

  test('K6 after 60 s it asks, after 30 s more it has forgotten everything, the language too', async () => {
    await show('live');
    // Pictures of single steps remember their language as a phone would; a kiosk must not.
    await page.evaluate(() => localStorage.clear());
    await tap(page, 'English');
    await tap(page, /^Business licences/);
    await pass(page, 58_000);
    expect(await question().count()).toBe(0);
    await pass(page, 2_000);
    expect(await question().innerText()).toContain(kioskTexts.en.stillThere);
    await pass(page, 28_000);
    expect(await question().count()).toBe(1);
    await pass(page, 2_000);
    expect(await question().count()).toBe(0);
    expect(await title()).toBe(texts.chooseGroup);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-Hans-CN');
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  });

  test('a language chosen on the first step is forgotten as well', async () => {
    await show('live');
    await tap(page, '繁體中文');
    expect(await title()).toBe(kioskTexts.zhHant.chooseGroup);
    await pass(page, 91_000);
    expect(await title()).toBe(texts.chooseGroup);
  });

  test('going on is possible as often as needed, and its double tap takes no number', async () => {
    await show('services');
    for (let round = 0; round < 3; round += 1) {
      await pass(page, 70_000);
      expect(await question().innerText()).toMatch(/(19|20) 秒/);
      await tapBlindly(page, '.still-there .primary', 2);
      expect(await question().count()).toBe(0);
      expect(await title()).toBe(texts.chooseService);
    }
    expect(await sent()).toEqual([]);
  });
});

describe('no dead end', () => {
  const lasting = ['dailyLimitReached', 'unknownService', 'dayClosed', 'storageFailing', 'commandIdReused'] as const;
  const refusals: readonly Answer[] = [
    ...lasting.map((code) => ({ ok: false, code }) as const),
    { ok: false, code: 'tooManyRequests' },
    unreachable,
  ];
  test.each(refusals)('refused %j: the button leads on', async (answer) => {
    await show('live', 'zhHans', [answer]);
    await tap(page, /^营业执照/);
    await tap(page, soleTrader);
    const { refused } = texts;
    expect(await title()).toBe((answer.ok ? undefined : refused[answer.code]?.[0]) ?? refused.other[0]);
    await page.locator('.primary').tap();
    expect(await page.locator('.card:not([aria-disabled="true"]), .number').count()).toBeGreaterThan(0);
  });

  test.each(languages)('what is said of a refusal always names a next step (%s)', (language) => {
    for (const [code, [what, next]] of Object.entries(kioskTexts[language].refused)) {
      expect(what.length, code).toBeGreaterThan(5);
      expect(next, code).toMatch(/前台|重新取[号號]|front desk|take a new number/);
    }
  });

  test('a full service is known before the hall is asked, and leads back to the others', async () => {
    await show('live');
    await tap(page, /^更多业务类别/);
    await tap(page, /^不动产登记/);
    await tap(page, /^不动产转移登记/);
    expect(await title()).toBe(texts.refused.dailyLimitReached?.[0]);
    expect(await wordsIn('main'), 'when again, and what instead').toMatch(/11月30日周一 09:00.*前台预约.*前台/s);
    await tap(page, texts.chooseOther);
    expect(await title()).toBe(texts.chooseService);
    expect(await sent()).toEqual([]);
  });

  test('help, priority and the way back retrace the steps', async () => {
    await show('live');
    await tap(page, /^营业执照/);
    await tap(page, '求助');
    await page.getByText('12345').waitFor();
    await tap(page, texts.goOn);
    expect(await title()).toBe(texts.chooseService);
    await tap(page, '返回');
    await tap(page, texts.priority);
    await tap(page, texts.goTake);
    expect(await title()).toBe(texts.chooseGroup);
  });

  test.each([
    ['notYet', '09:00'],
    ['closed', '09:00'],
  ] as const)('%s: no numbers, but when, and missed ones are still put back', async (fixture, time) => {
    await show(fixture);
    expect(await page.locator('main').innerText()).toContain(time);
    await tap(page, texts.missed);
    expect(await title()).toBe(texts.chooseMissed);
  });

  test('a hall out of reach is not asked for numbers; people are sent to the front desk', async () => {
    await show('lost');
    expect(await page.locator('main').innerText()).toMatch(/前台.*12345/s);
    expect(await page.locator('main button').count()).toBe(0);
    await tap(page, '求助');
    await page.getByText(texts.helpMore).waitFor();
  });

  test.each(languages)('old figures are shown with their age (%s)', async (language) => {
    await show('stale', language);
    expect(await page.getByRole('status').innerText()).toContain('10:42');
  });
});

describe('a missed number', () => {
  test('is found in order, confirmed once and put back', async () => {
    await show('live');
    await tap(page, texts.missed);
    expect(await page.locator('.card').allInnerTexts()).toEqual(['A007', 'A009', 'T004']);
    await tap(page, 'A007');
    expect(await sent()).toEqual([]);
    await tapBlindly(page, '.primary', 5);
    expect((await sent()).map(({ command }) => command)).toEqual([{ type: 'putBackMissed', ticketId: 'ticket-A007' }]);
    expect(await title()).toMatch(/已恢复排队\s*A007/);
    await pass(page, 31_000);
    expect(await title()).toBe(texts.chooseGroup);
  });

  test('that can no longer be put back leads to a new one', async () => {
    await show('live', 'zhHans', [{ ok: false, code: 'putBackUsedUp' }]);
    await tap(page, texts.missed);
    await tap(page, 'T004');
    await tap(page, texts.putBackYes);
    expect(await page.locator('main').innerText()).toContain('重新取号');
    await page.locator('.primary').tap();
    expect(await title()).toBe(texts.chooseGroup);
  });

  test('asked for again in vain is the same command', async () => {
    await show('live', 'zhHans', [unreachable]);
    await tap(page, texts.missed);
    await tap(page, 'A009');
    await tap(page, texts.putBackYes);
    await tap(page, texts.tryAgain);
    const [first, second] = await sent();
    expect(second).toEqual(first);
  });
});
