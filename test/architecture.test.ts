import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../package.json' with { type: 'json' };
import { faultsOf, importsOf, type Part } from './support/architecture.ts';

// Who may import whom. A new folder needs a line here: a file that belongs to no part fails.

const node = /^node:/;
const zod = /^zod$/;
const uuid = /^uuid$/;
const pino = /^pino$/;
const bonjour = /^bonjour-service$/;
const vocabulary = /^shared\/[\w-]+\.ts$/;
const words = /^shared\/texts\//;
const forPages = /^shared\/browser\/(?!staff\/)/;
const forStaffPages = /^shared\/browser\/staff\//;
const drawing = /^(react|react-dom|lucide-react)$/;
const staffKit = /^(antd|echarts|dayjs)$/;

/** The law of the queue and the forecast are arithmetic: same state, same answer, at once, on any machine. */
const pure = [
  { word: /\bDate\b|\bperformance\b/, because: 'time comes in as data' },
  { word: /\bMath\.random\b|\bcrypto\b|\brandom(UUID|Bytes|Int)\b/, because: 'ids come in as data' },
  { word: /\basync\b|\bawait\b|\bPromise\b|\bset(Timeout|Interval|Immediate)\b/, because: 'it never waits' },
  { word: /\bprocess\b|\bconsole\b|\bfetch\b|\bglobalThis\b/, because: 'it touches nothing outside' },
];

/** What would open a way out of a kiosk; Electron's security list has no use for any of it. */
const hardened = [
  { word: /\bopenExternal\b|\bopenPath\b/, because: 'nothing is opened outside the window' },
  { word: /\bexecuteJavaScript\b|\binsertCSS\b/, because: 'a page is left as the hall made it' },
  { word: /\bfile:/, because: 'our pages have a protocol of their own' },
];

const law = /^hall-server\/(queue|rating-cases|diaries)\//;
const publishing = /^hall-server\/publishing\//;
const fileWriters = /^hall-server\/export\//;
const exporters = /^hall-server\/exporters\//;
const forecast = /^hall-server\/forecast\//;
const replay = /^hall-server\/replay\//;
const figures = /^hall-server\/figures\//;
const webhooks = /^hall-server\/webhooks\//;
const keepingWebhooks = /^hall-server\/keep-webhooks\.ts$/;
const stepLoop = /^hall-server\/step-loop\.ts$/;
const drivingReplays = /^hall-server\/replay-days\.ts$/;
const askingFigures = /^hall-server\/ask-figures\.ts$/;
const views = /^hall-server\/views\//;
const store = /^hall-server\/store\/(store|accounts)\.ts$/;
const hall = /^hall-server\/hall\.ts$/;
const links = /^hall-server\/ticket-links\.ts$/;
const personal = /^hall-server\/personal\.ts$/;
const localTime = /^hall-server\/local-time\.ts$/;
const voicePack = /^signage-display\/voice-packs\/(pack-contract|measure)\.ts$/;
/** How large must a number be: arithmetic that screens, gateway and administration must answer alike (decision 0013). */
const legibility = /^signage-display\/[\w-]+\.ts$/;
const backups = /^hall-server\/keep-backups\.ts$/;
const phrasePack = /^kiosk\/voice-packs\/phrases\.ts$/;
const recordings = /^hall-server\/voice-recordings\.ts$/;
const demoAccounts = /^hall-server\/demo\/accounts\.ts$/;

