import type { Browser, Page, WebSocketRoute } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchBrowser, sizes } from '../support/browser.ts';
import { servePreviews } from '../support/preview.ts';
import { sampleView } from './fixtures/device-gate.tsx';

let browser: Browser;
let previews: Awaited<ReturnType<typeof servePreviews>>;
let page: Page;
beforeAll(async () => {
  [browser, previews] = await Promise.all([launchBrowser(), servePreviews()]);
});
afterEach(() => page.close());
afterAll(async () => {
  await browser.close();
  await previews.close();
});

/** A hall that speaks just enough of its protocol: a socket refused until paired, and the two pairing questions. */
async function openGate(hall: {
  answers?: (path: string, body: Record<string, unknown>) => object;
  refusal?: string;
  search?: string;
}) {
  const asked: { path: string; body: Record<string, unknown> }[] = [];
  const sockets: WebSocketRoute[] = [];
  let isPaired = hall.answers === undefined && hall.refusal === undefined;
  page = await browser.newPage({ viewport: sizes.board });
  await page.clock.install();
  await page.routeWebSocket(/socket\.io/, (socket) => {
    sockets.push(socket);
    socket.send(`0${JSON.stringify({ sid: 's', upgrades: [], pingInterval: 1e6, pingTimeout: 1e6 })}`);
    socket.onMessage((message) => {
      if (!String(message).startsWith('40')) return;
      if (!isPaired) return socket.send(`44${JSON.stringify({ message: hall.refusal ?? 'notPaired' })}`);
      socket.send('40{"sid":"s"}');
      socket.send(`42${JSON.stringify(['view', sampleView])}`);
    });
  });
  await page.route('**/api/pairing**', (route) => {
    const { pathname } = new URL(route.request().url());
    const body = route.request().postDataJSON();
    asked.push({ path: pathname, body });
    const answer = hall.answers?.(pathname, body) ?? {};
    if ('state' in answer && answer.state === 'paired') isPaired = true;
    return route.fulfill({ json: answer });
  });
  const url = new URL(previews.url);
  url.search = hall.search ?? '';
  await page.goto(`${url}#device-gate/gate/zhHans`);
  return { asked, sockets };
}

const waiting = (code: string) => ({ state: 'waiting', code, secret: 'secret-of-the-screen', expiresAt: 0 });

test('an unpaired screen shows a code in the large, asks every two seconds, and goes on by itself once paired', async () => {
  let polls = 0;
  const { asked, sockets } = await openGate({
    search: '?device=hall-2',
    answers: (path) => {
      if (path === '/api/pairing') return waiting('K7M4XP');
      polls += 1;
      return polls < 3 ? waiting('K7M4XP') : { state: 'paired', deviceId: 'hall-2', byItself: false };
    },
  });
  await page.getByText('K7M4XP').waitFor();
  const size = await page.getByText('K7M4XP').evaluate((code) => Number.parseFloat(getComputedStyle(code).fontSize));
  expect(size).toBeGreaterThan(300);
  for (const sentence of ['尚未配对', '尚未配對', 'not paired yet']) await page.getByText(sentence).waitFor();
  await page.clock.runFor(2_000);
  await page.clock.runFor(2_000);
  await page.clock.runFor(2_000);
  await page.getByText('通过').waitFor();
  expect(asked[0]).toEqual({
    path: '/api/pairing',
    body: {
      slot: 'hall-2',
      kind: 'hallScreen',
      wants: 'hall-2',
      glass: { width: 1920, height: 1080, devicePixelRatio: 1 },
    },
  });
  expect(asked[1]).toEqual({
    path: '/api/pairing/poll',
    body: { slot: 'hall-2', secret: 'secret-of-the-screen' },
  });
  expect(sockets.length).toBe(2);
  expect(await page.getByText('已自动配对').count()).toBe(0);
});

test('a code that is over is replaced by a new one', async () => {
  const codes = ['AAAAAA', 'CCCCCC'];
  await openGate({
    answers: (path) => (path === '/api/pairing' ? waiting(codes.shift() ?? '') : { state: 'over' }),
  });
  await page.getByText('AAAAAA').waitFor();
  await page.clock.runFor(2_100);
  await page.getByText('CCCCCC').waitFor();
});

test('a demo device says that it paired itself, for some seconds, in nobody’s way', async () => {
  await openGate({ answers: () => ({ state: 'paired', deviceId: 'd', byItself: true }) });
  await page.getByText('通过').waitFor();
  const note = page.getByText('演示大厅：本机设备已自动配对');
  expect(await note.evaluate((one) => getComputedStyle(one).pointerEvents)).toBe('none');
  await page.clock.runFor(9_000);
  await note.waitFor({ state: 'detached' });
});

test('connects once, also under StrictMode, and asks for no pairing where it is paired', async () => {
  const { asked, sockets } = await openGate({});
  await page.getByText('通过').waitFor();
  expect(sockets).toHaveLength(1);
  expect(asked).toEqual([]);
});

test('a hall that refuses for another reason is asked again, and an administrator is told where to look', async () => {
  const { sockets } = await openGate({ refusal: 'forbidden' });
  await page.getByText('大厅没有接受这台设备').waitFor();
  await page.clock.runFor(10_000);
  await expect.poll(() => sockets.length).toBe(2);
});

test('an unreachable hall is said so in three languages', async () => {
  page = await browser.newPage({ viewport: sizes.board });
  await page.clock.install();
  await page.routeWebSocket(/socket\.io/, (socket) => socket.close());
  await page.goto(`${previews.url}#device-gate/gate/zhHans`);
  await page.getByText('正在连接大厅').waitFor();
  await page.clock.runFor(4_100);
  for (const sentence of ['暂时连不上大厅服务器', '暫時連不上大廳伺服器', 'cannot be reached']) {
    await page.getByText(sentence).waitFor();
  }
});
