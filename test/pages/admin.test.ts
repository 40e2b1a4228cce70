import fc from 'fast-check';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ticketsGiven } from '../../hall-server/pages/admin/opening-hours-form.tsx';
import { intakeAt } from '../../hall-server/queue/opening-hours.ts';
import { usualSettings } from '../../shared/actors.ts';
import { Command } from '../../shared/commands.ts';
import { ApproveDevice, SaveStaff } from '../../shared/http.ts';
import { type Language, languages } from '../../shared/languages.ts';
import { adminTexts } from '../../shared/texts/admin.ts';
import { adminBackupsTexts } from '../../shared/texts/admin-backups.ts';
import { adminScreensTexts } from '../../shared/texts/admin-screens.ts';
import { alertsTexts } from '../../shared/texts/alerts.ts';
import { directCounterTexts } from '../../shared/texts/direct-counter.ts';
import { helpTexts } from '../../shared/texts/help.ts';
import { messagesTexts } from '../../shared/texts/messages.ts';
import { printingTexts } from '../../shared/texts/printing.ts';
import { rejectionTexts } from '../../shared/texts/rejections.ts';
import { levelTexts } from '../../shared/texts/service-level.ts';
import { words } from '../../shared/texts/words.ts';
import { launchBrowser, sizes } from '../support/browser.ts';
import { openPreview, servePreviews, showPreview } from '../support/preview.ts';
import { setup } from './fixtures/demo-setup.ts';
import { sent, seriousViolations } from './measure.ts';

let previews: Awaited<ReturnType<typeof servePreviews>>;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  previews = await servePreviews();
  browser = await launchBrowser();
  page = await openPreview(browser, previews.url, 'admin/today', { size: sizes.laptop });
});
afterAll(async () => {
  await browser?.close();
  await previews?.close();
});

async function show(fixture: string, language: Language = 'zhHans') {
  await showPreview(page, `admin/${fixture}`, language);
}

const texts = adminTexts.zhHans;
const screens = adminScreensTexts.zhHans;
const button = (name: string) => page.getByRole('button', { name, exact: true });
const drawer = () => page.getByRole('dialog');
const asked = () => page.evaluate(() => window.asked ?? []);

const sections = [
  'officers',
  'today',
  'todayQuiet',
  'todayEmpty',
  'todayBlank',
  'todayFirstCall',
  'services',
  'queues',
  'counters',
  'workProfiles',
  'zones',
  'priorityClasses',
  'staff',
  'staffUnreachable',
  'devices',
  'printers',
  'rules',
  'emergency',
  'emergencyShown',
  'first',
];

describe('the glass of a small laptop', () => {
  test.each(languages)('no section runs over its width, in one language at a time (%s)', async (language) => {
    for (const fixture of sections) {
      await show(fixture, language);
      const over = await page.evaluate(() =>
        [document.documentElement, ...document.querySelectorAll('main, table, nav a, dd, h2')]
          .filter((one) => one.scrollWidth > one.clientWidth + 1)
          .map((one) => one.tagName + one.textContent),
      );
      expect(over, fixture).toEqual([]);
      // Names of people and devices are their own; each language's name stands in its own words.
      const said = await page.evaluate(() =>
        [...document.querySelectorAll('nav, h1, h2, h3, th, dt, label, .admin-title, .ant-table-cell button')]
          .filter((one) => one.querySelector('[lang]') === null)
          .map((one) => one.textContent)
          .join(' '),
      );
      expect(said, fixture).not.toMatch(language === 'en' ? /\p{Script=Han}/u : /[A-Za-z]{3,}/);
    }
  });

  test('today: all twelve counters, eight queues and every entry of the menu without scrolling', async () => {
    await show('today');
    expect(await page.locator('.admin-menu').evaluate((menu) => menu.scrollHeight <= menu.clientHeight)).toBe(true);
    expect(await page.locator('main').evaluate((main) => main.scrollHeight <= main.clientHeight)).toBe(true);
    expect(await page.locator('main .ant-table-row').count()).toBe(20);
  });

  test('contrast, names and roles', async () => {
    for (const fixture of [
      'today',
      'services',
      'devices',
      'printers',
      'rules',
      'emergency',
      'emergencyShown',
      'first',
    ]) {
      await show(fixture);
      expect(await seriousViolations(page), fixture).toEqual([]);
    }
    await show('workProfiles');
    await button('修改 营业执照').click();
    await drawer().waitFor();
    expect(await seriousViolations(page), 'drawer').toEqual([]);
  });
});

