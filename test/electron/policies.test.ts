import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';

// The policies are plain functions; `electron` is only reached by the two files that also write a file.
vi.mock('electron', () => ({ app: {} }));

import { desktopEntry } from '../../shared/electron/autostart.ts';
import { openFailureBook } from '../../shared/electron/failure-book.ts';
import { addressesToTry } from '../../shared/electron/hall-address.ts';
import { hallIn } from '../../shared/electron/hall-finder.ts';
import { type Channel, channels, maySend } from '../../shared/electron/ipc-policy.ts';
import { mayPress } from '../../shared/electron/key-policy.ts';
import { mayNavigate, mayRequest } from '../../shared/electron/navigation-policy.ts';
import { untilNext } from '../../shared/electron/night-restart.ts';
import { ownFile } from '../../shared/electron/own-pages.ts';
import { afterFailure, type FailureHistory } from '../../shared/electron/relaunch-policy.ts';
import { readJson, ShellSettings, writeJson } from '../../shared/electron/shell-settings.ts';
import { addressOf, planWindows } from '../../shared/electron/window-plan.ts';

const hall = 'https://hall.example:8443';

describe('where a page may lead its window', () => {
  it.each([
    `${hall}/kiosk/`,
    `${hall}/kiosk/?device=ticketKiosk-2`,
    `${hall}/rating/?device=a#top`,
    `${hall}/screen/?kind=hallScreen`,
    'HTTPS://HALL.example:8443/screen/',
  ])('%s: there', (address) => expect(mayNavigate(address, hall)).toBe(true));

  it.each([
    'https://hall.example:8443.evil.example/kiosk/',
    'https://hall.example:8443@evil.example/kiosk/',
    'https://clerk:secret@hall.example:8443/kiosk/',
    'https://evil.example/https://hall.example:8443/kiosk/',
    'https://hall.example.:8443/kiosk/',
    'https://hall.example/kiosk/',
    'http://hall.example:8443/kiosk/',
    'https://sub.hall.example:8443/kiosk/',
    `${hall}/`,
    `${hall}/admin/`,
    `${hall}/desk/`,
    `${hall}/counter/`,
    `${hall}/kiosk/../admin/`,
    `${hall}/kiosk/%2e%2e/admin/`,
    `${hall}/kiosk`,
    `${hall}\\@evil.example/kiosk/`,
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,hello',
    'blob:https://hall.example:8443/1',
    'about:blank',
    'chrome://settings',
    'view-source:https://hall.example:8443/kiosk/',
    'clearcall://shell/setup.html',
    'tel:12345',
    '',
    'kiosk',
  ])('%s: not there', (address) => expect(mayNavigate(address, hall)).toBe(false));

  it('nowhere before a hall is known', () => expect(mayNavigate(`${hall}/kiosk/`, null)).toBe(false));
});

describe('what may be fetched', () => {
  it.each([
    [`${hall}/assets/page.js`, true],
    ['wss://hall.example:8443/socket.io/?EIO=4', true],
    ['clearcall://shell/own-pages.js', true],
    ['data:image/png;base64,AAAA', true],
    [`blob:${hall}/1`, true],
    ['ws://hall.example:8443/socket.io/', false],
    ['https://hall.example/assets/page.js', false],
    ['https://update.googleapis.com/service', false],
    ['clearcall://elsewhere/own-pages.js', false],
    ['file:///etc/passwd', false],
    ['ftp://hall.example:8443/', false],
    ['not an address', false],
  ])('%s: %s', (address, allowed) => expect(mayRequest(address, hall)).toBe(allowed));

  it('a hall without encryption is asked by plain sockets only', () => {
    expect(mayRequest('ws://10.0.0.2:8080/socket.io/', 'http://10.0.0.2:8080')).toBe(true);
    expect(mayRequest('wss://10.0.0.2:8080/socket.io/', 'http://10.0.0.2:8080')).toBe(false);
  });
  it('before a hall is known, our own pages only', () => {
    expect(mayRequest('clearcall://shell/setup.html', null)).toBe(true);
    expect(mayRequest(`${hall}/health`, null)).toBe(false);
  });
});

