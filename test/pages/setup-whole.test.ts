import { describe, expect, test } from 'vitest';
import { languages } from '../../shared/languages.ts';
import { adminInterfacesTexts } from '../../shared/texts/admin-interfaces.ts';
import { adminSetupTexts } from '../../shared/texts/admin-setup.ts';
import { setup } from './fixtures/demo-setup.ts';
import { scrolls, seriousViolations } from './measure.ts';
import { previewPage } from './preview-page.ts';

// Who changed what, back to before, out into a file and in again.

const { page, draw: show } = await previewPage();

const { zhHans: texts } = adminSetupTexts;
const draw = async (tab: 'history' | 'file', fixture = 'rules', language: (typeof languages)[number] = 'zhHans') => {
  await show(`admin/${fixture}`, { language });
  await page.evaluate(() => window.asked?.splice(0));
  await page.getByRole('tab', { name: adminSetupTexts[language][tab] }).click();
};
const button = (name: string) => page.getByRole('button', { name, exact: true });
const wished = () => page.evaluate(() => window.asked ?? []);

describe('history', () => {
  test.each(languages)('says in words what was changed, by whom (%s)', async (language) => {
    await draw('history', 'rules', language);
    const rows = page.locator('.setup-history > li');
    await rows.nth(2).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    expect(await scrolls(page)).toBe(false);
    expect(await rows.nth(0).innerText()).toMatch(/21\s*1\b/);
    const own = adminSetupTexts[language];
    const many = await rows.nth(1).innerText();
    expect(many).toMatch(/45[^\d]+30/);
    expect(many).toContain('09:00–12:00');
    expect(many).toContain(own.switchedOff);
    expect(await rows.nth(2).innerText()).toContain(own.added);
    if (language !== 'en') expect(await page.locator('.setup-history').innerText()).not.toMatch(/[a-z]{4,}/);
  });

  test('one entry goes back, or everything, after it was seen what will change', async () => {
    await draw('history');
    await button(texts.showAll(4)).click();
    await page.locator('.setup-history > li').nth(1).getByRole('button', { name: texts.restoreOne }).nth(3).click();
    await page.getByRole('dialog').getByText(texts.willChange(2)).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await button(texts.apply).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.locator('.setup-history > li').nth(1).getByRole('button', { name: texts.restoreAll }).click();
    await button(texts.apply).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const before = { kind: 'queue', value: { ...setup.queues[0], dailyLimit: 120 } };
    expect(await wished()).toEqual([
      { entries: [before], others: 'keep' },
      { asOf: 699, others: 'switchOff' },
    ]);
  });

  test('a manager reads it and changes nothing', async () => {
    await draw('history', 'rulesManager');
    await page.locator('.setup-history > li').nth(2).waitFor();
    expect(await button(texts.restoreAll).count()).toBe(0);
    expect(await page.getByRole('tab', { name: texts.file }).count()).toBe(0);
  });
});

describe('a file', () => {
  const choose = (text: string) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name: 'setup.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  const file = (entries: readonly unknown[]) =>
    JSON.stringify({ format: 'clearcall-setup-1', savedAt: '2026-11-20 17:00:00', entries });
  const zone = { kind: 'zone', value: { ...setup.zones[0], active: false } };

  test('is read, compared, and put in', async () => {
    await draw('file');
    await choose(file([zone]));
    await page.getByText(texts.savedAt('2026-11-20 17:00:00')).waitFor();
    await page.getByLabel(`${texts.others}: ${texts.switchOff}`).check();
    expect(await seriousViolations(page)).toEqual([]);
    await page.locator('.setup-file-wish').getByRole('button').click();
    await button(texts.apply).click();
    await page.getByText(texts.applied).waitFor();
    expect(await wished()).toEqual([{ entries: [zone], others: 'switchOff' }]);
  });

  test.each([
    ['no file of ours', '<html>', texts.notAFile],
    ['cut off', file([zone]).slice(0, 60), texts.notAFile],
    ['wrong in one entry', file([zone, { kind: 'zone', value: { id: 'no id!' } }]), texts.wrongEntry(2)],
  ])('%s: says so, and nothing is put in', async (_, text, said) => {
    await draw('file');
    await choose(text);
    await page.getByRole('alert').getByText(said).waitFor();
    expect(await wished()).toEqual([]);
  });
});

