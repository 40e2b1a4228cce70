import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { writtenOf } from '../../kiosk/voice-packs/phrase-list.ts';
import { PhrasePack, type Piece, piecesOf, plain, sentencesOf } from '../../kiosk/voice-packs/phrases.ts';
import { voiceLanguages } from '../../shared/languages.ts';
import { commonTexts } from '../../shared/texts/common.ts';
import { kioskTexts } from '../../shared/texts/kiosk.ts';
import { launchBrowser } from '../support/browser.ts';
import { openPreview, servePreviews } from '../support/preview.ts';
import { afterDoubleTap, glasses, openKiosk, pass, showKiosk } from './kiosk-glass.ts';

// K4 K9: a visitor who does not see the glass has four keys and a voice, and needs nobody.

let previews: Awaited<ReturnType<typeof servePreviews>>;
let browser: Browser;
let page: Page;
const texts = kioskTexts.zhHans;

beforeAll(async () => {
  previews = await servePreviews();
  browser = await launchBrowser(['--autoplay-policy=no-user-gesture-required']);
  page = await openKiosk(browser, previews.url, 'kiosk/groups');
  await page.evaluate(() => {
    // Heard at once: a visit would otherwise be as long as its sentences.
    AudioBufferSourceNode.prototype.start = function () {
      queueMicrotask(() => this.dispatchEvent(new Event('ended')));
    };
    const spoken: string[] = [];
    Object.assign(window, { spokenLocally: spoken, localVoice: null });
    class Utterance extends EventTarget {
      readonly text: string;
      constructor(text: string) {
        super();
        this.text = text;
      }
    }
    Object.defineProperties(window, {
      SpeechSynthesisUtterance: { value: Utterance },
      speechSynthesis: {
        value: {
          getVoices: () => [window.localVoice].filter((voice) => voice !== null),
          cancel: () => {},
          speak: (utterance: Utterance) => {
            spoken.push(utterance.text);
            utterance.dispatchEvent(new Event('end'));
          },
        },
      },
    });
  });
});
afterAll(async () => {
  await browser?.close();
  await previews?.close();
});

declare global {
  interface Window {
    spokenLocally: string[];
    localVoice: { lang: string; localService: boolean } | null;
  }
}

beforeEach(async () => {
  await showKiosk(page, 'kiosk/live');
  await page.evaluate(() => {
    Object.assign(window.ticketKiosk, { sent: [], answers: [], said: [] });
    window.localVoice = null;
    window.spokenLocally.length = 0;
  });
  await pass(page, afterDoubleTap);
});

const key = async (name: string) => {
  await page.keyboard.press(name);
  await pass(page, afterDoubleTap);
};
const inWords = (pieces: readonly Piece[]) => pieces.map((piece) => Object.values(piece)[0]).join(' ');
/** Waits until this has been said since the last time. */
const hear = async (...sentences: readonly string[]) => {
  for (const sentence of sentences) {
    await expect.poll(async () => inWords(await page.evaluate(() => window.ticketKiosk.said))).toContain(sentence);
  }
  await page.evaluate(() => window.ticketKiosk.said.splice(0));
};
const said = (text: string) => sentencesOf(text).map(plain).join(' ');
const title = () => page.locator('h1').innerText();

test('a whole visit by four keys: each question and each choice is said, and the number', {
  timeout: 90_000,
}, async () => {
  await key('ArrowDown');
  await hear(said(texts.spokenHow), texts.chooseGroup);
  await key('ArrowDown');
  await hear('企业税务', '等候 w6 人', 'w10 – w15 分钟');
  await key('ArrowUp');
  await hear('营业执照 / 商事登记', '等候 w21 人');
  await key('Enter');
  await hear(texts.chooseService, '营业执照 / 商事登记');
  await key('ArrowDown');
  await hear('个体工商户设立登记');
  await key('F1');
  await hear(texts.helpTitle, said(texts.helpMore), '政务服务热线 d1 d2 d3 d4 d5');
  await key('ArrowUp');
  await key('ArrowUp');
  while ((await page.evaluate(() => document.activeElement?.textContent)) !== texts.goOn) await key('ArrowDown');
  await key('Enter');
  expect(await title()).toBe(texts.chooseService);
  await key('ArrowDown');
  await key('Enter');
  await hear(texts.yourNumber, 'A d0 d1 d2', '个体工商户设立登记', '前面还有', 'w21 人', 'A区 企业服务', '进门左侧');
  expect(await page.evaluate(() => window.ticketKiosk.sent.length)).toBe(1);
  await key('ArrowDown');
  await hear(texts.wrong.replace('？', ''), '撤销');
  await key('ArrowDown');
  await hear(texts.done);
  await key('Enter');
  expect(await title()).toBe(texts.chooseGroup);
});

test('Tab and Enter alone do as well, without a voice', async () => {
  for (const question of [texts.chooseGroup, texts.chooseService]) {
    expect(await title()).toBe(question);
    await key('Tab');
    await key('Enter');
  }
  expect(await title()).toContain('A012');
  expect(await page.evaluate(() => window.ticketKiosk.said)).toEqual([]);
});

