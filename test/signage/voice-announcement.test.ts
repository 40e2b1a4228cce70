import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type VoiceLanguage, voiceLanguages } from '../../shared/languages.ts';
import { announcement } from '../../signage-display/page/voice/announcement.ts';
import { clipsNeeded, Pack } from '../../signage-display/voice-packs/pack-contract.ts';
import { scripts } from '../../signage-display/voice-packs/scripts.ts';

const packOf = (language: VoiceLanguage) =>
  Pack.parse(JSON.parse(readFileSync(`signage-display/voice-packs/${language}/pack.json`, 'utf8')));
const said = (language: VoiceLanguage, number: string, counterLabel: string, pack = packOf(language)) =>
  announcement({ number, counterLabel }, pack)
    ?.map((step) => ('pauseMs' in step ? ',' : scripts[language].says[step.clip]))
    .join(' ') ?? null;

describe('what is said', () => {
  test.each([
    ['zh-Hans', 'A012', '3', '请 A 零 一 二 号 , 到 三 号窗口'],
    ['zh-Hans', 'W9999', '99', '请 W 九 九 九 九 号 , 到 九十九 号窗口'],
    ['zh-Hans', 'A1000', '10', '请 A 一 零 零 零 号 , 到 十 号窗口'],
    ['zh-Hans', 'A012', '23', '请 A 零 一 二 号 , 到 二十三 号窗口'],
    ['yue', 'A012', '3', '請 A 零 一 二 號 , 到 三 號窗口'],
    ['en', 'A012', '3', 'ticket A zero one two , please go to counter three'],
    ['en', 'W9999', '99', 'ticket W nine nine nine nine , please go to counter ninety-nine'],
    ['en', 'A012', '40', 'ticket A zero one two , please go to counter forty'],
    ['en', 'A012', '13', 'ticket A zero one two , please go to counter thirteen'],
    // Labels that are no plain number: sign by sign, or as shown.
    ['zh-Hans', 'A012', 'B2', '请 A 零 一 二 号 , 到 B 二 号窗口'],
    ['en', 'A012', '07', 'ticket A zero one two , please go to counter zero seven'],
    ['en', 'A012', '120', 'ticket A zero one two , please go to counter one two zero'],
    ['en', 'A012', 'vip', 'ticket A zero one two , please go to counter V I P'],
    ['en', 'A012', '一楼', 'ticket A zero one two , please go to the counter shown'],
    ['yue', 'A012', '3-1', '請 A 零 一 二 號 , 到屏幕所示窗口'],
  ] as const)('%s: %s to %s', (language, number, label, sentence) => {
    expect(said(language, number, label)).toBe(sentence);
  });

  test('where a hall says yāo for 1, it does so in numbers, not in the name of a counter', () => {
    const pack: Pack = { ...packOf('zh-Hans'), digitOne: 'yao' };
    expect(said('zh-Hans', 'A110', '1', pack)).toBe('请 A 幺 幺 零 号 , 到 一 号窗口');
  });

  test('of a number with a sign that no clip says, nothing is said: never a wrong one', () => {
    expect(said('en', 'Ä012', '3')).toBe(null);
    expect(said('en', '', '3')).toBe(null);
  });
});

test('whatever the number and the counter: every clip is in the pack, and the digits are those of the number', () => {
  const number = fc.tuple(fc.constantFrom(...'ACDEFGHJKLMNPRTUVWXY'), fc.integer({ min: 1, max: 99_999 }));
  const packs = voiceLanguages.map(packOf);
  fc.assert(
    fc.property(number, fc.string({ minLength: 1, maxLength: 4, unit: 'binary' }), ([prefix, sequence], label) => {
      const shown = `${prefix}${String(sequence).padStart(3, '0')}`;
      for (const pack of packs) {
        const steps = announcement({ number: shown, counterLabel: label }, pack) ?? [];
        const clips = steps.flatMap((step) => ('clip' in step ? [step.clip] : []));
        for (const clip of clips) expect(clipsNeeded(pack)).toContain(clip);
        const at = clips.indexOf(prefix);
        const spoken = clips.slice(at, at + shown.length).map((clip) => clip.replace('d', ''));
        expect(spoken.join('')).toBe(shown);
      }
    }),
  );
});
