import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { demoNames, phraseList } from '../../kiosk/voice-packs/phrase-list.ts';
import { PhrasePack, piecesOf, plain } from '../../kiosk/voice-packs/phrases.ts';
import { voiceLanguages } from '../../shared/languages.ts';
import { oggOpusMs } from '../../signage-display/voice-packs/ogg-opus.ts';

const folder = 'kiosk/voice-packs';
const packOf = (language: string) =>
  PhrasePack.parse(JSON.parse(readFileSync(join(folder, language, 'phrases.json'), 'utf8')));

describe('what is said of a line', () => {
  const phrases = new Set([
    '等候',
    '人',
    '分钟',
    '–',
    ':',
    ':00',
    '今天',
    '开门',
    '评价码',
    '分区',
    '进门左侧',
    'Undo',
  ]);
  const said = (line: string) =>
    piecesOf(line, phrases)
      .map((piece) => Object.values(piece)[0])
      .join(' ');
  test.each([
    ['等候 21 人', '等候 w21 人'],
    ['25–35 分钟', 'w25 – w35 分钟'],
    ['A012', 'A d0 d1 d2'],
    ['等候 0 人', '等候 d0 人'],
    ['等候 128 人', '等候 d1 d2 d8 人'],
    ['评价码 4821', '评价码 d4 d8 d2 d1'],
    ['评价码 0821', '评价码 d0 d8 d2 d1'],
    ['今天 09:00 开门', '今天 w9 :00 开门'],
    ['今天 13:30 开门', '今天 w13 : w30 开门'],
    ['今天 13:05 开门', '今天 w13 : d0 d5 开门'],
    ['分区 进门左侧', '分区 进门左侧'],
    ['（等候）。', '等候'],
    ['Undo\u00a020', 'Undo w20'],
    ['某某业务', '某某业务'],
    ['A', 'A'],
    ['A person', 'A person'],
  ])('%s', (line, pieces) => {
    expect(said(line)).toBe(pieces);
  });
  test('what no phrase says is told apart', () => {
    expect(piecesOf('分区 某某业务 进门左侧', phrases)).toEqual([
      { phrase: '分区' },
      { unknown: '某某业务' },
      { phrase: '进门左侧' },
    ]);
  });
});

describe.each(voiceLanguages)('the phrases of %s', (language) => {
  const pack = packOf(language);
  const files = readdirSync(join(folder, language)).filter((file) => file.endsWith('.opus'));

  test('are all those the kiosks and the demonstration hall need, as they are written now', () => {
    const has = new Map(pack.phrases.map(({ text, says }) => [text, says]));
    const needed = phraseList(language, demoNames()[language]);
    expect(needed.filter(({ text, says }) => !has.has(text) || has.get(text) !== says)).toEqual([]);
    expect(pack.phrases.length).toBe(needed.length);
  });

  test('have one file each, as long as is said, and none too long to listen to', () => {
    expect(files.toSorted()).toEqual(pack.phrases.map(({ file }) => `${file}.opus`).toSorted());
    for (const { text, file, ms } of pack.phrases) {
      expect(Math.abs(oggOpusMs(readFileSync(join(folder, language, `${file}.opus`))) - ms), text).toBeLessThan(30);
      expect(ms, text).toBeLessThan(9_000);
      expect(ms, text).toBeGreaterThan(80);
    }
  });

  test('look up as they are written', () => {
    for (const { text } of pack.phrases.filter(({ text: one }) => /\p{L}/u.test(one))) expect(plain(text)).toBe(text);
  });
});

test('all phrases together stay below 3.6 MB', () => {
  const files = voiceLanguages.flatMap((language) =>
    readdirSync(join(folder, language)).map((file) => join(folder, language, file)),
  );
  expect(files.reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThan(3_600_000);
});
