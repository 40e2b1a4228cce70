import { mkdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { demoSetup } from '../../hall-server/demo/demo-hall.ts';
import { type Bitmap, createBitmap, ink, isInk } from '../../hall-server/printing/bitmap.ts';
import { breakLines } from '../../hall-server/printing/break-lines.ts';
import { slipBytes } from '../../hall-server/printing/escpos.ts';
import { phoneAddress, type SlipFacts, slipWords } from '../../hall-server/printing/slip.ts';
import { openSlipFonts, type SlipFonts } from '../../hall-server/printing/slip-fonts.ts';
import { drawSlip } from '../../hall-server/printing/slip-picture.ts';
import { missedRule } from '../../hall-server/views/hall-facts.ts';
import { type Language, languages } from '../../shared/languages.ts';
import { dotsAcross, dotsPerMm, type Paper, papers } from '../../shared/printing.ts';
import { missedRuleTexts } from '../../shared/texts/missed-rule.ts';
import { given } from '../support/given.ts';
import { temporaryFolder } from '../support/hall.ts';
import { readQr } from '../support/read-qr.ts';
import { slipsIn } from '../support/slip-printer.ts';

const link = '0123456789ABCDEFGHJKMNPQRS';
const twelveHan = {
  zhHans: '个体工商户营业执照换发',
  zhHant: '個體工商戶營業執照換發證',
  en: 'Renewing the licence of a sole trader',
};

function facts(language: Language, more: Partial<SlipFacts> = {}): SlipFacts {
  return {
    language,
    hall: {
      name: { zhHans: '江海区行政服务中心', zhHant: '江海區行政服務中心', en: 'Jianghai Service Centre' },
      timeZone: 'Asia/Shanghai',
      hotline: '12345',
    },
    number: 'A012',
    service: { ...twelveHan, zhHans: '个体工商户营业执照换发证' },
    issuedAt: Date.parse('2026-11-25T10:42:00+08:00'),
    ahead: 12,
    wait: { lowMinutes: 25, highMinutes: 35 },
    zone: { zhHans: 'A区 企业服务', zhHant: 'A區 企業服務', en: 'Zone A, business' },
    way: null,
    counters: ['1', '2', '3', '4', '5', '6', '7', '9'],
    further: [],
    missedRule: missedRule(given().state),
    address: phoneAddress('http://192.168.100.10:8080', link),
    code: '4821',
    kind: 'first',
    ...more,
  };
}

let fonts: SlipFonts;
const folder = process.env.SLIPS ? { path: process.env.SLIPS } : temporaryFolder();
beforeAll(async () => {
  mkdirSync(folder.path, { recursive: true });
  fonts = await openSlipFonts();
});

/** As it comes out of a printer: through the bytes that are sent. */
async function printed(wanted: SlipFacts, paper: Paper): Promise<Bitmap> {
  const bytes = slipBytes(await drawSlip(slipWords(wanted), paper, fonts));
  const [slip, ...more] = slipsIn(bytes, dotsAcross[paper]);
  expect(more).toEqual([]);
  return slip ?? expect.fail('nothing was printed');
}

describe('what a slip says', () => {
  test.each(languages)('in %s: all of it, and the missed rule as the queue has it', (language) => {
    const wanted = facts(language);
    const said = slipWords(wanted);
    expect(said.number).toBe('A012');
    expect(said.missedRule).toBe(missedRuleTexts[language](wanted.missedRule));
    const all = JSON.stringify(said);
    for (const part of [
      '12',
      '25–35',
      '1–7',
      '9',
      '4821',
      '12345',
      '10:42',
      wanted.zone[language],
      wanted.service[language],
    ]) {
      expect(all, part).toContain(part);
    }
  });

  test('the first in line is not told of zero people, and no counter is not a wait', () => {
    const values = (language: Language) =>
      slipWords(facts(language, { ahead: 0, wait: null, counters: [] })).rows.map((row) => row.value);
    expect(values('zhHans').slice(0, 2)).toEqual(['没有人', '窗口暂未开放']);
    expect(values('en')).toHaveLength(4);
  });

  test('only a reprint and a test page are marked', () => {
    const mark = (kind: SlipFacts['kind'], language: Language = 'zhHans') => slipWords(facts(language, { kind })).mark;
    expect(mark('first')).toBeNull();
    for (const language of languages) expect(mark('again', language)).toMatch(/[补補]打/);
    expect(mark('test')).toContain('测试');
  });

  test.each([
    ['http://10.0.3.2:8080', `HTTP://10.0.3.2:8080/T/#${link}`],
    ['https://hall.example.gov.cn', `HTTPS://HALL.EXAMPLE.GOV.CN/T/#${link}`],
    ['https://city.example.cn/jianghai/', `HTTPS://CITY.EXAMPLE.CN/jianghai/t/#${link}`],
  ])('%s is printed as %s', (origin, address) => {
    expect(phoneAddress(origin, link)).toBe(address);
  });
});

describe('lines', () => {
  const each = (text: string, width: number) => breakLines(text, width, () => 1);
  test.each([
    ['叫号三次未到，即过号', 6, ['叫号三次未', '到，即过号']],
    ['到（前台）恢复', 3, ['到（前', '台）恢', '复']],
    ['go to counter 12 now', 10, ['go to', 'counter 12', 'now']],
    ['请到 A012 窗口', 6, ['请到', 'A012 窗', '口']],
    ['Incomprehensibilities', 10, ['Incomprehe', 'nsibilitie', 's']],
    ['', 5, []],
  ])('%s in %d', (text, width, lines) => {
    expect(each(text, width)).toEqual(lines);
  });
});

const cases = languages.flatMap((language) => papers.map((paper) => [language, paper] as const));

describe('what comes out', () => {
  test.each(cases)(
    '%s on %d mm: number of 15 mm, QR of 25 mm that says the address, nothing cut off',
    async (language, paper) => {
      const widest = await printed(facts(language, { number: 'W9999' }), paper);
      expect(numberHeight(widest) / dotsPerMm, 'P3 ink of the widest number').toBeGreaterThanOrEqual(15);
      const slip = await printed(facts(language), paper);
      expect(numberHeight(slip) / dotsPerMm, 'P3 ink of a usual number').toBeGreaterThanOrEqual(15);
      const file = `${folder.path}/${language}-${paper}.png`;
      expect(readQr(asSeen(slip), file)).toEqual([facts(language).address]);
    },
  );

  test.each(cases)(
    '%s on %d mm: P1 the QR is read with one dot in twenty lost, and with lines dropped',
    async (language, paper) => {
      const slip = await printed(facts(language), paper);
      const worn = without(slip, (_x, y, dice) => dice < 0.05 || y % 97 === 0);
      expect(lost(slip, worn)).toBeGreaterThan(0.05);
      expect(readQr(asSeen(worn), `${folder.path}/worn-${language}-${paper}.png`)).toEqual([facts(language).address]);
    },
  );

  test.each(papers)('on %d mm the QR is 25 mm or more, at 6 dots a module', async (paper) => {
    const slip = await printed(facts('zhHans'), paper);
    const { modules, dots } = finderOf(slip);
    expect(dots).toBe(6);
    expect(((modules + 8) * dots) / dotsPerMm).toBeGreaterThanOrEqual(25);
  });

  test('a reprint differs by its mark only', async () => {
    const first = await printed(facts('zhHant'), 80);
    const again = await printed(facts('zhHant', { kind: 'again' }), 80);
    expect(again.height).toBeGreaterThan(first.height);
    const rows = 400;
    const foot = (slip: Bitmap) => slip.data.slice(slip.data.length - rows * slip.bytesPerRow);
    expect(foot(again)).toEqual(foot(first));
  });

  test('a service too long for a line goes on in the next', async () => {
    const long = '企业登记注册、变更、注销及营业执照遗失补领换发综合办理事项'.repeat(2).slice(0, 50);
    const service = { zhHans: long, zhHant: long, en: long };
    const [plain, longer] = [await printed(facts('zhHans'), 58), await printed(facts('zhHans', { service }), 58)];
    expect(longer.height).toBeGreaterThan(plain.height + 3 * 32);
    expect(edges(longer)).toEqual([]);
  });
});

describe('characters', () => {
  const glyph = (character: string, language: Language = 'zhHans') =>
    fonts.glyph(character, language, 'medium', 28).picture.bitmap;
  const same = (a: Bitmap, b: Bitmap) =>
    a.width === b.width && Buffer.compare(Buffer.from(a.data), Buffer.from(b.data)) === 0;

  test.each([
    ['simplified', 'zhHans', '业务梁囍'],
    ['traditional', 'zhHant', '業務灣龍'],
    ['rare, of names of people and places', 'zhHans', '堃喆犇邨祢龘曌㙟'],
    ['of Cantonese', 'zhHant', '嚟啲喺咗嘅'],
  ] as const)('%s are drawn, not framed', async (_, language, text) => {
    // A character of no font, for comparison.
    await fonts.load(`${text}\u{2F81A}`);
    const frame = glyph('\u{10FFFD}', language);
    for (const character of text) {
      const drawn = glyph(character, language);
      expect(countInk(drawn), character).toBeGreaterThan(60);
      if (character !== '㙟') expect(same(drawn, frame), character).toBe(false);
    }
  });

  test('traditional Chinese has its own forms of the same characters', async () => {
    await fonts.load('骨');
    expect(same(glyph('骨', 'zhHans'), glyph('骨', 'zhHant'))).toBe(false);
  });

  test('what no font has is an empty frame, never nothing', () => {
    expect(countInk(glyph('\u{10FFFD}'))).toBeGreaterThan(40);
  });
});

test('the words of the demonstration hall are all in the fonts', async () => {
  const words = [...demoSetup.services, ...demoSetup.zones].flatMap(({ name }) => [name.zhHans, name.zhHant]);
  await fonts.load(words.join(''));
  const frame = fonts.glyph('\u{10FFFD}', 'zhHans', 'bold', 28).picture.bitmap.data;
  for (const character of new Set(words.join('').replaceAll(/\s/g, ''))) {
    expect(fonts.glyph(character, 'zhHans', 'bold', 28).picture.bitmap.data, character).not.toEqual(frame);
  }
});

// --- looking at dots ------------------------------------------------------------------------------------------------

const rowHasInk = (slip: Bitmap, y: number) =>
  slip.data.slice(y * slip.bytesPerRow, (y + 1) * slip.bytesPerRow).some((byte) => byte !== 0);

/** The rows of the number: the tallest run of inked rows above the table. */
function numberHeight(slip: Bitmap): number {
  const runs: { from: number; to: number }[] = [];
  for (let y = 0; y < slip.height; y += 1) {
    if (!rowHasInk(slip, y)) continue;
    const last = runs.at(-1);
    if (last !== undefined && last.to === y) last.to = y + 1;
    else runs.push({ from: y, to: y + 1 });
  }
  return Math.max(...runs.slice(0, 8).map(({ from, to }) => to - from));
}

/** The half with the code as a phone sees it, with paper around: each dot with its neighbours, most of them ink or not. */
function asSeen(slip: Bitmap): Bitmap {
  const margin = 16;
  const seen = createBitmap(slip.width + 2 * margin, slip.height + 2 * margin);
  for (let y = slip.height >> 1; y < slip.height; y += 1) {
    for (let x = 0; x < slip.width; x += 1) {
      let dark = 0;
      for (const dy of [-1, 0, 1]) for (const dx of [-1, 0, 1]) if (isInk(slip, x + dx, y + dy)) dark += 1;
      if (dark >= 5) ink(seen, x + margin, y + margin);
    }
  }
  return seen;
}

function countInk(picture: Bitmap): number {
  let count = 0;
  for (let y = 0; y < picture.height; y += 1)
    for (let x = 0; x < picture.width; x += 1) if (isInk(picture, x, y)) count += 1;
  return count;
}

function without(slip: Bitmap, isLost: (x: number, y: number, dice: number) => boolean): Bitmap {
  const worn = createBitmap(slip.width, slip.height);
  let seed = 12345;
  for (let y = 0; y < slip.height; y += 1) {
    for (let x = 0; x < slip.width; x += 1) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      if (isInk(slip, x, y) && !isLost(x, y, seed / 2 ** 32)) ink(worn, x, y);
    }
  }
  return worn;
}