describe('entries', () => {
  test('a wrong entry is told at its fields and not sent; the right one is saved as a command', async () => {
    await show('queues');
    await button('新增队列').click();
    await drawer().getByLabel('字母').fill('I');
    await button('保存').click();
    await drawer().getByText(texts.hints.prefix).waitFor();
    expect(await drawer().getByText(texts.wrong.required).count()).toBe(3);
    await drawer().getByText(texts.wrong.choose).waitFor();
    expect(await sent(page)).toEqual([]);

    await drawer().getByLabel('字母').fill('P');
    for (const [language, name] of [
      ['简体中文', '公积金'],
      ['繁體中文', '公積金'],
      ['English', 'Housing fund'],
    ] as const) {
      await drawer().getByLabel(`名称 ${language}`).fill(name);
    }
    await drawer().getByLabel('分区').click();
    await page.locator('.ant-select-item-option', { hasText: 'B区' }).click();
    await drawer().getByText('当天第一个号是 P001。').waitFor();
    await button('保存').click();
    await drawer().waitFor({ state: 'detached' });
    const [command, ...more] = await sent(page);
    expect(more).toEqual([]);
    expect(Command.parse(command)).toMatchObject({
      type: 'saveSetup',
      entry: {
        kind: 'queue',
        value: { prefix: 'P', zone: 'B', dailyLimit: null, active: true, name: { en: 'Housing fund' } },
      },
    });
  });

  test('an entry is switched off, never deleted; what will change is shown before', async () => {
    await show('counters');
    expect(await page.getByText(/删除/).count()).toBe(0);
    await button('修改 12').click();
    await drawer().getByRole('switch').click();
    expect(await drawer().locator('.admin-changes').textContent()).toMatch(/状态\s*使用中\s*已停用/);
    await button('保存').click();
    await drawer().waitFor({ state: 'detached' });
    expect(await sent(page)).toMatchObject([
      { type: 'saveSetup', entry: { kind: 'counter', value: { id: 'counter-12', label: '12', active: false } } },
    ]);
  });

  test('what the hall refuses is said in the form, and nothing typed is lost', async () => {
    await show('queuesRefused');
    await button('修改 A').click();
    await drawer().getByLabel('字母').fill('T');
    await button('保存').click();
    const said = drawer()
      .getByRole('alert')
      .filter({ hasText: /重复|已/ });
    await said.waitFor();
    const bottom = await said.evaluate((element) => element.getBoundingClientRect().bottom);
    expect(bottom, 'in sight, however long the form').toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
    expect(await drawer().getByLabel('字母').inputValue()).toBe('T');
  });

  test('closing a form with changes asks first', async () => {
    await show('zones');
    await button('修改 A区 企业服务').click();
    await drawer().getByLabel('名称 English').fill('Zone A');
    await button('取消').click();
    await button(texts.keepEditing).click();
    expect(await page.getByLabel('名称 English').inputValue()).toBe('Zone A');
  });

  test('a service becomes bookable by one switch, with slots to set and nothing half filled in', async () => {
    await show('services');
    await button('修改 个体工商户设立登记').click();
    expect(await drawer().getByLabel(texts.fields.quota).count()).toBe(0);
    await drawer().getByRole('switch', { name: texts.fields.appointments }).click();
    await drawer().getByLabel(texts.fields.quota).fill('4');
    await button('保存').click();
    await drawer().waitFor({ state: 'detached' });
    expect(await sent(page)).toMatchObject([
      {
        type: 'saveSetup',
        entry: {
          kind: 'service',
          value: {
            appointments: { slotMinutes: 30, quota: 4, daysAhead: 5, leadMinutes: 30, cancelUntilMinutes: 60 },
          },
        },
      },
    ]);
  });

  test('the list is found by what it shows; switched-off entries are under "all"', async () => {
    await show('services');
    const rows = page.getByRole('tabpanel').locator('.ant-table-row');
    expect(await rows.count()).toBe(15);
    await page.getByText(texts.all, { exact: true }).click();
    expect(await rows.count()).toBe(16);
    await page.getByRole('textbox', { name: texts.search }).fill('水费');
    expect(await rows.count()).toBe(1);
    expect(await rows.textContent()).toContain(texts.inactive);
  });
});