test('the previous key goes round; what cannot be done now is passed over', async () => {
  await key('ArrowUp');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('English');
  await key('ArrowDown');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('营业执照');
});

test('the voice changes with the language', async () => {
  await key('ArrowUp');
  await key('Enter');
  await hear(kioskTexts.en.chooseGroup.replace('?', ''));
  await key('ArrowDown');
  await hear('Business licences and registration', 'w21 waiting', 'w25 – w35 min');
});

test('whether anybody is there is asked aloud, and one key goes on', async () => {
  await key('ArrowDown');
  await pass(page, 61_000);
  await hear(said(texts.stillThere));
  await key('Enter');
  expect(await page.getByRole('alertdialog').count()).toBe(0);
});

test('voice and volume are gone with the visitor', async () => {
  await key('F1');
  for (const words of [texts.louder, texts.silent]) {
    await page.getByRole('button', { name: words === texts.louder ? texts.louder : texts.silent }).waitFor();
    if (words === texts.louder) await page.getByRole('button', { name: texts.louder }).click();
    await pass(page, afterDoubleTap);
  }
  await page.evaluate(() => window.ticketKiosk.said.splice(0));
  await pass(page, 95_000);
  expect(await title()).toBe(texts.chooseGroup);
  // Not even the screen that the next visitor finds is read to an empty hall.
  const heard = await page.evaluate(() => window.ticketKiosk.said.splice(0));
  expect(heard).not.toContainEqual({ phrase: texts.chooseGroup });
  await key('Tab');
  expect(await page.evaluate(() => window.ticketKiosk.said)).toEqual([]);
  await page.getByRole('button', { name: '求助' }).click();
  await pass(page, afterDoubleTap);
  expect(await page.getByRole('button', { name: texts.readAloud }).count()).toBe(1);
});

describe('a name that nobody has recorded', () => {
  const unheard = () =>
    page.evaluate(() => {
      const name = { zhHans: '宠物登记', zhHant: '寵物登記', en: 'Pets' };
      const groups = window.ticketKiosk.view.groups.map((group) => ({ ...group, name }));
      window.ticketKiosk.hallChanges({ changed: { groups } });
    });

  test('is not guessed: without a voice of this machine, people are named as the way on', async () => {
    await unheard();
    await page.evaluate(() => {
      window.localVoice = { lang: 'zh-CN', localService: false };
    });
    const asked = page.waitForRequest((request) => request.url().includes(fileOf(commonTexts.zhHans.askFrontDesk)));
    await key('ArrowDown');
    await key('ArrowDown');
    await asked;
    expect(await page.evaluate(() => window.spokenLocally)).toEqual([]);
  });

  test('is said by a voice of the machine itself, where there is one', async () => {
    await unheard();
    await page.evaluate(() => {
      window.localVoice = { lang: 'zh-CN', localService: true };
    });
    await key('ArrowDown');
    await key('ArrowDown');
    await expect.poll(() => page.evaluate(() => window.spokenLocally)).toContain('宠物登记');
  });
});

const packOf = (language: string) =>
  PhrasePack.parse(JSON.parse(readFileSync(`kiosk/voice-packs/${language}/phrases.json`, 'utf8')));
/** The clip of a text's last sentence. */
const fileOf = (text: string) =>
  packOf('zh-Hans').phrases.find((phrase) => phrase.text === plain(sentencesOf(text).at(-1) ?? ''))?.file ?? 'none';

describe.each([
  ['ticket kiosk', 'kiosk/groups'],
  ['rating kiosk', 'rating/start'],
])('%s', (_name, first) => {
  test('there is a clip for everything on the glass, in every state and language', { timeout: 180_000 }, async () => {
    const glass = await openPreview(browser, previews.url, first, { size: glasses.tall });
    for (const voice of voiceLanguages) {
      const phrases = new Set(packOf(voice).phrases.map(({ text }) => text));
      const lines = await glass.evaluate(async (language) => {
        const found = new Set<string>();
        for (const state of window.crawled.filter((name) => !name.endsWith('Larger'))) {
          await window.drawNow(state, language);
          // A picture for phones is for whoever sees it, and not read out.
          const apart = document.querySelector<HTMLElement>('main div[aria-hidden]')?.innerText.split('\n') ?? [];
          for (const part of document.querySelectorAll<HTMLElement>('main, .still-there, .stale, button')) {
            for (const line of part.innerText.split('\n')) if (!apart.includes(line)) found.add(line.trim());
          }
        }
        return [...found];
      }, writtenOf[voice]);
      const unsaid = lines.flatMap((line) => piecesOf(line, phrases)).filter((piece) => 'unknown' in piece);
      expect(lines.length).toBeGreaterThan(40);
      expect(unsaid, voice).toEqual([]);
    }
    await glass.close();
  });
});