const parts: readonly Part[] = [
  { name: 'vocabulary', files: vocabulary, may: [zod], mustNotSay: pure.slice(1) },
  { name: 'words', files: words, may: [vocabulary] },
  {
    name: 'every page',
    files: forPages,
    may: [drawing, /^@fontsource-variable\//, /^qrcode$/, /^socket\.io-client$/, uuid, vocabulary, words],
  },
  { name: 'staff pages', files: forStaffPages, may: [drawing, staffKit, forPages, vocabulary, words] },
  {
    name: 'every shell',
    files: /^shared\/electron\/(?!pages\/)/,
    may: [/^electron$/, node, zod, bonjour, vocabulary, words],
    mustNotSay: hardened,
  },
  {
    name: "the shells' own pages",
    files: /^shared\/electron\/pages\//,
    may: [vocabulary, words],
    mayAsType: [/^shared\/electron\/first-start\.ts$/],
  },

  { name: 'the law', files: law, may: [vocabulary], mustNotSay: pure },
  { name: 'the forecast', files: forecast, may: [vocabulary, /^hall-server\/queue\/shares\.ts$/], mustNotSay: pure },
  { name: 'the replay of a day', files: replay, may: [law, vocabulary], mustNotSay: pure },
  { name: 'figures', files: figures, may: [vocabulary], mustNotSay: pure },
  { name: 'tables as files', files: fileWriters, may: [zod, /^fflate$/], mustNotSay: pure.slice(1, 2) },
  {
    name: 'exporters to platforms',
    files: exporters,
    may: [node, vocabulary],
    mayAsType: [fileWriters, /^hall-server\/store\/(rating-reports|push-ledger)\.ts$/],
  },
  { name: 'what is published', files: publishing, may: [vocabulary, words], mustNotSay: pure.slice(1) },
  { name: 'views', files: views, may: [law, forecast, vocabulary], mustNotSay: pure.slice(1) },
  {
    name: 'the store',
    files: /^hall-server\/store\//,
    may: [
      ...[/^better-sqlite3$/, node, uuid, zod, vocabulary],
      /^hall-server\/(rating-cases\/rating-case|diaries\/diary)\.ts$/,
      ...[figures, localTime],
      /^hall-server\/queue\/(events|state|lifecycle|evolve-setup|setup-entries|rating-watch)\.ts$/,
    ],
  },
  {
    name: 'the hall',
    files: hall,
    may: [node, uuid, law, localTime, personal, vocabulary],
    mayAsType: [/^hall-server\/store\/store\.ts$/, links],
  },
  {
    name: 'printing',
    files: /^hall-server\/printing\//,
    may: [
      ...[/^harfbuzzjs$/, /^woff2-encoder$/, /^qrcode$/, node, uuid, zod, vocabulary, words, views],
      /^hall-server\/queue\/(state|print-slip)\.ts$/,
    ],
    mayAsType: [hall, links, pino],
  },
  {
    name: 'the doors',
    files: /^hall-server\/gateway\//,
    may: [
      ...[
        /^fastify$/,
        /^@fastify\//,
        /^socket\.io$/,
        node,
        uuid,
        zod,
        vocabulary,
        views,
        publishing,
        fileWriters,
        /^hall-server\/exporters\/rating-message\.ts$/,
        legibility,
        demoAccounts,
      ],
      /^hall-server\/queue\/(state|lifecycle|rate-ticket)\.ts$/,
      /^hall-server\/printing\/png\.ts$/,
      // What the API says to whoever writes programs.
      /^shared\/texts\/(rejections|api-fields|api-page|admin-interfaces)\.ts$/,
    ],
    mayAsType: [
      ...[
        hall,
        store,
        links,
        pino,
        recordings,
        backups,
        askingFigures,
        drivingReplays,
        keepingWebhooks,
        /^hall-server\/keep-exporting\.ts$/,
        /^hall-server\/printing\/printing\.ts$/,
      ],
      /^hall-server\/store\/(api-tokens|rating-reports|setup-versions|typed-texts)\.ts$/,
    ],
  },
  {
    name: 'the demonstration',
    files: /^hall-server\/demo\//,
    may: [zod, vocabulary, /^hall-server\/(gateway\/passwords|blank-setup)\.ts$/],
    mayAsType: [store],
  },
  { name: 'the announcement', files: /^hall-server\/announce\.ts$/, may: [node, bonjour], mayAsType: [pino] },
  // A client like any other: it knows the doors, not what is behind them.
  {
    name: 'the simulation',
    files: /^hall-server\/simulate\//,
    may: [node, uuid, zod, /^socket\.io-client$/, vocabulary],
  },
  {
    name: 'the clock',
    files: /^hall-server\/clock\.ts$/,
    may: [uuid, vocabulary, localTime, /^hall-server\/queue\/business-day\.ts$/],
    mayAsType: [hall],
  },
  {
    name: 'whoever drives replays',
    files: drivingReplays,
    may: [node, vocabulary, replay, /^hall-server\/queue\/(events|evolve-setup)\.ts$/],
    mayAsType: [hall],
  },
  {
    name: 'who asks for figures',
    files: askingFigures,
    may: [node, vocabulary, localTime, /^hall-server\/store\/read-figures\.ts$/],
    mayAsType: [pino, /^better-sqlite3$/],
  },
  { name: 'work beside the hall’s own', files: stepLoop, may: [], mayAsType: [pino] },
  {
    name: 'webhooks',
    files: webhooks,
    may: [node, vocabulary],
    mayAsType: [/^hall-server\/store\/webhooks\.ts$/],
  },
  {
    name: 'the keeper of webhooks',
    files: keepingWebhooks,
    may: [vocabulary, webhooks, stepLoop],
    mayAsType: [pino, /^hall-server\/store\/webhooks\.ts$/],
  },
  {
    name: 'the sender of ratings',
    files: /^hall-server\/keep-exporting\.ts$/,
    may: [vocabulary, exporters, stepLoop],
    mayAsType: [pino, /^hall-server\/store\/(rating-reports|push-ledger)\.ts$/],
  },
  {
    name: 'the keeper of backups',
    files: backups,
    may: [node, vocabulary, /^hall-server\/store\/backup\.ts$/],
    mayAsType: [hall, pino, /^better-sqlite3$/, /^hall-server\/store\/check-copy\.ts$/],
  },
  { name: 'how the server is started', files: /^hall-server\/settings\.ts$/, may: [node, zod] },
  {
    name: 'small tools of the server',
    files: /^hall-server\/(blank-setup|local-time|personal|ticket-links)\.ts$/,
    may: [/^node:(crypto|path|util)$/, zod, vocabulary, /^hall-server\/calendar-\d{4}\.json$/],
    mayAsType: [/^hall-server\/queue\/decision\.ts$/, /^hall-server\/store\/(typed-texts|diary-rows)\.ts$/],
  },
  { name: 'the hall’s own voices', files: recordings, may: [/^node:(crypto|fs|path)$/, vocabulary, voicePack] },
  {
    name: 'where the server is put together',
    files: /^hall-server\/(start|main|verify-ratings-main|restore-main)\.ts$/,
    may: [node, pino, /^package\.json$/, vocabulary, /^hall-server\/(?!pages\/|simulate\/|queue\/)/],
  },

  {
    name: 'the admin page',
    files: /^hall-server\/pages\/admin\//,
    may: [
      ...[drawing, staffKit, zod, forPages, forStaffPages, vocabulary, words, legibility, voicePack],
      /^signage-display\/voice-packs\/scripts\.ts$/,
    ],
  },
  ...['counter', 'desk'].map((page) => ({
    name: `the ${page} page`,
    files: new RegExp(`^hall-server/pages/${page}/`),
    may: [drawing, staffKit, zod, forPages, forStaffPages, vocabulary, words],
  })),
  ...['launchpad', 'ticket', 'now', 'book', 'poster', 'officer'].map((page) => ({
    name: `the ${page} page`,
    files: new RegExp(`^hall-server/pages/${page}/`),
    may: [drawing, forPages, vocabulary, words],
  })),
  ...['ticket', 'rating'].map((page) => ({
    name: `the ${page} kiosk`,
    files: new RegExp(`^kiosk/page/${page}/`),
    may: [drawing, forPages, vocabulary, words, /^kiosk\/page\/[\w-]+\.(tsx?|css)$/],
  })),
  {
    name: 'both kiosks',
    files: /^kiosk\/page\/(spoken\/)?[\w-]+\.(tsx?|css)$/,
    may: [drawing, forPages, vocabulary, words, phrasePack],
  },
  { name: 'what a kiosk can say', files: phrasePack, may: [zod, vocabulary] },
  {
    name: 'how kiosks learn to say it',
    files: /^kiosk\/voice-packs\//,
    may: [node, vocabulary, words, /^signage-display\/voice-packs\/(ffmpeg|pack-contract|speak)\.ts$/],
  },
  { name: 'legibility', files: legibility, may: [vocabulary], mustNotSay: pure },
  { name: 'what a voice pack is', files: voicePack, may: [zod, vocabulary] },
  { name: 'how voice packs are made', files: /^signage-display\/voice-packs\//, may: [node, vocabulary] },
  {
    name: 'the screens',
    files: /^signage-display\/page\//,
    may: [drawing, zod, forPages, vocabulary, words, legibility, voicePack],
  },
  ...['kiosk', 'signage-display'].map((shell) => ({
    name: `the shell of ${shell}`,
    files: new RegExp(`^${shell}/shell/`),
    may: [/^electron$/, node, /^shared\/electron\/(?!pages\/)/, vocabulary],
    mustNotSay: hardened,
  })),
];

/** Paths from the root of the repository, with forward slashes. */
const sources = ['shared', 'hall-server', 'kiosk', 'signage-display'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).split(sep).join('/')),
);
const read = (file: string) => readFileSync(file, 'utf8');

