import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PriorityClassId } from '../../shared/ids.ts';
import { adminTexts } from '../../shared/texts/admin.ts';
import { adminReplayTexts } from '../../shared/texts/admin-replay.ts';
import { counterTexts } from '../../shared/texts/counter.ts';
import { staffTexts } from '../../shared/texts/staff.ts';
import { whyTexts } from '../../shared/texts/why-not-yet.ts';
import { words } from '../../shared/texts/words.ts';
import type { CounterView, DeskView } from '../../shared/views.ts';
import { launchBrowser, sizes } from '../support/browser.ts';
import { accepted, issueLicence, openCounter, ticketOf } from '../support/crowd.ts';
import { connectStaff, pagesFolder, type RunningHall, startDemoHall, temporaryFolder } from '../support/hall.ts';

// What those who answer for the hall do on its real pages, and one clerk at two machines.

const folder = temporaryFolder();
let hall: RunningHall;
let browser: Browser;
/** A morning of the hall's own, so that no test runs into the end of a day. */
const begun = Date.now();
const now = () => Date.parse('2026-03-10T09:30:00+08:00') + Date.now() - begun + shift;
let shift = 0;
const minute = 60_000;

beforeAll(async () => {
  hall = await startDemoHall({ dataDir: folder.path, pagesFolder, clock: () => now() });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await hall?.close();
  folder.remove();
});

/** Another machine: a browser of its own, with nobody signed in. */
async function machine(path: string, login: string | null, size: { width: number; height: number } = sizes.laptop) {
  const context = await browser.newContext({ viewport: size });
  // The hall of a test is of no build: a page would load itself anew once.
  await context.addInitScript(() => sessionStorage.setItem('reloaded-for', 'test'));
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(hall.address + path);
  if (login !== null) await page.getByRole('button', { name: new RegExp(login) }).click();
  return page;
}

/** A guard against double presses may swallow the first: pressed again until the effect is there. */
async function press(page: Page, name: string | RegExp, effect: Locator) {
  await expect
    .poll(
      async () => {
        await page
          .getByRole('button', { name })
          .first()
          .click({ timeout: 1_000 })
          .catch(() => undefined);
        return effect.first().isVisible();
      },
      { timeout: 20_000, interval: 500 },
    )
    .toBe(true);
}

const texts = counterTexts.zhHans;
const why = whyTexts.zhHans;

async function openAt(page: Page, label: string) {
  await page
    .locator('.radio-card', { hasText: new RegExp(`^${label}\\D`) })
    .first()
    .click();
  await press(page, texts.open(label), page.locator('.next-step'));
}

test('an administrator tries a rule on a day that has tickets and reads what it would have changed', {
  timeout: 120_000,
}, async () => {
  const replay = adminReplayTexts.zhHans;
  const desk = await connectStaff<DeskView>(hall.address, 'desk', 'reception');
  const clerk = await connectStaff<CounterView>(hall.address, 'counter', 'clerk01');
  const elder = { ...issueLicence, priorityClassId: PriorityClassId.parse('elder') };
  for (const wish of [issueLicence, issueLicence, elder]) accepted(await desk.send(wish));
  accepted(await clerk.send(openCounter('counter-01')));
  const order: string[] = [];
  for (let i = 0; i < 3; i += 1) {
    const { ticketId, number } = ticketOf(await clerk.send({ type: 'callNext' }));
    order.push(number);
    accepted(await clerk.send({ type: 'startService', ticketId }));
    shift += 10 * minute;
    accepted(
      await clerk.send({ type: 'finish', ticketId, outcome: 'accepted', externalCaseNo: null, collectOn: null }),
    );
  }
  expect(order).toEqual(['A003', 'A001', 'A002']);
  accepted(await clerk.send({ type: 'closeCounter' }));
  for (const client of [desk, clerk]) client.close();

  const page = await machine('/admin/#rules', 'admin');
  await page.getByRole('tab', { name: replay.replay }).click();
  await page.getByLabel(replay.profile).click();
  await page.locator('.ant-select-item-option', { hasText: '营业执照' }).first().click();
  await page.locator('.admin-levels').waitFor();
  await page.getByRole('spinbutton').first().fill('0');
  await page.getByRole('button', { name: replay.run, exact: true }).click();
  const row = (name: string) => page.locator('.admin-replay-outcome').getByRole('row', { name }).first();
  await row(replay.everybody).waitFor();
  // With nobody passed by right, the last who came is called last: ten minutes a visit, two before him.
  expect(await row(replay.classes.priority).innerText()).toMatch(/0\.\d → (20|19)\.\d 分/);
  expect(await row(replay.everybody).innerText()).toMatch(/\b3\b/);
  await page.context().close();
});

