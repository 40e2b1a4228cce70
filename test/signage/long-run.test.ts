import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { draw } from '../support/on-glass.ts';
import { servePreviews } from '../support/preview.ts';
import { soundAllowed, voiceIs } from './voice-on-glass.ts';

// A2, A5, A7: 500 calls at random on a real page whose clock a test moves on, with every fault the sound can have.
const calls = 500;
const perMinute = 10;

let browser: Browser;
let previews: Awaited<ReturnType<typeof servePreviews>>;
beforeAll(async () => {
  [browser, previews] = await Promise.all([launchBrowser(soundAllowed), servePreviews()]);
});
afterAll(async () => {
  await browser.close();
  await previews.close();
});

interface Moment {
  /** ms from the beginning. */
  readonly at: number;
  readonly calls: readonly Called[];
}
interface Called {
  readonly number: string;
  readonly counterLabel: string;
  readonly status: 'called' | 'serving';
  readonly callNo: number;
}

/** A morning: calls at up to ten a minute and bursts of eight; most come, some are called again, some are missed. */
function morning(seed: number): { moments: readonly Moment[]; made: readonly string[] } {
  let state = seed;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const made: string[] = [];
  const moments: Moment[] = [];
  const present = new Map<string, Called & { readonly until: number; readonly then: 'comes' | 'missed' }>();
  let at = 0;
  const show = () => moments.push({ at, calls: [...present.values()].toReversed() });
  while (made.length < calls) {
    const burst = made.length % 100 === 50 ? 8 : 1;
    at += burst === 8 ? 60_000 : Math.round((60_000 / perMinute) * (0.5 + random()));
    for (let one = 0; one < burst; one += 1) {
      for (const [number, call] of present) {
        if (call.until > at) continue;
        if (call.then === 'comes' && call.status === 'called') {
          present.set(number, { ...call, status: 'serving', callNo: 0, until: at + 120_000 });
        } else present.delete(number);
      }
      // Of those called long enough to have been shown, one in twelve is called again.
      const again = [...present.values()].find((call) => call.status === 'called' && call.callNo === 1);
      if (burst === 1 && again !== undefined && again.until - at < 20_000 && random() < 0.5) {
        present.set(again.number, { ...again, callNo: 2, until: at + 90_000 });
        made.push(`${again.number} → ${again.counterLabel} #2`);
      } else {
        const prefix = 'ACFT'[Math.floor(random() * 4)] ?? 'A';
        const number = `${prefix}${String(made.length + 1).padStart(3, '0')}`;
        const counterLabel = String(1 + Math.floor(random() * 24));
        const then = random() < 0.15 ? ('missed' as const) : ('comes' as const);
        // Nobody is gone before his turn in the hero, even in a burst.
        const until = at + 75_000 + Math.round(random() * 30_000);
        present.set(number, { number, counterLabel, status: 'called', callNo: 1, until, then });
        made.push(`${number} → ${counterLabel} #1`);
      }
      show();
      at += burst === 8 ? 120 : 0;
    }
  }
  at += 120_000;
  show();
  return { moments, made };
}

/** What was to be seen and heard of a morning. Times in ms of the page's own clock. */
interface Log {
  /** First onsets in the hero, each from when until another took its place. */
  readonly onsets: readonly { readonly call: string; readonly from: number; readonly until: number }[];
  /** Every number with the counter it was drawn beside, in hero or row. */
  readonly drawn: readonly string[];
  /** What the clips of each whole sentence say. */
  readonly said: readonly string[];
}

declare global {
  interface Window {
    playMorning(moments: readonly Moment[]): Promise<Log>;
  }
}