const lost = (before: Bitmap, after: Bitmap) => 1 - countInk(after) / countInk(before);

/** Ink at the very edge of the paper is a letter cut in two; the rules run from edge to edge and are 2 dots high. */
function edges(slip: Bitmap): readonly number[] {
  const found: number[] = [];
  for (let y = 1; y < slip.height - 1; y += 1) {
    const atEdge = (row: number) => isInk(slip, slip.width - 1, row);
    const isRule = isInk(slip, 0, y) && isInk(slip, slip.width >> 1, y);
    if (atEdge(y) && !isRule) found.push(y);
  }
  return found;
}

/** The QR code by its upper left finder: seven dark modules in a row, alone on their line of the paper's last third. */
function finderOf(slip: Bitmap): { modules: number; dots: number } {
  const runsOf = (y: number) => {
    const runs: { from: number; length: number }[] = [];
    for (let x = 0; x < slip.width; x += 1) {
      if (!isInk(slip, x, y)) continue;
      const last = runs.at(-1);
      if (last !== undefined && last.from + last.length === x) last.length += 1;
      else runs.push({ from: x, length: 1 });
    }
    return runs;
  };
  for (let y = Math.floor(slip.height / 2); y < slip.height; y += 1) {
    const runs = runsOf(y);
    const [first] = runs;
    const dots = (first?.length ?? 0) / 7;
    const twin = runs.find((run) => run !== first && run.length === first?.length);
    if (first === undefined || twin === undefined || !Number.isInteger(dots) || dots < 4) continue;
    return { dots, modules: (twin.from + twin.length - first.from) / dots };
  }
  throw new Error('no QR code on the slip');
}
