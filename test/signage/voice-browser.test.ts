import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { voiceLanguages } from '../../shared/languages.ts';
import type { VoiceEvent } from '../../signage-display/page/voice/announcer.ts';
import {
  Chimes,
  chimeClips,
  clipsNeeded,
  limits,
  Pack,
  packFaults,
} from '../../signage-display/voice-packs/pack-contract.ts';
import { launchBrowser, sizes } from '../support/browser.ts';
import { pagesFolder, startDemoHall, temporaryFolder } from '../support/hall.ts';
import { draw } from '../support/on-glass.ts';
import { servePreviews } from '../support/preview.ts';
import { call, callAll, five, hallSays, openVoiceGallery, soundAllowed, voiceIs } from './voice-on-glass.ts';

let browser: Browser;
let previews: Awaited<ReturnType<typeof servePreviews>>;
beforeAll(async () => {
  [browser, previews] = await Promise.all([launchBrowser(soundAllowed), servePreviews()]);
});
afterAll(async () => {
  await browser.close();
  await previews.close();
});

const spoken = (page: Page): Promise<readonly (VoiceEvent & { at: number })[]> => page.evaluate(() => window.spoken);

const clipFile = (folder: string, name: string) =>
  readFileSync(`signage-display/voice-packs/${folder}/${name}.opus`, 'base64');

/** The log as sentences: 'chime' and the language's place, with the call and the clips. */
function sentencesIn(log: readonly VoiceEvent[]) {
  return log.flatMap((event, i) => {
    if (event.event !== 'ended') return [];
    const from = log.findLastIndex((other, j) => j < i && other.event === 'ended') + 1;
    const clips = log.slice(from, i).flatMap((other) => (other.event === 'clip' ? [other.clip] : []));
    return [{ ...event, clips, names: clips.map(({ name }) => name).join(' ') }];
  });
}

describe('what is heard', () => {
  let page: Page;
  beforeEach(async () => {
    page = await openVoiceGallery(browser, previews.url, 'real');
    return () => page.close();
  });
  /** Every clip a twentieth of a second of tone, so that a test need not listen to whole sentences. */
  const shorten = (missing = '') =>
    page.evaluate(
      ({ base64, missing }) => {
        const { fetch } = window;
        const sound = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
        window.fetch = async (url, options) => {
          const answer = await fetch(url, options);
          if (!String(url).endsWith('.opus')) return answer;
          const file = String.fromCharCode(...new Uint8Array(await answer.arrayBuffer()));
          return file === atob(missing) ? new Response(null, { status: 404 }) : new Response(sound);
        };
      },
      { base64: tone(0.05).toString('base64'), missing },
    );
  const saidOf = async (count: number) => {
    await expect
      .poll(async () => sentencesIn(await spoken(page)).length, { timeout: 25_000 })
      .toBeGreaterThanOrEqual(count);
    return sentencesIn(await spoken(page));
  };

  test('V1 five calls in one second: five whole sentences, in order, of the calls on the glass', async () => {
    await shorten();
    await draw(page, 'mandarin');
    await voiceIs(page, 'on');
    await callAll(page, five);
    const said = (await saidOf(5)).slice(0, 5);
    expect(said.map(({ utterance, played }) => `${utterance.calls[0].number} ${played}`)).toEqual(
      five.map(({ number }) => `${number} whole`),
    );
    expect(said.map(({ names }) => names)).toEqual([
      'chime qing A d0 d0 d1 hao dao w1 hao_chuangkou',
      'chime qing A d0 d1 d2 hao dao w2 hao_chuangkou',
      'chime qing T d1 d0 d3 hao dao w3 hao_chuangkou',
      'chime qing W d9 d9 d9 hao dao w4 hao_chuangkou',
      'chime qing F d0 d4 d5 hao dao w5 hao_chuangkou',
    ]);
    const clips = said.flatMap((one) => one.clips);
    for (const [i, { from, to }] of clips.entries()) {
      expect(to - from).toBeCloseTo(0.05, 2);
      expect(from).toBeGreaterThanOrEqual(clips[i - 1]?.to ?? 0);
    }
  });

  test('V1 the chime within 200 ms of the picture, the voice 0.8 to 1.5 s after it', { retry: 2 }, async () => {
    await draw(page, 'mandarin');
    await voiceIs(page, 'on');
    const drawn = await page.evaluate(
      () =>
        new Promise<number>((settle) => {
          const glass = new MutationObserver(() => {
            if (document.querySelector('.hero [data-figures]') !== null) settle(performance.now());
          });
          glass.observe(document.body, { childList: true, subtree: true });
          const calls = [{ number: 'A012', counterLabel: '3', status: 'called', callNo: 1 }];
          dispatchEvent(new CustomEvent('hall-says', { detail: { calls } }));
        }),
    );
    const [said] = await saidOf(1);
    const [first] = await spoken(page);
    const aheadMs = 30;
    expect(Math.abs((first?.at ?? 0) + aheadMs - drawn)).toBeLessThan(200);
    const [chime, voice] = said?.clips ?? [];
    const after = (voice?.from ?? 0) - (chime?.from ?? 0);
    expect(after).toBeGreaterThanOrEqual(0.8);
    expect(after).toBeLessThanOrEqual(1.5);
  });

  test('V2 one clip fails: that call has its chime, the next is spoken, and it is told in between', async () => {
    await shorten();
    await draw(page, 'mandarin');
    await voiceIs(page, 'on');
    await page.evaluate(() => {
      const { start } = AudioBufferSourceNode.prototype;
      let count = 0;
      // The fifth clip of the second sentence.
      AudioBufferSourceNode.prototype.start = function (...when) {
        count += 1;
        if (count === 10 + 5) throw new Error('device gone');
        start.apply(this, when);
      };
      Object.assign(window, { states: [] });
      new MutationObserver(() => {
        (window as unknown as { states: unknown[] }).states.push(document.documentElement.dataset.voice);
      }).observe(document.documentElement, { attributes: true });
    });
    await callAll(page, five.slice(0, 3));
    const said = await saidOf(3);
    expect(said[0]?.names).toBe('chime qing A d0 d0 d1 hao dao w1 hao_chuangkou');
    expect(said[1]).toMatchObject({ names: 'chime qing A d0 chime', played: 'whole' });
    expect(said[2]?.names).toBe('chime qing T d1 d0 d3 hao dao w3 hao_chuangkou');
    const states = await page.evaluate(() => (window as unknown as { states: string[] }).states);
    expect(states).toContain('broken');
    await voiceIs(page, 'on');
  });

  test('V3 a pack with one clip missing is not used; the other languages are, and the screen says which it lacks', async () => {
    const told: string[] = [];
    page.on('console', (line) => told.push(line.text()));
    await shorten(clipFile('yue', 'hao_chuangkou'));
    await draw(page, 'threeLanguages');
    await voiceIs(page, 'broken');
    expect(told).toContain('voice broken: yue: hao_chuangkou: HTTP 404');
    await callAll(page, [call('A012', '3')]);
    expect((await saidOf(2)).slice(0, 2).map(({ names }) => names)).toEqual([
      'chime qing A d0 d1 d2 hao dao w3 hao_chuangkou',
      'ticket A d0 d1 d2 please_go_to_counter w3',
    ]);
  });

  test('V4 every call and recall sounds: in a hall without voice languages, a chime', async () => {
    await shorten();
    await draw(page, 'chimeOnly');
    await voiceIs(page, 'on');
    await callAll(page, [call('A012', '3')]);
    await saidOf(1);
    await hallSays(page, [call('A012', '3', 2)]);
    expect((await saidOf(2)).map(({ names }) => names)).toEqual(['chime', 'recall']);
  });

  test('V3 every clip as Chromium decodes it: length, peak, loudness, silence', async () => {
    for (const folder of ['common', ...voiceLanguages]) {
      const json: unknown = JSON.parse(readFileSync(`signage-display/voice-packs/${folder}/pack.json`, 'utf8'));
      const { clips } = folder === 'common' ? Chimes.parse(json) : Pack.parse(json);
      const needed = folder === 'common' ? chimeClips : clipsNeeded(Pack.parse(json));
      const files = Object.keys(clips).map((name) => ({ name, base64: clipFile(folder, name) }));
      const found = await page.evaluate(async (files) => {
        const decoder = new OfflineAudioContext(1, 1, 48_000);
        const measure = async ({ name, base64 }: { name: string; base64: string }) => {
          const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
          return window.measureClip(name, (await decoder.decodeAudioData(bytes.buffer)).getChannelData(0));
        };
        return Promise.all(files.map(measure));
      }, files);
      expect(packFaults(needed, clips, found, folder === 'common' ? limits.chimeMs : limits.clipMs)).toEqual([]);
    }
  });
});