describe('who imports whom', () => {
  it('every file keeps to the rules of its part', () => {
    expect(sources.length).toBeGreaterThan(150);
    expect(sources.flatMap((file) => faultsOf(parts, file, read(file)))).toEqual([]);
  });

  it('every import leads to a file that is there, or to a package that this one names', () => {
    const packages = new Set(Object.keys(packageJson.dependencies));
    const lost = sources.flatMap((file) =>
      importsOf(file, read(file))
        .filter(({ target, relative }) =>
          relative ? !existsSync(target) : !packages.has(target) && !/^(node:.*|electron)$/.test(target),
        )
        .map(({ target }) => `${file}: ${target}`),
    );
    expect(lost).toEqual([]);
  });

  it('P4 no page writes HTML: what somebody typed can only ever be text', () => {
    const html = /dangerouslySetInnerHTML|\b(inner|outer)HTML\b|insertAdjacentHTML|document\.write|srcdoc/i;
    expect(sources.filter((file) => html.test(read(file)))).toEqual([]);
  });

  it('paths have no other names', () => {
    expect(JSON.parse(read('tsconfig.json')).compilerOptions).not.toHaveProperty('paths');
    expect(JSON.parse(read('tsconfig.json')).compilerOptions).not.toHaveProperty('baseUrl');
    expect(packageJson).not.toHaveProperty('imports');
    expect(read('vite.config.ts')).not.toContain('alias');
  });

  it('no page imports another, in whatever order they are added', () => {
    const pageOf = (path: string) =>
      /^(hall-server\/pages\/\w+|kiosk\/page\/\w+(?=\/)|signage-display\/page)/.exec(path)?.[0];
    const foreign = sources.flatMap((file) =>
      importsOf(file, read(file)).filter(({ target }) => {
        const [own, other] = [pageOf(file), pageOf(target)];
        return own !== undefined && other !== undefined && own !== other;
      }),
    );
    expect(foreign).toEqual([]);
  });
});