/** Before the page's own scripts: a clock that a test moves on, and a loudspeaker that keeps to it. */
function takeOverTime() {
  const timers = new Map<number, { readonly at: number; readonly run: () => void }>();
  let now = 0;
  let last = 0;
  const epoch = Date.UTC(2026, 10, 23, 2);
  performance.now = () => now;
  Date.now = () => epoch + now;

  const channel = new MessageChannel();
  const turn = () =>
    new Promise<void>((done) => {
      channel.port1.onmessage = () => done();
      channel.port2.postMessage(null);
    });
  /** The page draws what it has to draw. */
  const settle = async () => {
    for (let i = 0; i < 4; i += 1) await turn();
  };

  class Loudspeaker extends EventTarget {
    readonly state = 'running';
    readonly destination = {};
    get currentTime() {
      return now / 1_000;
    }
    createGain() {
      return { gain: { value: 1 }, connect() {} };
    }
    createBufferSource() {
      const source = new EventTarget() as EventTarget & { buffer: AudioBuffer | null; start: (at: number) => void };
      const end = (at: number) => window.setTimeout(() => source.dispatchEvent(new Event('ended')), at);
      return Object.assign(source, {
        buffer: null as AudioBuffer | null,
        connect() {},
        start(this: { buffer: AudioBuffer | null }, at: number) {
          end((at + (this.buffer?.duration ?? 0)) * 1_000 - now);
        },
      });
    }
    resume() {
      return Promise.resolve();
    }
    close() {
      return Promise.resolve();
    }
  }
  window.AudioContext = Loudspeaker as unknown as typeof AudioContext;

  window.playMorning = async (moments) => {
    const onsets: { call: string; from: number; until: number }[] = [];
    const drawn = new Set<string>();
    let current: Element | null = null;
    const pair = (place: Element) =>
      [...place.querySelectorAll('[data-figures]')].map((one) => one.textContent).join(' → ');
    const look = () => {
      const hero = document.querySelector('.hero');
      const frame = hero?.getAttribute('data-onset') === 'first' ? hero.querySelector('.pulse-frame') : null;
      for (const place of document.querySelectorAll('.hero, .row[data-status]')) drawn.add(pair(place));
      const open = onsets.at(-1);
      const isOther = hero !== null && open !== undefined && open.call !== pair(hero);
      if (open !== undefined && open.until < 0 && (isOther || (frame !== null && frame !== current))) open.until = now;
      if (frame !== null && frame !== current && hero !== null) onsets.push({ call: pair(hero), from: now, until: -1 });
      if (frame !== null) current = frame;
    };
    const runUntil = async (time: number) => {
      for (;;) {
        const [id, next] = [...timers].reduce<[number, { at: number; run: () => void }] | [null, null]>(
          (first, one) => (one[1].at <= time && (first[1] === null || one[1].at < first[1].at) ? one : first),
          [null, null],
        );
        if (id === null || next === null) break;
        timers.delete(id);
        now = Math.max(now, next.at);
        next.run();
        await settle();
        look();
      }
      now = time;
    };
    const setReal = window.setTimeout;
    window.setTimeout = ((run: () => void, ms = 0) => {
      last += 1;
      timers.set(1e9 + last, { at: now + Math.max(0, ms), run });
      return 1e9 + last;
    }) as typeof setTimeout;
    const clearReal = window.clearTimeout.bind(window);
    window.clearTimeout = (id) => (timers.delete(Number(id)) ? undefined : clearReal(id));
    for (const { at, calls } of moments) {
      await runUntil(at);
      dispatchEvent(new CustomEvent('hall-says', { detail: { calls } }));
      await settle();
      look();
    }
    const open = onsets.at(-1);
    if (open !== undefined && open.until < 0) open.until = now;
    window.setTimeout = setReal;
    const said: string[] = [];
    let clips: string[] = [];
    for (const event of window.spoken) {
      if (event.event === 'clip') clips.push(event.clip.name);
      else {
        const isWhole = event.played === 'whole' && event.utterance.language !== null;
        const number = clips.flatMap((clip) => (/^d\d$/.test(clip) ? clip.slice(1) : /^[A-Z]$/.test(clip) ? clip : []));
        const counter = clips.flatMap((clip) => (/^w\d+$/.test(clip) ? clip.slice(1) : []));
        if (isWhole) said.push(`${number.join('')} → ${counter.join('')}`);
        clips = [];
      }
    }
    return { onsets, drawn: [...drawn], said };
  };
}

/** A board with its voice; `breaks` goes wrong before it is drawn. */
async function play(moments: readonly Moment[], breaks: () => void = () => {}, voice = 'on'): Promise<Log> {
  const page: Page = await browser.newPage({ viewport: { width: 960, height: 540 } });
  try {
    await page.addInitScript('globalThis.__name = (named) => named');
    await page.addInitScript(takeOverTime);
    await page.goto(`${previews.url}#voice/gallery/zhHans`);
    await page.locator('[data-preview-ready]').waitFor({ state: 'attached' });
    await page.evaluate(breaks);
    await draw(page, 'mandarin');
    await voiceIs(page, voice);
    return await page.evaluate((all) => window.playMorning(all), moments);
  } finally {
    await page.close();
  }
}

const { moments, made } = morning(7);
const ofCall = (line: string) => line.replace(/ #\d$/, '');
let whole: Log;

test('A2 D1 500 calls: the log of onsets is the log of calls, in order, each of five seconds and more', {
  timeout: 400_000,
}, async () => {
  whole = await play(moments);
  expect(whole.onsets.map(({ call }) => call)).toEqual(made.map(ofCall));
  expect(Math.min(...whole.onsets.map(({ from, until }) => until - from))).toBeGreaterThanOrEqual(5_000);
});

test('A7 spoken number and counter are those on the glass, always', () => {
  expect(whole.said.length).toBeGreaterThan(calls / 2);
  for (const sentence of whole.said) expect(whole.drawn).toContain(sentence);
  // No number was ever drawn beside another counter than its own.
  for (const shown of whole.drawn.filter((one) => one !== '')) expect(made.map(ofCall)).toContain(shown);
});

/** Everything at once; each by itself is in voice-faults.test.ts. */
function breakAllSound() {
  Reflect.deleteProperty(window, 'speechSynthesis');
  Reflect.deleteProperty(window, 'SpeechSynthesisUtterance');
  const { AudioContext: Loudspeaker, fetch } = window;
  let opened = 0;
  // The first has no device; what the others play never ends.
  window.AudioContext = class extends Loudspeaker {
    constructor() {
      super();
      opened += 1;
      if (opened === 1) throw new Error('no device');
    }
    override createBufferSource() {
      const silent = Object.assign(new EventTarget(), { connect() {}, start() {} });
      return silent as unknown as AudioBufferSourceNode;
    }
  };
  window.fetch = (url, options) => fetch(String(url).replace('hao_chuangkou', 'gone'), options);
}

test('A5 the same morning, and AudioContext throwing, play never settling, clips missing, speech deleted: the same onsets', {
  timeout: 400_000,
}, async () => {
  const { onsets, said } = await play(moments, breakAllSound, 'broken');
  expect(onsets).toEqual(whole.onsets);
  expect(said).toEqual([]);
});
