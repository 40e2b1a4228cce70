import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packOf as packOfRecordings } from '../../hall-server/pages/admin/recordings.ts';
import { type VoiceLanguage, voiceLanguages } from '../../shared/languages.ts';
import { announcement } from '../../signage-display/page/voice/announcement.ts';
import { measureClip } from '../../signage-display/voice-packs/measure.ts';
import { oggOpusMs } from '../../signage-display/voice-packs/ogg-opus.ts';
import {
  Chimes,
  chimeClips,
  clipsNeeded,
  counterClips,
  limits,
  Pack,
  packFaults,
  sampleRate,
} from '../../signage-display/voice-packs/pack-contract.ts';
import { scripts } from '../../signage-display/voice-packs/scripts.ts';
import { temporaryFolder } from '../support/hall.ts';

const folder = 'signage-display/voice-packs';
const json = (name: string): unknown => JSON.parse(readFileSync(join(folder, name, 'pack.json'), 'utf8'));
const packs = Object.fromEntries(voiceLanguages.map((language) => [language, Pack.parse(json(language))]));
const packOf = (language: VoiceLanguage) => packs[language] as Pack;
const clipsIn = (name: string) =>
  readdirSync(join(folder, name))
    .filter((file) => file.endsWith('.opus'))
    .map((file) => ({
      name: file.slice(0, -'.opus'.length),
      ms: oggOpusMs(readFileSync(join(folder, name, file))),
      sound: null,
    }));
const sentenceMs = (language: VoiceLanguage, number: string, counterLabel: string) => {
  const pack = packOf(language);
  const steps = announcement({ number, counterLabel }, pack) ?? [];
  return steps.reduce((sum, step) => sum + ('pauseMs' in step ? step.pauseMs : (pack.clips[step.clip] ?? 0)), 0);
};

/** How many syllables a clip has: one for each Han character, W is three, and so on. */
function syllables(language: VoiceLanguage, clip: string): number {
  const text = scripts[language].says[clip] ?? '';
  if (text === 'W') return 3;
  if (/^[A-Z]$/.test(text)) return 1;
  if (language !== 'en') return [...text].length;
  const vowels = text.replaceAll(/(?<=[^aeiou])e\b/g, '').match(/[aeiouy]+/g) ?? [];
  return vowels.length;
}

describe('V3 every clip is there and of the right length', () => {
  test.each(voiceLanguages)('%s', (language) => {
    const pack = packOf(language);
    expect(pack.language).toBe(language);
    expect(packFaults(clipsNeeded(pack), pack.clips, clipsIn(language))).toEqual([]);
    for (const name of clipsNeeded(pack)) expect(scripts[language].says, name).toHaveProperty(name);
  });
  test('the chimes: 0.8 to 1.2 s, so that the voice follows in time', () => {
    const { clips } = Chimes.parse(json('common'));
    expect(packFaults(chimeClips, clips, clipsIn('common'), limits.chimeMs)).toEqual([]);
  });
  test('all packs together stay below 2 MB', () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
    const bytes = files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0);
    expect(bytes).toBeLessThan(2_000_000);
  });
});

describe('V2 not too slow, not too fast', () => {
  test.each(voiceLanguages)('%s: 3.5 to 4.5 syllables a second in A012 to counter 3', (language) => {
    const steps = announcement({ number: 'A012', counterLabel: '3' }, packOf(language)) ?? [];
    const clips = steps.flatMap((step) => ('clip' in step ? [step.clip] : []));
    const count = clips.reduce((sum, clip) => sum + syllables(language, clip), 0);
    const ms = clips.reduce((sum, clip) => sum + (packOf(language).clips[clip] ?? 0), 0);
    expect(count).toBe(language === 'en' ? 13 : 11);
    expect((count * 1000) / ms).toBeGreaterThanOrEqual(3.5);
    expect((count * 1000) / ms).toBeLessThanOrEqual(4.5);
  });
  test.each(voiceLanguages)('%s: a sentence lasts at most 5.5 s, the longest included', (language) => {
    for (const label of counterClips) {
      expect(sentenceMs(language, 'W9999', label.slice(1)), label).toBeLessThanOrEqual(5_500);
    }
    expect(sentenceMs(language, 'W9999', '一楼')).toBeLessThanOrEqual(5_500);
  });
});