test('a hall that was begun is told what is missing, and in which order', async () => {
  await show('todayEmpty');
  const steps = page.locator('.admin-steps li');
  const addresses = await steps.locator('a').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  expect(addresses).toEqual(['#zones', '#queues', '#services', '#workProfiles', '#counters']);
  expect(await steps.nth(0).textContent()).toContain('已有 1 个');
  expect(await steps.nth(2).textContent()).toContain(texts.none);
  await show('today');
  expect(await page.locator('.admin-steps').count()).toBe(0);
});

test('a manager directs a counter: paused with a reason, moved to another profile, closed after a question', async () => {
  const own = directCounterTexts.zhHans;
  await show('todayManager');
  const choose = async (label: string, what: string) => {
    await page.getByRole('button', { name: own.direct(label), exact: true }).click();
    await page.getByRole('menuitem', { name: what }).click();
  };
  await choose('1', own.pause);
  expect(await seriousViolations(page)).toEqual([]);
  await page.keyboard.press('2');
  await choose('5', own.resume);
  await choose('2', own.close);
  await page.keyboard.press('1');
  await choose('3', own.profile);
  await page.keyboard.press('1');
  const order = { type: 'directCounter' };
  expect(await sent(page)).toMatchObject([
    { ...order, counterId: setup.counters[0]?.id, order: { to: 'pause', reason: 'lunch' } },
    { ...order, counterId: setup.counters[4]?.id, order: { to: 'resume' } },
    { ...order, counterId: setup.counters[1]?.id, order: { to: 'close' } },
    { ...order, counterId: setup.counters[2]?.id, order: { to: 'profile' } },
  ]);
  await show('today');
  expect(await page.getByRole('button', { name: own.direct('1'), exact: true }).count()).toBe(0);
});

test('in the menu of every section stands how many things need somebody, in words too', async () => {
  await show('services');
  const entry = page.locator('.admin-menu').getByRole('link', { name: texts.sections.today });
  await entry.getByText(alertsTexts.zhHans.count(6)).waitFor();
  expect(await entry.locator('.admin-badge').innerText()).toContain('6');
});

test('called in time: each queue and the hall by a share, a word and an icon', async () => {
  await show('today');
  const own = levelTexts.zhHans;
  const said = async (mark: Locator) => (await mark.innerText()).replace('\n', ' ');
  const ofQueue = (name: string) => said(page.getByRole('row', { name }).locator('.level'));
  expect(await ofQueue('A 营业执照')).toBe(`82% ${own.levels.warn}`);
  expect(await ofQueue('R 不动产')).toBe(`33% ${own.levels.bad}`);
  expect(await ofQueue('T 企业税务')).toBe(`100% ${own.levels.good}`);
  expect(await said(page.locator('.admin-whole-level .level'))).toBe(`83% ${own.levels.warn}`);
  expect(await page.locator('.level svg').count(), 'never by colour alone').toBe(8);
  await page.getByRole('row', { name: '办不成事' }).getByText(own.none).waitFor();
});