describe('which keys reach the page', () => {
  const bare = { control: false, alt: false, meta: false };
  const link = 'HTTP://HALL.EXAMPLE/T/#ABCDEFGH23456789JKMNPQRSTV';

  it('everything a scanner types', () => {
    expect(
      [...link, ...link.toLowerCase(), ...'0123456789:/?#-_.=&%+'].filter((key) => !mayPress({ key, ...bare })),
    ).toEqual([]);
  });
  it.each([
    'Enter',
    'Tab',
    'Shift',
    'Backspace',
    'ArrowDown',
    'ArrowUp',
    'ArrowLeft',
    'ArrowRight',
    'Home',
    'End',
    ' ',
    '号',
  ])('%s, for whoever works without touch', (key) => expect(mayPress({ key, ...bare })).toBe(true));
  it.each([
    ...Array.from({ length: 24 }, (_, i) => `F${i + 1}`),
    ...['Escape', 'Alt', 'Control', 'Meta', 'OS', 'AltGraph', 'ContextMenu', 'PrintScreen', 'Pause', 'Insert'],
    ...['BrowserHome', 'BrowserBack', 'LaunchMail', 'LaunchApplication1', 'Power', 'Sleep', 'ZoomIn', 'Help', 'Find'],
    ...['Process', 'Unidentified', 'Dead', '', '\u0000', '\u001b', 'ab'],
  ])('%s: swallowed', (key) => expect(mayPress({ key, ...bare })).toBe(false));

  it('nothing together with Ctrl, Alt or the system key', () => {
    const keys = ['n', 't', 'o', 'p', 'w', 'N', 'I', 'r', '+', '-', '0', 'Tab', 'Enter', 'ArrowLeft', 'Delete', ' '];
    const held = [
      { ...bare, control: true },
      { ...bare, alt: true },
      { ...bare, meta: true },
      { control: true, alt: true, meta: false },
    ];
    expect(keys.flatMap((key) => held.filter((with_) => mayPress({ key, ...with_ })).map(() => key))).toEqual([]);
  });
});

describe('who may say what to the shell', () => {
  const pages = {
    hall: { url: `${hall}/kiosk/?device=ticketKiosk`, isTop: true },
    own: { url: 'clearcall://shell/setup.html', isTop: true },
    frame: { url: `${hall}/kiosk/`, isTop: false },
    ownFrame: { url: 'clearcall://shell/setup.html', isTop: false },
    elsewhere: { url: 'https://evil.example/kiosk/', isTop: true },
    staff: { url: `${hall}/admin/`, isTop: true },
    gone: null,
  };
  const expected: Record<Channel, readonly (keyof typeof pages)[]> = {
    alive: ['hall', 'own'],
    corner: ['hall', 'own'],
    print: ['hall'],
    firstStart: ['own'],
    tryHall: ['own'],
    takeHall: ['own'],
    staffCode: ['own'],
    back: ['own'],
    leave: ['own'],
  };
  it.each(Object.entries(expected))('%s', (channel, may) => {
    const names = Object.keys(pages) as (keyof typeof pages)[];
    expect(names.filter((name) => maySend(channel as Channel, pages[name], hall))).toEqual(may);
  });
  it('the list is whole', () => expect(Object.keys(channels)).toEqual(Object.keys(expected)));
});

