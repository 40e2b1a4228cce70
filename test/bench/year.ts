import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { demoPassword } from '../../hall-server/demo/accounts.ts';
import { breakdowns } from '../../shared/figures.ts';
import { figuresTexts } from '../../shared/texts/figures.ts';
import { launchBrowser } from '../support/browser.ts';
import { request } from '../support/hall.ts';
import { fillYear } from './fill-year.ts';
import { benchFolder, megabytes, percentile, printTable, spread, spreadHeads, timed } from './measure.ts';
import { type Server, startServer } from './server.ts';
import { openLane, pairKiosk } from './sockets.ts';
import { demoCounters, visit } from './visit.ts';

const days = 300;
const ticketsADay = 2_800;
const visits = 250;

/**
 * A hall with a year behind it, 840,000 tickets: how long each figures page takes to answer, and how long a clerk waits
 * for a call beside an empty database, in the same run; also while somebody asks for a year's figures all the time.
 */
export async function benchYear() {
  const [empty, full] = [benchFolder(), benchFolder()];
  try {
    const bare = await startServer(empty.path);
    const calm = await latency(bare);
    await bare.stop();

    // Made by the program, then filled.
    await (await startServer(full.path)).stop();
    const file = join(full.path, 'hall.sqlite');
    const fillMs = await timed(() => fillYear(file, { days, ticketsADay }));
    const server = await startServer(full.path);
    const { cookies } = await request(server.address, '/api/login', {
      page: 'admin',
      login: 'admin',
      password: demoPassword,
    });
    const ask = (path: string) =>
      timed(async () => {
        const { status } = await request(server.address, path, undefined, cookies);
        if (status !== 200) throw new Error(`${path}: ${status}`);
      });

    const quiet = await latency(server);
    const first = await ask(figures(365, 'service', 'month'));
    const rows: (readonly string[])[] = [];
    for (const [name, length, step] of [
      ['a day', 1, 'day'],
      ['a week', 7, 'day'],
      ['a month', 30, 'day'],
      ['a year', 365, 'month'],
    ] as const) {
      const times = [];
      for (const by of breakdowns.filter((one) => one !== 'staff')) {
        for (let turn = 0; turn < 3; turn += 1) times.push(await ask(figures(length, by, step)));
      }
      rows.push([`${name}, by five kinds of group`, ...spread(times)]);
    }
    for (const [name, path] of [
      ['ratings of a year', `/api/ratings/figures?from=${daysAgo(365)}&to=${daysAgo(0)}`],
      ['trips of a year', `/api/trips?from=${daysAgo(365)}&to=${daysAgo(0)}`],
    ] as const) {
      rows.push([name, ...spread([await ask(path), await ask(path), await ask(path)])]);
    }
    printTable(
      `Figures over ${days} days of ${ticketsADay.toLocaleString('en')} tickets (filled in ${Math.round(fillMs / 1000)} s)`,
      ['asked', ...spreadHeads],
      rows,
    );
    console.log(
      `  The first year after an upgrade, every day worked out from the tables: ${(first / 1000).toFixed(1)} s, once.`,
    );

    let asking = true;
    let asked = 0;
    const always = (async () => {
      while (asking) {
        await ask(figures(365, 'service', 'month'));
        asked += 1;
      }
    })();
    const busy = await latency(server);
    asking = false;
    await always;
    const p50 = percentile(calm, 0.5);
    const ratio = (ms: readonly number[]) => (percentile(ms, 0.5) / p50).toFixed(2);
    printTable(
      `Call, ${visits} visits one after the other: kiosk, call, start, finish`,
      ['database', ...spreadHeads, 'ratio of p50'],
      [
        ['empty', ...spread(calm), '1'],
        ['with a year', ...spread(quiet), ratio(quiet)],
        [`with a year, figures of it asked ${asked} times meanwhile`, ...spread(busy), ratio(busy)],
      ],
    );
    printTable(
      'Until the pictures stand on the page (Chromium, 1366x768)',
      ['asked', ...spreadHeads],
      await pictures(server),
    );
    const usage = server.usage();
    if (usage !== null) console.log(`  Server RSS ${megabytes(usage.rss)} MB.`);
    await server.stop();
  } finally {
    empty.remove();
    full.remove();
  }
}

/** ms from the press to three charts on the glass, two frames later: of a page just opened, and from period to period. */
async function pictures(server: Server): Promise<readonly (readonly string[])[]> {
  const { zhHans: texts } = figuresTexts;
  const browser = await launchBrowser();
  try {
    const drawn = async (page: Page, press: () => Promise<void>, charts: number) =>
      timed(async () => {
        await press();
        await page.locator('.figures-pictures h3', { hasText: texts.counterUse }).waitFor();
        await page
          .locator('.figures-pictures canvas')
          .nth(charts - 1)
          .waitFor();
        await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      });
    const opened: number[] = [];
    const year: number[] = [];
    for (let turn = 0; turn < 5; turn += 1) {
      const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
      const page = await context.newPage();
      await page.goto(`${server.address}/admin/`);
      await page.getByRole('button', { name: 'manager', exact: true }).click();
      const menu = page.getByText(texts.section, { exact: true });
      await menu.waitFor();
      opened.push(await drawn(page, () => menu.click(), 2));
      year.push(await drawn(page, () => page.getByText(texts.presets.year, { exact: true }).click(), 3));
      await context.close();
    }
    return [
      ['figures of today, the page just opened', ...spread(opened)],
      ['then those of a year', ...spread(year)],
    ];
  } finally {
    await browser.close();
  }
}

const daysAgo = (count: number) => new Date(Date.now() - count * 24 * 3_600_000).toISOString().slice(0, 10);
const figures = (length: number, by: string, step: string) =>
  `/api/figures?from=${daysAgo(length - 1)}&to=${daysAgo(0)}&by=${by}&step=${step}`;

/** ms from a clerk's press to the acknowledgement of each command of the visits. */
async function latency(server: Server): Promise<readonly number[]> {
  const ackMs: number[] = [];
  const openKiosk = await pairKiosk(server.address);
  const [counter] = demoCounters;
  if (counter === undefined) throw new Error('no counter');
  const lane = await openLane(server.address, openKiosk, counter, ackMs);
  for (let turn = 0; turn < visits; turn += 1) await visit(lane);
  await lane.end();
  lane.close();
  return ackMs;
}