test('a call for help stands first in red, is answered and ended there; other sections lead to it', async () => {
  const help = helpTexts.zhHans;
  await show('todayHelp');
  const calls = page.locator('.admin-help');
  expect(await calls.locator('strong').allInnerTexts()).toEqual([
    help.alert('8', words.zhHans.helpReasons.medical),
    help.alert('3', words.zhHans.helpReasons.systemTrouble),
  ]);
  await calls.nth(1).getByText(help.answered('黄丽华')).waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await calls.nth(0).getByRole('button', { name: help.answer }).click();
  await calls.nth(1).getByRole('button', { name: help.end }).click();
  expect(await calls.nth(1).getByRole('button', { name: help.answer }).count(), 'answered already').toBe(0);
  expect(await sent(page)).toEqual([
    { type: 'answerHelp', counterId: setup.counters[7]?.id },
    { type: 'endHelp', counterId: setup.counters[2]?.id },
  ]);
  await show('countersHelp');
  const bar = page.getByRole('alert').getByRole('link', { name: help.alert('8', words.zhHans.helpReasons.medical) });
  expect(await bar.getAttribute('href')).toBe('#today');
  expect(await seriousViolations(page)).toEqual([]);
});

test('a manager writes to counters: to all or to some, plain and short, and sees who has read it', async () => {
  const own = messagesTexts.zhHans;
  await show('todayManager');
  await page.getByRole('button', { name: own.write }).click();
  const rows = drawer().locator('li');
  expect(await rows.allInnerTexts()).toMatchObject([
    expect.stringMatching(/请 <b>10 号<\/b>先办社保。\s+10 号未读/),
    expect.stringMatching(/1 号 10:13 已读 · 2 号未读 · 3 号 10:30 已读/),
  ]);
  expect(await drawer().locator('li b').count(), 'as it was typed').toBe(0);
  const send = drawer().getByRole('button', { name: own.send });
  expect(await send.isDisabled(), 'nothing is written').toBe(true);
  const field = drawer().getByLabel(own.text);
  await field.fill('𠮷'.repeat(81));
  expect(await send.isDisabled(), 'one sign too many').toBe(true);
  await field.fill('𠮷'.repeat(80));
  await send.click();
  await field.fill('请看一下打印机');
  await drawer().getByLabel(own.to).click();
  await page.locator('.ant-select-item-option', { hasText: own.counter('2') }).click();
  await field.press('Enter');
  expect(await seriousViolations(page)).toEqual([]);
  expect(await sent(page)).toEqual([
    { type: 'messageCounter', counterIds: null, text: '𠮷'.repeat(80) },
    { type: 'messageCounter', counterIds: [setup.counters[1]?.id], text: '请看一下打印机' },
  ]);
});

test('a manager opens a closed counter for somebody who is at no other', async () => {
  const own = directCounterTexts.zhHans;
  await show('todayManager');
  await page.getByRole('button', { name: own.direct('12'), exact: true }).click();
  await page.getByRole('menuitem', { name: own.openForSomebody }).click();
  expect(await drawer().getByRole('button', { name: own.open }).isDisabled(), 'nobody chosen').toBe(true);
  await drawer().getByLabel(own.who).click();
  const names = await page.locator('.ant-select-item-option').allInnerTexts();
  expect(names, 'neither at a counter, nor switched off, nor of another task').toEqual(['黄丽华']);
  await page.locator('.ant-select-item-option').first().click();
  expect(await seriousViolations(page)).toEqual([]);
  await drawer().getByRole('button', { name: own.open }).click();
  expect(await sent(page)).toEqual([
    {
      type: 'directCounter',
      counterId: setup.counters[11]?.id,
      order: { to: 'open', staffId: 'staff-manager', workProfileId: setup.counters[11]?.workProfile },
    },
  ]);
});

describe('who may what', () => {
  test.each(['queuesManager', 'rulesManager', 'devicesManager'])(
    'a manager looks and is told why: %s',
    async (fixture) => {
      await show(fixture);
      await page.getByText(texts.lookOnly).waitFor();
      for (const action of [texts.save, texts.edit, texts.approve, texts.revoke, texts.addPeriod]) {
        expect(await page.getByRole('button', { name: action }).count(), action).toBe(0);
      }
    },
  );

  test('a manager closes the day after confirming', async () => {
    await show('todayManager');
    await button(texts.closeDay).click();
    await page.getByText('还有 55 张号票没有办完').waitFor();
    expect(await sent(page)).toEqual([]);
    await drawer().getByRole('button', { name: texts.closeDayYes }).click();
    await drawer().waitFor({ state: 'detached' });
    expect(await sent(page)).toEqual([{ type: 'closeDay' }]);
  });

  test('an administrator cannot, and reads why', async () => {
    await show('today');
    expect(await button(texts.closeDay).isDisabled()).toBe(true);
    await page.getByText(texts.closeDayOnly).waitFor();
  });
});