test('a manager calls one out of turn with a reason: the board shows it, the desk can say why another still waits', {
  timeout: 120_000,
}, async () => {
  const desk = await connectStaff<DeskView>(hall.address, 'desk', 'reception');
  const numbers: string[] = [];
  for (let i = 0; i < 3; i += 1) numbers.push(ticketOf(await desk.send(issueLicence)).number);
  desk.close();
  const [first = '', , last = ''] = numbers;
  const board = await machine('/screen/?kind=hallScreen&device=hall-screen', null, sizes.board);

  const counter = await machine('/counter/', 'manager');
  await openAt(counter, '2');
  await press(counter, texts.callChosen(last), counter.getByRole('dialog'));
  await counter.getByText(texts.chooseTitle(last)).waitFor();
  await press(counter, new RegExp(words.zhHans.chooseReasons.frail), counter.locator('.at-counter', { hasText: last }));
  const hero = board.locator('.hero[data-status=called]', { hasText: last });
  await hero.waitFor();
  expect(await hero.locator('[data-figures=counter]').textContent()).toBe('2');

  const asked = await machine('/desk/', 'reception');
  await asked.locator('.ticket-line').first().waitFor();
  await asked.keyboard.press('/');
  await asked.keyboard.type(first);
  const line = asked.locator('.ticket-line', { hasText: first });
  const ask = line.getByRole('button', { name: why.ask });
  if (!(await ask.isVisible())) await line.getByRole('button', { name: first }).click();
  await ask.click();
  const said = line.locator('.ticket-line-why');
  await said.getByText(why.busyWith('2', last)).waitFor();
  for (const page of [board, counter, asked]) await page.context().close();
});

/** Goes on with Tab until what is sought has the focus. */
async function tabTo(page: Page, sought: Locator) {
  for (let pressed = 0; pressed < 150; pressed += 1) {
    const isThere = await sought.evaluateAll((all) => all.includes(document.activeElement as HTMLElement));
    if (isThere) return;
    await page.keyboard.press('Tab');
  }
  expect.fail(`not reached by Tab: ${sought}`);
}

test('an administrator adds a service by the keyboard alone and sees it in the list', {
  timeout: 120_000,
}, async () => {
  const own = adminTexts.zhHans;
  const page = await machine('/admin/', null);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const key = (name: string) => page.keyboard.press(name);
  const signIn = page.getByRole('button', { name: /admin/ });
  await signIn.waitFor();
  await tabTo(page, signIn);
  await key('Enter');
  const entry = page.getByRole('link', { name: own.sections.services });
  await entry.waitFor();
  await tabTo(page, entry);
  await key('Enter');
  const add = button(own.add(own.entries.service.one));
  await add.waitFor();
  await tabTo(page, add);
  await key('Enter');

  const form = page.getByRole('dialog');
  await form.waitFor();
  for (const [language, name] of [
    ['简体中文', '遗失物品登记'],
    ['繁體中文', '遺失物品登記'],
    ['English', 'Lost property'],
  ] as const) {
    await tabTo(page, form.getByLabel(`${own.fields.name} ${language}`));
    await page.keyboard.type(name);
  }
  for (const field of [own.fields.serviceGroup, own.fields.queue]) {
    await tabTo(page, form.getByLabel(field, { exact: true }));
    await key('ArrowDown');
    await page
      .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option-active')
      .waitFor();
    await key('Enter');
  }
  await tabTo(page, form.getByRole('button', { name: own.save, exact: true }));
  await key('Enter');
  await form.waitFor({ state: 'detached' });
  await page.getByRole('row', { name: /遗失物品登记/ }).waitFor();

  // And the hall has it: another machine is shown it too.
  const desk = await connectStaff<DeskView>(hall.address, 'desk', 'reception');
  const names = desk.view().groups.flatMap(({ services }) => services.map(({ name }) => name.en));
  expect(names).toContain('Lost property');
  desk.close();
  await page.context().close();
});

test('C5 one clerk works at one machine: the second has the counter and its visitor, the first is told; a colleague takes over', {
  timeout: 120_000,
}, async () => {
  const desk = await connectStaff<DeskView>(hall.address, 'desk', 'reception');
  const numbers: string[] = [];
  for (let i = 0; i < 2; i += 1) numbers.push(ticketOf(await desk.send(issueLicence)).number);
  const older = await machine('/counter/', 'clerk03');
  await openAt(older, '3');
  const atCounter = (page: Page) => page.locator('.at-counter');
  await press(older, /叫下一位/, atCounter(older).getByText(/已叫号/));
  const called = /[A-Z]\d{3}/.exec(await atCounter(older).innerText())?.[0] ?? expect.fail('no number');

  // Signed in a second time: the same counter with the same visitor, not a choice of counters.
  const newer = await machine('/counter/', 'clerk03');
  await atCounter(newer).getByText(called).waitFor();
  // The first machine has nothing left to press, and says why.
  await older.getByText(staffTexts.zhHans.sessionOver).waitFor();
  expect(await atCounter(older).count()).toBe(0);
  await press(newer, /开始办理/, atCounter(newer).getByText('办理中'));

  // Another clerk takes the counter over: the first one is told at once and has nothing left to press.
  const colleague = await machine('/counter/', 'clerk04');
  await colleague.locator('.radio-card', { hasText: /^3\D/ }).first().click();
  await press(colleague, texts.takeOver('3'), atCounter(colleague).getByText(called));
  await newer.getByRole('status').getByText(texts.takenOver('3')).waitFor();
  expect(await atCounter(newer).count()).toBe(0);
  // Nothing is lost: whoever was there is still being served, once.
  await atCounter(colleague).getByText('办理中').waitFor();
  const rows = desk.view().tickets.filter(({ number }) => number === called);
  expect(rows).toMatchObject([{ status: 'serving', counterLabel: '3' }]);
  desk.close();
  // Whoever closes a counter himself is told no such thing.
  await openAt(newer, '5');
  const close = newer.getByRole('dialog').getByRole('button', { name: texts.closeNow });
  await press(newer, texts.close, close);
  await close.click();
  await newer.getByText(texts.chooseCounter).waitFor();
  expect(await newer.getByText(texts.takenOver('3')).count()).toBe(0);
  for (const page of [older, newer, colleague]) await page.context().close();
});