describe('the screen as it is built and served', () => {
  test('waits for a touch where the browser wants one, says so, then speaks; one that is not to speak is silent', {
    timeout: 60_000,
  }, async () => {
    const folder = temporaryFolder();
    const hall = await startDemoHall({ dataDir: folder.path, pagesFolder });
    const cautious = await launchBrowser();
    try {
      // Asking a page anything counts as a touch, so it is made to tell by itself.
      const open = async (path: string) => {
        const page = await cautious.newPage({ viewport: sizes.board });
        await page.addInitScript(() => {
          // The hall of a test is of no build: the page would load itself anew once.
          sessionStorage.setItem('reloaded-for', 'test');
          const tell = () => console.log(`voice is ${document.documentElement.dataset.voice}`);
          new MutationObserver(tell).observe(document, {
            attributes: true,
            subtree: true,
            attributeFilter: ['data-voice'],
          });
        });
        const says = (state: string) =>
          page.waitForEvent('console', { predicate: (line) => line.text() === `voice is ${state}`, timeout: 25_000 });
        return { page, says, goto: () => page.goto(hall.address + path) };
      };
      const quiet = await open('/screen/?kind=zoneScreen&device=zone-screen-a');
      await Promise.all([quiet.says('silent'), quiet.goto()]);
      const board = await open('/screen/?kind=hallScreen&device=hall-screen');
      await Promise.all([board.says('blocked'), board.goto()]);
      await Promise.all([board.says('on'), board.page.mouse.click(10, 10)]);
    } finally {
      await cautious.close();
      await hall.close();
      folder.remove();
    }
  });
});

/** A WAV file: 440 Hz, so many seconds. */
function tone(seconds: number): Buffer {
  const rate = 48_000;
  const samples = Int16Array.from(
    { length: rate * seconds },
    (_, i) => 8_000 * Math.sin((2 * Math.PI * 440 * i) / rate),
  );
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.byteLength, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate * 2, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.byteLength, 40);
  return Buffer.concat([head, Buffer.from(samples.buffer)]);
}