describe('what a pack may not be', () => {
  const needed = ['a', 'b'];
  const stated = { a: 500, b: 500 };
  const sound = { peakDb: -3, loudness: -20, leadSilenceMs: 10, tailSilenceMs: 30 };
  const good = needed.map((name) => ({ name, ms: 500, sound }));
  const [a, b] = good as [(typeof good)[0], (typeof good)[0]];
  const of = (found: typeof good) => packFaults(needed, stated, found).map(({ clip, what }) => `${clip}: ${what}`);

  test.each([
    ['good', good, []],
    ['a clip missing', [a], ['b: missing or unreadable']],
    ['unknown', [...good, { ...a, name: 'c' }], ['c: not in pack.json']],
    ['too short', [a, { ...b, ms: 90 }], ['b: 90 ms, not 100 to 2500', 'b: 90 ms, pack.json says 500']],
    ['too loud a peak', [a, { ...b, sound: { ...sound, peakDb: -0.5 } }], ['b: peak -0.5 dBFS, over -1']],
    ['late', [a, { ...b, sound: { ...sound, leadSilenceMs: 61 } }], ['b: begins with 61 ms of silence']],
    ['a long tail', [a, { ...b, sound: { ...sound, tailSilenceMs: 400 } }], ['b: ends with 400 ms of silence']],
    [
      'uneven',
      [a, { ...b, sound: { ...sound, loudness: -17.5 } }],
      ['null: loudness differs by 2.5 LU: a is soft, b is loud'],
    ],
    [
      'soft as a whole',
      good.map((clip) => ({ ...clip, sound: { ...sound, loudness: -30 } })),
      ['null: -30.0 LUFS on average, not -23 to -17'],
    ],
  ])('%s', (_name, found, faults) => {
    expect(of(found)).toEqual(faults);
  });

  test('loudness is measured as the standard says: a full-scale 997 Hz tone is -3 LUFS', () => {
    const tone = Float32Array.from({ length: sampleRate }, (_, i) => Math.sin((2 * Math.PI * 997 * i) / sampleRate));
    const padded = new Float32Array(sampleRate + 4_800);
    padded.set(tone, 2_400);
    expect(measureClip('tone', tone).sound?.loudness).toBeCloseTo(-3.01, 1);
    expect(measureClip('tone', padded)).toMatchObject({ ms: 1_100, sound: { leadSilenceMs: 50, tailSilenceMs: 50 } });
  });

  test('a file that is cut short or something else is not a clip', () => {
    const file = readFileSync(join(folder, 'common/chime.opus'));
    expect(oggOpusMs(file)).toBeCloseTo(1_000, -1);
    expect(() => oggOpusMs(file.subarray(0, file.length - 100))).toThrow('cut short');
    expect(() => oggOpusMs(new TextEncoder().encode('not a sound, whatever its name may say'))).toThrow('not an Ogg');
  });
});

test('voice:check finds a clip that was taken away, and says which', () => {
  const copy = temporaryFolder();
  try {
    cpSync(join(folder, 'common'), join(copy.path, 'common'), { recursive: true });
    const check = () =>
      spawnSync('npx', ['tsx', `${folder}/voice-check.ts`, copy.path], { encoding: 'utf8', timeout: 60_000 });
    // 2: nothing on this machine decodes, and it says so.
    const whole = check();
    expect([0, 2]).toContain(whole.status);
    if (whole.status === 2) expect(whole.stdout).toContain('NOT checked');
    writeFileSync(join(copy.path, 'common/chime.opus'), 'noise');
    rmSync(join(copy.path, 'common/recall.opus'));
    const broken = check();
    expect(broken.status).toBe(1);
    expect(broken.stdout).toContain('common/recall: missing');
    expect(broken.stdout).toContain('common/chime: missing or unreadable');
  } finally {
    copy.remove();
  }
});

test('a hall that has recorded yāo says it for 1, where its language has it; nobody else needs the clip', () => {
  const says = (language: VoiceLanguage, clips: Record<string, number>) => {
    const pack = packOfRecordings(language, 'somebody', clips);
    return [pack.digitOne, clipsNeeded(pack).includes('yao')];
  };
  expect(says('zh-Hans', { d1: 300, yao: 300 })).toEqual(['yao', true]);
  expect(says('zh-Hans', { d1: 300 })).toEqual(['d1', false]);
  expect(says('en', { d1: 300, yao: 300 })).toEqual(['d1', false]);
});