test('a program gets a token that is shown once, for what it may do; another one is revoked after a question', async () => {
  const own = adminInterfacesTexts.zhHans;
  await show('admin/rules', { language: 'zhHans' });
  await page.evaluate(() => window.asked?.splice(0));
  await page.getByRole('tab', { name: own.tab }).click();
  const listed = page.locator('.interfaces-list').filter({ hasText: own.endpoints });
  await listed.getByText(own.endpointNames['/tickets'], { exact: true }).waitFor();
  expect(await listed.locator('tbody').innerText(), 'in the language of the page').not.toMatch(/[A-Z][a-z]+ /);
  expect(await seriousViolations(page)).toEqual([]);
  await button(own.create).click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByRole('button', { name: own.creating, exact: true }).isDisabled()).toBe(true);
  await dialog.getByLabel(own.name).fill('江门政务');
  await dialog.getByLabel(own.scopeNames['tickets:write']).check();
  await dialog.getByLabel(own.expires).click();
  await page.getByTitle(own.never).click();
  expect(await seriousViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: own.creating, exact: true }).click();
  await dialog.getByText(own.once).waitFor();
  expect(await dialog.getByRole('textbox').inputValue()).toBe('cc_0123456789');
  await button(own.copied).click();
  await page.getByText(own.previousUntil('')).waitFor();
  await page.getByRole('button', { name: `${own.renew} 江门政务小程序` }).click();
  await dialog.getByText(own.renewHelp).waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await dialog.getByRole('button', { name: own.creating, exact: true }).click();
  await dialog.getByText(own.once).waitFor();
  await button(own.copied).click();
  await page.getByRole('button', { name: `${own.revoke} 江门政务小程序` }).click();
  await page.getByRole('dialog').getByRole('button', { name: own.revoke, exact: true }).click();
  await expect
    .poll(wished)
    .toEqual([
      { name: '江门政务', scopes: ['state:read', 'tickets:write'], expiresAt: null },
      { renew: { tokenId: 'one', expiresAt: expect.any(Number) } },
      { revoke: 'one' },
    ]);
});

test('an address is told of events: its secret is shown once; a failing one is tried again, paused, removed after a question', async () => {
  const own = adminInterfacesTexts.zhHans;
  await show('admin/rules', { language: 'zhHans' });
  await page.evaluate(() => window.asked?.splice(0));
  await page.getByRole('tab', { name: own.tab }).click();
  await page.getByText(own.failing(503, 4)).waitFor();
  await page.getByText(own.setAside(1)).waitFor();
  await page.getByText('1-4711').waitFor();
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByRole('button', { name: `${own.sendAgain} 市级平台` }).click();
  await button(own.tryNow).click();
  await button(own.test).click();
  await page.getByText(own.tested(204)).waitFor();
  await button(own.createWebhook).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(own.name).fill('小程序');
  await dialog.getByLabel(own.url).fill('http://platform.example/hook');
  const create = dialog.getByRole('button', { name: own.creating, exact: true });
  expect(await create.isDisabled(), 'http outside the house').toBe(true);
  await dialog.getByLabel(own.url).fill('https://platform.example/hook');
  expect(await seriousViolations(page)).toEqual([]);
  await create.click();
  await dialog.getByText(own.once).waitFor();
  await dialog.getByRole('textbox').press('Escape');
  expect(await dialog.getByRole('textbox').inputValue(), 'nothing but its key closes it').toBe('whsec');
  await button(own.copied).click();
  await button(own.pause).click();
  await page.getByRole('button', { name: `${own.renewSecret} 市级平台` }).click();
  await dialog.getByRole('button', { name: own.creating, exact: true }).click();
  await expect.poll(() => dialog.getByRole('textbox').inputValue()).toBe('whsec2');
  await button(own.copied).click();
  await page.getByRole('button', { name: `${own.remove} 市级平台` }).click();
  await page.getByRole('dialog').getByRole('button', { name: own.remove, exact: true }).click();
  await expect.poll(wished).toEqual([
    { order: 'again', webhookId: 'one' },
    { order: 'try', webhookId: 'one' },
    {
      name: '小程序',
      url: 'https://platform.example/hook',
      events: ['ticketIssued', 'ticketCalled', 'ticketFinished'],
    },
    { order: 'pause', webhookId: 'one' },
    { secretOf: 'one' },
    { order: 'remove', webhookId: 'one' },
  ]);
});