describe('printers', () => {
  const printing = printingTexts.zhHans;
  test('each says how it is, and a test page what became of it', async () => {
    await show('printers');
    await page.getByRole('row', { name: /取号机 2 打印机.*缺纸/ }).waitFor();
    await button(`${printing.admin.test} 前台打印机`).click();
    await page.getByText(`${printing.admin.tested.failed}: ${printing.faults.paperOut}`).waitFor();
    expect((await asked()).at(-1)).toEqual({ printerId: 'desk', language: 'zhHans' });
    expect(await page.getByRole('button', { name: `${printing.admin.test} 取号机 3` }).count(), 'behind a shell').toBe(
      0,
    );
  });

  test('a new one is saved with exactly the fields of its connection', async () => {
    await show('printers');
    await button(texts.add(printing.admin.one)).click();
    await drawer().getByLabel(texts.fields.deviceName, { exact: true }).fill('取号机 4');
    await drawer().getByLabel(printing.admin.host, { exact: true }).fill('192.168.1.60');
    await button('保存').click();
    await drawer().waitFor({ state: 'detached' });
    const command = Command.parse((await sent(page)).at(-1));
    expect(command).toMatchObject({
      entry: {
        kind: 'printer',
        value: {
          name: '取号机 4',
          connection: { via: 'network', host: '192.168.1.60', port: 9100 },
          paper: 80,
          active: true,
        },
      },
    });
  });

  test('who may only look is shown no button', async () => {
    await show('printersManager');
    expect(await page.locator('main').getByRole('button').count()).toBe(0);
  });
});