describe('after a failure', () => {
  const minute = 60_000;
  /** What is done at each of these minutes, one after the other. */
  const story = (minutes: readonly number[]) => {
    let history: FailureHistory = [];
    return minutes.map((at) => {
      const next = afterFailure(history, at * minute);
      history = next.history;
      return next.answer;
    });
  };
  it.each([
    [[0], ['reload']],
    [
      [0, 1, 2],
      ['reload', 'reload', 'reload'],
    ],
    [
      [0, 1, 2, 3],
      ['reload', 'reload', 'reload', 'relaunch'],
    ],
    [
      [0, 1, 2, 5.1],
      ['reload', 'reload', 'reload', 'reload'],
    ],
    // The relaunch did not help.
    [
      [0, 0.1, 0.2, 0.3, 0.4],
      ['reload', 'reload', 'reload', 'relaunch', 'askDesk'],
    ],
    // After its rest the page is tried again, and a quarter of an hour later the shell, too.
    [
      [0, 0.1, 0.2, 0.3, 0.4, 5.5, 5.6],
      ['reload', 'reload', 'reload', 'relaunch', 'askDesk', 'reload', 'reload'],
    ],
    [
      [0, 0.1, 0.2, 0.3, 20, 20.1, 20.2, 20.3],
      ['reload', 'reload', 'reload', 'relaunch', 'reload', 'reload', 'reload', 'relaunch'],
    ],
    // A page that dies once an hour is only ever reloaded.
    [
      [0, 60, 120, 180, 240],
      ['reload', 'reload', 'reload', 'reload', 'reload'],
    ],
  ] as const)('at minutes %j: %j', (minutes, answers) => expect(story(minutes)).toEqual(answers));

  it('a clock that was wrong does not count, and the history stays short', () => {
    const future = Array.from({ length: 9 }, () => ({ at: 9_999 * minute, answer: 'relaunch' as const }));
    expect(afterFailure(future, minute)).toEqual({ answer: 'reload', history: [{ at: minute, answer: 'reload' }] });
  });
});

describe('an address somebody typed', () => {
  it.each([
    ['https://hall.example', ['https://hall.example']],
    ['http://192.168.1.5:8080/kiosk/', ['http://192.168.1.5:8080']],
    ['hall.example', ['https://hall.example', 'http://hall.example:8080', 'http://hall.example']],
    [' 192.168.1.5 ', ['https://192.168.1.5', 'http://192.168.1.5:8080', 'http://192.168.1.5']],
    ['192.168.1.5:9000', ['https://192.168.1.5:9000', 'http://192.168.1.5:9000']],
    ['ｈａｌｌ：８０８０', ['https://hall:8080', 'http://hall:8080']],
    ['', []],
    ['two words', []],
    ['file:///etc/passwd', []],
    ['javascript://alert(1)', []],
    ['https://clerk:secret@hall.example', []],
    ['http://', []],
    ['999.999.999.999', []],
  ])('%j: %j', (typed, addresses) => expect(addressesToTry(typed)).toEqual(addresses));
});

describe('a hall heard on the network', () => {
  it.each([
    [
      { name: 'A', port: 8080, addresses: ['fe80::1', '10.0.0.2'] },
      { name: 'A', address: 'http://10.0.0.2:8080' },
    ],
    [
      { name: 'A', port: 8080, addresses: ['10.0.0.2'], txt: { address: 'https://hall.example' } },
      { name: 'A', address: 'https://hall.example' },
    ],
    [{ name: 'A', port: 8080, addresses: ['10.0.0.2'], txt: { address: 'javascript:alert(1)' } }, null],
    [{ name: 'A', port: 8080, addresses: [] }, null],
    [{ name: 'A', port: 8080 }, null],
  ])('%j: %j', (service, found) => expect(hallIn(service)).toEqual(found));
});

describe('windows for monitors', () => {
  const left = { x: -1920, y: 0, width: 1920, height: 1080 };
  const right = { x: 0, y: 0, width: 1920, height: 1080 };

  it('from left to right, each a device of its own', () => {
    expect(planWindows([right, left], ['screen', 'screen'])).toEqual([
      { slot: 'screen', page: 'screen', area: left },
      { slot: 'screen-2', page: 'screen', area: right },
    ]);
  });
  it('as many as there are both monitors and pages', () => {
    expect(planWindows([right], ['ticketKiosk', 'screen']).map(({ slot }) => slot)).toEqual(['ticketKiosk']);
    expect(planWindows([left, right], ['ratingKiosk']).map(({ area }) => area)).toEqual([left]);
    expect(planWindows([], ['screen'])).toEqual([]);
  });
  it('every address is one the window may be led to', () => {
    const plans = planWindows([left, right, right], ['ticketKiosk', 'ratingKiosk', 'screen']);
    expect(plans.map((plan) => addressOf(plan, hall))).toEqual([
      `${hall}/kiosk/?device=ticketKiosk`,
      `${hall}/rating/?device=ratingKiosk-2`,
      `${hall}/screen/?device=screen-3`,
    ]);
    expect(plans.every((plan) => mayNavigate(addressOf(plan, hall), hall))).toBe(true);
  });
});

