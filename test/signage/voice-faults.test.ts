import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { draw } from '../support/on-glass.ts';
import { servePreviews } from '../support/preview.ts';
import { callAll, five, openVoiceGallery, soundAllowed, voiceIs } from './voice-on-glass.ts';

let browser: Browser;
let previews: Awaited<ReturnType<typeof servePreviews>>;

describe('A5 V2 V5 whatever the sound does, the picture is the same', () => {
  let page: Page;
  let expected: readonly string[];

  /** Every onset that was drawn, in order, of five calls at once. */
  async function onsets(): Promise<readonly string[]> {
    await page.evaluate(() => {
      const seen = new WeakSet<Element>();
      const log: string[] = [];
      Object.assign(window, { onsetLog: log });
      new MutationObserver(() => {
        const frame = document.querySelector('.pulse-frame');
        if (frame === null || seen.has(frame)) return;
        seen.add(frame);
        const figures = frame.closest('.hero')?.querySelectorAll('[data-figures]') ?? [];
        log.push([...figures].map((one) => one.textContent).join(' → '));
      }).observe(document.body, { childList: true, subtree: true });
    });
    await callAll(page, five);
    for (let i = 0; i < 6; i += 1) await page.clock.runFor(5_500);
    return page.evaluate(() => (window as unknown as { onsetLog: string[] }).onsetLog);
  }

  beforeAll(async () => {
    [browser, previews] = await Promise.all([launchBrowser(soundAllowed), servePreviews()]);
    page = await openVoiceGallery(browser, previews.url, 'moved');
    await draw(page, 'mandarin');
    await voiceIs(page, 'on');
    expected = await onsets();
  });
  afterAll(async () => {
    await browser.close();
    await previews.close();
  });

  test('without a fault: five onsets in the order of calling, then those nobody answers anew', () => {
    const again = five.slice(0, expected.length - five.length);
    expect(expected).toEqual([...five, ...again].map(({ number, counterLabel }) => `${number} → ${counterLabel}`));
    expect(again.length).toBeGreaterThan(0);
  });

  /** What breaks, in the browser itself; `state` is what the screen then reports before, or else after, a call. */
  const faults: Record<string, { before?: string; after?: string; breaks: () => void }> = {
    'AudioContext throws': {
      before: 'broken',
      breaks: () => {
        window.AudioContext = class {
          constructor() {
            throw new Error('no device');
          }
        } as unknown as typeof AudioContext;
      },
    },
    'AudioContext is not there': {
      before: 'broken',
      breaks: () => Reflect.deleteProperty(window, 'AudioContext'),
    },
    'resume never settles': {
      before: 'blocked',
      breaks: () => {
        Object.defineProperty(BaseAudioContext.prototype, 'state', { get: () => 'suspended', configurable: true });
        AudioContext.prototype.resume = () => new Promise(() => {});
      },
    },
    'decoding never settles': {
      after: 'broken',
      breaks: () => {
        BaseAudioContext.prototype.decodeAudioData = () => new Promise(() => {});
      },
    },
    'decoding fails': {
      before: 'broken',
      breaks: () => {
        BaseAudioContext.prototype.decodeAudioData = () => Promise.reject(new Error('not a sound'));
      },
    },
    'clips are not there': {
      before: 'broken',
      breaks: () => {
        const { fetch } = window;
        window.fetch = (url, options) => fetch(String(url).replace('.opus', '.gone'), options);
      },
    },
    'fetching never settles': {
      after: 'broken',
      breaks: () => {
        window.fetch = () => new Promise(() => {});
      },
    },
    'a clip cannot be started': {
      before: 'on',
      after: 'broken',
      breaks: () => {
        AudioBufferSourceNode.prototype.start = () => {
          throw new Error('no device');
        };
      },
    },
    'a clip never ends': {
      before: 'on',
      after: 'broken',
      breaks: () => {
        AudioBufferSourceNode.prototype.addEventListener = () => {};
      },
    },
    'the announcer itself throws': {
      before: 'broken',
      breaks: () => Reflect.deleteProperty(window, 'AbortController'),
    },
    'there is no speechSynthesis': {
      before: 'on',
      breaks: () => {
        Reflect.deleteProperty(window, 'speechSynthesis');
        Reflect.deleteProperty(window, 'SpeechSynthesisUtterance');
      },
    },
  };

  test.each(Object.entries(faults))('%s', async (_name, { before, after, breaks }) => {
    await page.reload();
    await page.locator('[data-preview-ready]').waitFor({ state: 'attached' });
    await page.evaluate(breaks);
    await draw(page, 'mandarin');
    if (before !== undefined) await voiceIs(page, before);
    expect(await onsets()).toEqual(expected);
    if (after !== undefined) await voiceIs(page, after);
  });
});
