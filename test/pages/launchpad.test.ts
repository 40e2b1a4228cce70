import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageFiles } from '../../hall-server/gateway/page-files.ts';
import { deviceKinds } from '../../shared/actors.ts';
import { type Language, languages } from '../../shared/languages.ts';
import { launchBrowser, sizes } from '../support/browser.ts';
import { openPreview, servePreviews, showPreview } from '../support/preview.ts';
import { seriousViolations } from './measure.ts';

let previews: Awaited<ReturnType<typeof servePreviews>>;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  previews = await servePreviews();
  browser = await launchBrowser();
  page = await openPreview(browser, previews.url, 'launchpad/demo', { size: sizes.laptop });
});
afterAll(async () => {
  await browser?.close();
  await previews?.close();
});

async function show(fixture: string, language: Language = 'zhHans') {
  await showPreview(page, `launchpad/${fixture}`, language);
}

const links = () =>
  page
    .locator('main a')
    .evaluateAll((all) =>
      all.map((one) => ({ href: one.getAttribute('href') ?? '', target: one.getAttribute('target') })),
    );

const cut = () =>
  page.evaluate(() => {
    const boxes = [...document.querySelectorAll('h1, h2, h3, p, a, td, th, span:not(.visually-hidden)')].filter(
      (one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline',
    );
    const over = document.documentElement.scrollWidth > document.documentElement.clientWidth;
    return [...boxes.map((one) => one.textContent), ...(over ? ['the page'] : [])];
  });

test.each(languages)('nothing is cut on a phone, a laptop or a large screen (%s)', async (language) => {
  for (const fixture of ['demo', 'real', 'needsSetup', 'unreachable', 'asking']) {
    await show(fixture, language);
    for (const size of [sizes.phone, sizes.laptop, sizes.board]) {
      await page.setViewportSize(size);
      expect(await cut(), `${fixture} ${size.width}`).toEqual([]);
    }
  }
  await page.setViewportSize(sizes.laptop);
});

test.each(languages)('one language at a time (%s)', async (language) => {
  for (const fixture of ['real', 'needsSetup', 'unreachable']) {
    await show(fixture, language);
    const words = (await page.locator('main').textContent())?.replaceAll(/ClearCall|MIT/g, '');
    expect(words, fixture).not.toMatch(language === 'en' ? /\p{Script=Han}/u : /[A-Za-z]{2,}/);
  }
});

test.each(['demo', 'real'])(
  'every page of the product is one click away, in a tab of its own (%s)',
  async (fixture) => {
    await show(fixture);
    const found = await links();
    const opened = new Set(found.map(({ href }) => new URL(href, 'http://hall').pathname));
    // Not the launchpad itself, the phone pages (reached only through a slip or an invitation) and the mirror (within administration).
    const elsewhere = ['/', '/t/', '/officer/', '/mirror/'];
    for (const address of Object.keys(pageFiles).filter((one) => !elsewhere.includes(one))) {
      expect(opened, address).toContain(address);
    }
    expect(found.filter(({ target }) => target !== '_blank')).toEqual([]);
  },
);

test('each demo device opens as itself, and each kind once more by its name', async () => {
  await show('demo');
  const devices = (await links())
    .map(({ href }) => new URL(href, 'http://hall').searchParams)
    .filter((query) => query.has('device'));
  expect(new Set(devices.map((query) => query.get('device'))).size).toBe(30);
  expect(new Set(devices.map((query) => query.get('kind')))).toEqual(new Set(deviceKinds));
  expect(await page.getByRole('link', { name: '评价器 12 号窗口' }).getAttribute('href')).toBe(
    '/rating/?kind=ratingKiosk&device=rating-kiosk-12',
  );
});

test('the visit in five steps leads through the right pages, with the account where one is needed', async () => {
  await show('demo');
  const steps = page.locator('.launchpad-try li');
  expect(await steps.count()).toBe(5);
  const addresses = await steps.locator('a').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  expect(addresses).toEqual([
    '/screen/?kind=hallScreen&device=hall-screen',
    '/kiosk/?kind=ticketKiosk&device=ticket-kiosk-1',
    '/counter/',
    '/rating/?kind=ratingKiosk&device=rating-kiosk-01',
    '/admin/',
  ]);
  expect(await steps.nth(2).textContent()).toMatch(/1 号窗口.*clerk01.*demo-clerk/s);
});

test('a real hall shows no account, no password, no demo device', async () => {
  await show('real');
  const words = await page.locator('main').textContent();
  expect(words).not.toContain('密码');
  expect((await links()).filter(({ href }) => href.includes('device='))).toEqual([]);
});

test('a hall without an administrator is led to make one', async () => {
  await show('needsSetup');
  expect(await page.getByRole('link', { name: '创建系统管理员' }).getAttribute('href')).toBe('/admin/');
});

test('contrast, names and targets', async () => {
  for (const fixture of ['demo', 'needsSetup', 'unreachable']) {
    await show(fixture);
    expect(await seriousViolations(page), fixture).toEqual([]);
    const small = await page
      .locator('a, button')
      .evaluateAll((all) =>
        all
          .filter((one) => one.getBoundingClientRect().width < 44 || one.getBoundingClientRect().height < 44)
          .map((one) => one.textContent),
      );
    expect(small, fixture).toEqual([]);
  }
});