describe('the nightly restart', () => {
  it.each([
    ['03:30', '2026-09-22T03:00:00', 30],
    ['03:30', '2026-09-22T12:30:00', 15 * 60],
    ['03:30', '2026-09-22T03:29:30', 24 * 60 + 0.5],
    ['03:30', '2026-09-22T03:30:00', 24 * 60],
  ])('%s at %s: in %d minutes', (at, now, minutes) => expect(untilNext(at, new Date(now))).toBe(minutes * 60_000));
});

describe('pages of our own', () => {
  it.each([
    'clearcall://shell/',
    'clearcall://shell/main.cjs',
    'clearcall://shell/../../etc/passwd',
    'clearcall://shell/%2e%2e/settings.json',
    'clearcall://other/offline.html',
    'https://shell/offline.html',
    'nothing',
  ])('%s is none', (address) => expect(ownFile(address)).toBeNull());
});

describe('what a box remembers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clearcall-'));
  const file = join(folder, 'settings.json');
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
    vi.restoreAllMocks();
  });

  it('a new box knows nothing and starts', () => {
    const { value, broken } = readJson(file, ShellSettings, {});
    expect([value.hall, value.pages, value.autostart, broken]).toEqual([null, null, true, null]);
  });
  it('what was written is read, and nothing half-written is left', () => {
    const { value } = readJson(file, ShellSettings, {});
    writeJson(file, { ...value, hall });
    expect(readJson(file, ShellSettings, {}).value.hall).toBe(hall);
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });
  it.each([
    '{"hall":"https://hall.exam',
    '',
    '{"hall":"https://hall.example/kiosk/"}',
    '{"hall":"file:///etc"}',
    '{"pages":["admin"]}',
    '{"restartAt":"25:00"}',
    '{"halls":null}',
  ])('%j is put aside, and the box asks again', (text) => {
    writeJson(file, {});
    writeFileSync(file, text);
    const { value, broken } = readJson(file, ShellSettings, {});
    expect(value.hall).toBeNull();
    expect(broken).toEqual(expect.any(String));
    expect(readFileSync(`${file}.broken`, 'utf8')).toBe(text);
  });
  it('failures are remembered over a relaunch, for each window by itself', () => {
    const book = join(folder, 'failures.json');
    const again = () => openFailureBook(book, () => {});
    expect([1, 2, 3, 4].map((at) => again()('kiosk', at))).toEqual(['reload', 'reload', 'reload', 'relaunch']);
    expect(again()('kiosk', 5)).toBe('askDesk');
    expect(again()('screen', 5)).toBe('reload');
  });
  it('a box that cannot remember does not relaunch for ever', () => {
    const said: string[] = [];
    writeJson(file, {});
    // A file where the folder should be.
    const fails = openFailureBook(join(file, 'failures.json'), (line) => said.push(line));
    expect([1, 2, 3, 4].map((at) => fails('kiosk', at))).toEqual(['reload', 'reload', 'reload', 'askDesk']);
    expect(said.join()).toContain('cannot be written');
  });
  it('a schema that is not met is no reason not to start', () => {
    expect(readJson(file, z.array(z.number()), []).value).toEqual([]);
  });
});

describe('autostart', () => {
  it('a program with odd signs in its path is one word', () => {
    expect(desktopEntry('Kiosk', '/opt/Clear Call/kiosk')).toContain('\nExec="/opt/Clear Call/kiosk"\n');
    expect(desktopEntry('Kiosk', '/opt/100%/$HOME')).toContain('\nExec="/opt/100%%/\\\\$HOME"\n');
  });
});