describe('devices and staff', () => {
  test('a waiting screen is approved with a name and exactly the fields of its task', async () => {
    await show('devices');
    await page.getByText('7KM4RD').waitFor();
    await button(texts.approve).click();
    await drawer().getByLabel(texts.fields.deviceName, { exact: true }).fill('分区屏 B');
    await drawer().getByLabel(texts.fields.kind).click();
    await page.locator('.ant-select-item-option', { hasText: '分区屏' }).click();
    await drawer().getByLabel(texts.fields.zone).click();
    await page.locator('.ant-select-item-option', { hasText: 'B区' }).click();
    await button('保存').click();
    await drawer().waitFor({ state: 'detached' });
    expect(ApproveDevice.parse((await asked()).at(-1))).toEqual({
      code: '7KM4RD',
      name: '分区屏 B',
      assignment: {
        kind: 'zoneScreen',
        zone: 'B',
        panel: { diagonalInches: 24, farthestViewMetres: 6 },
        settings: usualSettings.zoneScreen,
      },
    });
  });

  test('a screen that cannot be read from the farthest seat is not saved; the form draws it and says what would work', async () => {
    await show('devices');
    await button('修改 大厅屏').click();
    await drawer().getByText(screens.reached(42, 10)).waitFor();
    const before = (await asked()).length;
    await drawer().getByLabel(texts.fields.farthestViewMetres).fill('25');
    await drawer().getByText('25 米处看不清').waitFor();
    const remedies = await drawer().locator('.admin-seat li').allTextContents();
    await button('保存').click();
    await drawer().getByText(rejectionTexts.zhHans.notReadable({})).waitFor();
    expect((await asked()).length).toBe(before);
    // Each of them alone is enough, and a little less is not.
    const metres = Number(/([\d.]+) 米以内/.exec(remedies.join())?.[1]);
    const inches = Number(/(\d+) 英寸以上/.exec(remedies.join())?.[1]);
    const isRead = (field: string, value: number) =>
      drawer()
        .getByLabel(field)
        .fill(String(value))
        .then(() => drawer().locator('.admin-seat .admin-good').count());
    expect(await isRead(texts.fields.farthestViewMetres, metres)).toBe(1);
    expect(await isRead(texts.fields.farthestViewMetres, metres + 0.2)).toBe(0);
    expect(await isRead(texts.fields.farthestViewMetres, 25)).toBe(0);
    expect(await isRead(texts.fields.diagonalInches, inches - 1)).toBe(0);
    expect(await isRead(texts.fields.diagonalInches, inches)).toBe(1);
    await button('保存').click();
    await drawer().waitFor({ state: 'detached' });
    expect((await asked()).at(-1)).toMatchObject({
      deviceId: 'hall-screen',
      assignment: { panel: { diagonalInches: inches, farthestViewMetres: 25 } },
    });
  });

  test('how each screen is: late, old, in a wrong font, without a voice, in words', async () => {
    await show('devices');
    const row = (name: string) => page.locator('.ant-table-row', { hasText: name });
    const said = async (name: string) => (await row(name).locator('.admin-health li').allTextContents()).toSorted();
    expect(await said('大厅屏')).toEqual(
      [texts.online, screens.buildCurrent, screens.fonts.bundled, screens.sounds.on, '1920×1080'].toSorted(),
    );
    expect(await said('B区屏')).toEqual(
      [screens.hangs, screens.buildOld, screens.fonts.fallback, screens.sounds.blocked, '1080×1920，2 倍'].toSorted(),
    );
    expect(await row('B区屏').locator('.admin-warn').count()).toBe(4);
    expect(await row('A区屏').textContent()).toContain(screens.noPicture);
    expect(await row('大厅屏').locator('iframe').count()).toBe(1);
  });

  test('of two boards that would say the same calls it is said so, in the list and before saving', async () => {
    await show('devices');
    await page.getByText(screens.clash('大厅屏、B区屏')).waitFor();
    await button('修改 大厅屏').click();
    await drawer().getByText(screens.clash('B区屏、大厅屏')).waitFor();
    await drawer().getByRole('switch').click();
    await drawer().getByText(screens.clash('B区屏、大厅屏')).waitFor({ state: 'detached' });
    await button('保存').click();
    await drawer().waitFor({ state: 'detached' });
    expect((await asked()).at(-1)).toMatchObject({ assignment: { settings: { speaks: false, languages: null } } });
  });

  test.each(['devices', 'devicesManager'])(
    'a screen that is there is asked to say which it is (%s)',
    async (fixture) => {
      await show(fixture);
      await button('识别 大厅屏').click();
      await page.getByText(screens.ordered).first().waitFor();
      expect((await asked()).at(-1)).toEqual({ deviceId: 'hall-screen', order: 'identify' });
      expect(await button('识别 A区屏').isDisabled()).toBe(true);
      expect(await button('识别 取号机 1').count()).toBe(0);
    },
  );

  test('unpairing asks first and says what happens', async () => {
    await show('devices');
    await button('一次性代码 大厅屏').click();
    await page.getByText('482915', { exact: true }).waitFor();
    await button(texts.staffCodeDone).click();
    await page.getByText('482915', { exact: true }).waitFor({ state: 'hidden' });
    await button('取消配对 大厅屏').click();
    await page.getByText(texts.revokeWarning).waitFor();
    const before = (await asked()).length;
    await drawer().getByRole('button', { name: texts.revoke }).click();
    await drawer().waitFor({ state: 'detached' });
    expect((await asked()).slice(before)).toEqual(['hall-screen']);
  });

  test('an empty password keeps the present one', async () => {
    await show('staff');
    await button('修改 吴志强').click();
    await drawer().getByRole('switch').click();
    await button('保存').click();
    await drawer().waitFor({ state: 'detached' });
    expect(SaveStaff.parse((await asked()).at(-1))).toEqual({
      staffId: 'staff-2',
      login: 'clerk2',
      name: '吴志强',
      role: 'clerk',
      active: true,
      password: null,
    });
  });
});