describe('the checker itself', () => {
  const faults = (file: string, text: string) => faultsOf(parts, file, text);

  it.each([
    ['shared/number.ts', "import { Table } from 'antd';"],
    ['shared/number.ts', "import { readFileSync } from 'node:fs';"],
    ['shared/number.ts', "import { boardTexts } from './texts/screen.ts';"],
    ['shared/texts/screen.ts', "import { useHall } from '../browser/use-hall.ts';"],
    ['shared/browser/ask.ts', "import { LoginForm } from './staff/login-form.tsx';"],
    ['hall-server/queue/recall.ts', "import type { Store } from '../store/store.ts';"],
    ['hall-server/queue/recall.ts', "import { waitRange } from '../forecast/wait-range.ts';"],
    ['hall-server/queue/recall.ts', "import { v7 } from 'uuid';"],
    ['hall-server/queue/recall.ts', "const later = () => import('node:timers');"],
    ['hall-server/queue/recall.ts', 'export const at = () => Date.now();'],
    ['hall-server/queue/recall.ts', 'export const id = Math.random();'],
    ['hall-server/queue/recall.ts', 'export async function recall() {}'],
    ['hall-server/forecast/wait-range.ts', 'const soon = new Promise(() => {});'],
    ['hall-server/views/board.ts', "import { openStore } from '../store/store.ts';"],
    ['hall-server/views/board.ts', "import { join } from 'node:path';"],
    ['hall-server/store/spans.ts', "import { boardView } from '../views/board.ts';"],
    ['hall-server/store/spans.ts', "import { decide } from '../queue/decide.ts';"],
    ['hall-server/hall.ts', "import Database from 'better-sqlite3';"],
    ['hall-server/hall.ts', "import { openStore } from './store/store.ts';"],
    ['hall-server/hall.ts', "import { type Step, openStore } from './store/store.ts';"],
    ['hall-server/hall.ts', "import { Server } from 'socket.io';"],
    ['hall-server/gateway/http.ts', "import Database from 'better-sqlite3';"],
    ['hall-server/gateway/http.ts', "import { decide } from '../queue/decide.ts';"],
    ['hall-server/gateway/http.ts', "import { openAccounts } from '../store/accounts.ts';"],
    ['hall-server/gateway/http.ts', "import { pino } from 'pino';"],
    ['hall-server/simulate/clerk.ts', "import { openHall } from '../hall.ts';"],
    ['hall-server/start.ts', "import { LoginForm } from './pages/desk/main.tsx';"],
    ['hall-server/pages/desk/main.tsx', "import { openHall } from '../../hall.ts';"],
    ['hall-server/pages/desk/main.tsx', "import type { HallState } from '../../queue/state.ts';"],
    ['hall-server/pages/desk/main.tsx', "import { AtCounter } from '../counter/at-counter.tsx';"],
    ['hall-server/pages/desk/main.tsx', "import { fitScreen } from '../../../signage-display/screen-fit.ts';"],
    ['hall-server/pages/admin/main.tsx', "import { Board } from '../../../signage-display/page/board.tsx';"],
    ['hall-server/gateway/http.ts', "import { useGlass } from '../../signage-display/page/use-glass.ts';"],
    ['hall-server/queue/recall.ts', "import { fontPx } from '../../signage-display/legibility.ts';"],
    ['signage-display/screen-fit.ts', "import { useGlass } from './page/use-glass.ts';"],
    ['signage-display/screen-fit.ts', 'const at = Date.now();'],
    ['hall-server/pages/ticket/main.tsx', "import { Button } from 'antd';"],
    ['hall-server/pages/ticket/main.tsx', "import '../../../shared/browser/staff/staff.css';"],
    ['kiosk/page/ticket/main.tsx', "import '../rating/rating.css';"],
    ['kiosk/page/ticket/main.tsx', "import { Board } from '../../../signage-display/page/board.tsx';"],
    ['signage-display/page/main.tsx', "import { ipcRenderer } from 'electron';"],
    ['signage-display/page/main.tsx', "import {\n  Table,\n  Tag,\n} from 'antd/es/table';"],
    ['kiosk/shell/main.ts', "import Database from 'better-sqlite3';"],
    ['kiosk/shell/main.ts', "import { Tap } from '../page/tap.tsx';"],
    ['kiosk/shell/main.ts', "import { openHall } from '../../hall-server/hall.ts';"],
    ['kiosk/shell/main.ts', "void shell.openExternal('https://hall.example');"],
    ['shared/electron/run-shell.ts', "import Database from 'better-sqlite3';"],
    ['shared/electron/run-shell.ts', "import { useHall } from '../browser/use-hall.ts';"],
    ['shared/electron/run-shell.ts', "import '../../kiosk/shell/print-slip.ts';"],
    ['shared/electron/pages/main.ts', "import { app } from 'electron';"],
    ['shared/electron/pages/main.ts', "import { mayPress } from '../key-policy.ts';"],
    ['hall-server/queue/index.ts', "export const everything = 'here';"],
    ['hall-server/queue/recall.ts', "export * from './hold.ts';"],
    ['hall-server/queue/recall.ts', "export { hold } from './hold.ts';"],
    ['hall-server/queue/recall.ts', "export type { Decision } from './decision.ts';"],
    ['hall-server/queue/recall.ts', "import { hold } from './hold';"],
    ['hall-server/queue/recall.ts', "import { hold } from '@/queue/hold.ts';"],
    ['hall-server/helpers/date.ts', ''],
  ])('%s: %s is wrong', (file, text) => {
    expect(faults(file, text)).not.toEqual([]);
  });

  it.each([
    ['hall-server/queue/recall.ts', "import type { Decision } from './decision.ts';"],
    ['hall-server/queue/recall.ts', "import { makeNumber } from '../../shared/number.ts';"],
    ['hall-server/queue/recall.ts', '// A new Date, an await and Math.random are not for us.'],
    ['hall-server/queue/recall.ts', "// import { open } from 'node:fs';\n/*\nimport { open } from 'node:fs';\n*/"],
    ['hall-server/queue/recall.ts', "const said = 'the Date of the process';"],
    ['hall-server/hall.ts', "import type { Store } from './store/store.ts';"],
    ['hall-server/hall.ts', "import { type Step, type Store } from './store/store.ts';"],
    ['hall-server/gateway/parts.ts', "import type { BaseLogger } from 'pino';"],
    ['hall-server/start.ts', "import { openDatabase } from './store/database.ts';"],
    ['hall-server/pages/desk/main.tsx', "import { Button } from 'antd';\nimport './desk.css';"],
    ['kiosk/page/rating/main.tsx', "import { Tap } from '../tap.tsx';"],
    ['hall-server/gateway/readable.ts', "import { fitScreen } from '../../signage-display/screen-fit.ts';"],
    ['kiosk/shell/main.ts', "import { app } from 'electron';"],
  ])('%s: %s is right', (file, text) => {
    expect(faults(file, text)).toEqual([]);
  });

  it('finds each kind of import, and where it leads', () => {
    const text = [
      "import React, { useState } from 'react';",
      "import * as icons from 'lucide-react';",
      "import {\n  type A,\n  type B,\n} from '../number.ts';",
      "import type C from '@fastify/static/types.js';",
      "import './page.css';",
      "const chart = () => import('../chart.ts');",
      "export const from = 'import { x } from nowhere';",
    ].join('\n');
    expect(importsOf('shared/browser/page.tsx', text)).toEqual([
      { target: 'react', relative: false, typeOnly: false },
      { target: 'lucide-react', relative: false, typeOnly: false },
      { target: posix.join('shared', 'number.ts'), relative: true, typeOnly: true },
      { target: '@fastify/static', relative: false, typeOnly: true },
      { target: 'shared/browser/page.css', relative: true, typeOnly: false },
      { target: 'shared/chart.ts', relative: true, typeOnly: false },
    ]);
  });
});
