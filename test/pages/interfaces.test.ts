import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiDocument } from '../../hall-server/publishing/api-document.ts';
import { languages } from '../../shared/languages.ts';
import { apiPageTexts } from '../../shared/texts/api-page.ts';
import { launchBrowser, sizes } from '../support/browser.ts';
import { pagesFolder, type RunningHall, startDemoHall, temporaryFolder } from '../support/hall.ts';
import { seriousViolations } from './measure.ts';

// The HTTP API explained to whoever writes a program: the real page of a real hall, without a token and without a script.

const folder = temporaryFolder();
let hall: RunningHall;
let browser: Browser;
let page: Page;
const faults: string[] = [];
beforeAll(async () => {
  hall = await startDemoHall({ dataDir: folder.path, pagesFolder });
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: sizes.laptop });
  page.on('console', (said) => faults.push(said.text()));
});
afterAll(async () => {
  await browser?.close();
  await hall?.close();
  folder.remove();
});

test.each(languages)('lists everything that the document lists (%s)', async (language) => {
  const told: ApiDocument = await (await fetch(`${hall.address}/api/v1/openapi.json?lang=${language}`)).json();
  await page.goto(`${hall.address}/api/v1/?lang=${language}`);
  const texts = apiPageTexts[language];
  expect(await page.title()).toContain(texts.title);
  const sections = page.locator('.api-operation');
  const listed = Object.entries(told.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  expect(await sections.count()).toBe(listed.length);
  for (const [n, { method, path, operation }] of listed.entries()) {
    const said = await sections.nth(n).innerText();
    for (const part of [`${method} /api/v1${path}`, operation['x-scope'], operation.summary])
      expect(said).toContain(part);
    const { schema } = operation.responses[200]?.content?.['application/json'] ?? {};
    for (const name of Object.keys(schema?.properties ?? {})) expect(said).toContain(name);
  }
  for (const { code, status } of told['x-codes']) {
    expect(await page.locator(`#code-${code}`).innerText()).toContain(String(status));
  }
  const events = await page.locator('#events').innerText();
  for (const { event } of told.webhooks.event.post['x-events'] ?? []) expect(events).toContain(event);
  if (language !== 'en') expect(await page.locator('main').innerText(), 'no sentence in English').not.toMatch(/ the /);
  expect(await seriousViolations(page)).toEqual([]);
  for (const size of [sizes.laptop, sizes.phone, { width: 320, height: 700 }]) {
    await page.setViewportSize(size);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(size.width);
  }
  expect(faults).toEqual([]);
});

test('is found at both addresses, in the language that is asked for, and leads to the document and to the other languages', async () => {
  for (const address of ['/api/v1', '/api/v1/', '/api/v1?lang=klingon']) {
    await page.goto(hall.address + address);
    expect(await page.locator('h1').innerText()).toBe(apiPageTexts.zhHans.title);
    expect(await page.getAttribute('html', 'lang')).toBe('zh-Hans-CN');
  }
  await page.getByRole('link', { name: 'English' }).click();
  expect(await page.locator('h1').innerText()).toBe(apiPageTexts.en.title);
  for (const link of await page.locator('main a').all()) {
    const to = (await link.getAttribute('href')) ?? '';
    if (to.startsWith('#')) expect(await page.locator(to).count(), to).toBe(1);
    else expect((await fetch(hall.address + to)).status, to).toBe(200);
  }
});