describe('an emergency', () => {
  test('one message, everywhere, after a last question with its words in all languages', async () => {
    await show('emergencyManager');
    await page.getByRole('radio', { name: '暂停服务，请稍候，听工作人员通知' }).check();
    await button(screens.show).click();
    const question = page.getByRole('dialog');
    for (const words of ['暂停服务', '暫停服務', 'No service for now']) await question.getByText(words).waitFor();
    expect(await sent(page)).toEqual([]);
    await question.getByRole('button', { name: screens.show }).click();
    await question.waitFor({ state: 'detached' });
    expect(await sent(page)).toEqual([{ type: 'showEmergency', messageId: 'suspended', devices: null }]);
  });

  test('on chosen devices only, and on none not at all', async () => {
    await show('emergency');
    await page.getByRole('radio', { name: screens.chosen }).check();
    expect(await button(screens.show).isDisabled()).toBe(true);
    await page.getByRole('checkbox', { name: 'A区屏' }).check();
    await button(screens.show).click();
    await page.getByRole('dialog').getByRole('button', { name: screens.show }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const [command] = await sent(page);
    expect(Command.parse(command)).toEqual({
      type: 'showEmergency',
      messageId: 'evacuate',
      devices: ['zone-screen-a'],
    });
  });

  test('is told on every section while it lasts, and lifted after a question', async () => {
    await show('devicesEmergency');
    expect(await page.locator('.admin-emergency-bar').getAttribute('href')).toBe('#emergency');
    await show('emergencyShown');
    await page.getByText(screens.shownSince('10:39')).waitFor();
    await button(screens.lift).click();
    expect(await sent(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: screens.lift }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await sent(page)).toEqual([{ type: 'liftEmergency' }]);
  });
});

describe('rules and times', () => {
  test('changing the missed rule shows the sentence visitors will read', async () => {
    await show('rules');
    await page.getByLabel(texts.rules.acceptWithinMinutes).fill('20');
    await page.getByText('过号 20 分钟内，可直接到原窗口').waitFor();
    await page.getByLabel(texts.rules.afterCalls).fill('0');
    await button('保存').click();
    await page.getByText(texts.wrong.atLeast(1)).waitFor();
    expect(await sent(page)).toEqual([]);
  });

  test('backups: how they are, one more at once, and an alarm on the first page when they fail', async () => {
    const backups = adminBackupsTexts.zhHans;
    await show('rules');
    await page.getByRole('tab', { name: backups.backups }).click();
    await page.getByText('11-23 10:22').waitFor();
    await page.getByText(backups.sameDisk).waitFor();
    await button(backups.make).click();
    await expect.poll(asked).toContain('makeBackup');

    await show('todayBackupFailed');
    const alarm = page.getByRole('alert');
    await alarm.getByText(backups.whys.diskFull).waitFor();
    expect(await alarm.getByRole('link').getAttribute('href')).toBe('#rules');
    await alarm.getByText(backups.nextStep).waitFor();
  });

  test('the times shown for taking a number are those at which the hall gives them', () => {
    const time = fc.integer({ min: 0, max: 24 * 60 - 1 });
    const clock = (minute: number) =>
      `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    const issue = fc.record({
      openBeforeMinutes: fc.integer({ min: 0, max: 60 }),
      closeBeforeMinutes: fc.integer({ min: 0, max: 60 }),
      throughBreaks: fc.boolean(),
      undoSeconds: fc.constant(20),
    });
    const day = fc.uniqueArray(time, { minLength: 2, maxLength: 4 }).map((minutes) => {
      const ends = minutes.toSorted((a, b) => a - b);
      return ends.length < 4
        ? [[clock(ends[0] ?? 0), clock(ends.at(-1) ?? 0)] as const]
        : [[clock(ends[0] ?? 0), clock(ends[1] ?? 0)] as const, [clock(ends[2] ?? 0), clock(ends[3] ?? 0)] as const];
    });
    fc.assert(
      fc.property(issue, day, time, (rule, periods, minute) => {
        const here = { ...setup, rules: { ...setup.rules, issue: rule } };
        const hours = { ...setup.openingHours, monday: periods, exceptions: [] };
        const hall = intakeAt({ ...here, openingHours: hours }, { date: '2026-11-23', weekday: 'monday', minute });
        const shown = ticketsGiven(periods, rule).some((range) => {
          const [from = '', until = ''] = range.split('–');
          return from <= clock(minute) && clock(minute) < until;
        });
        expect(shown).toBe(hall.status === 'open');
      }),
    );
  });
});
