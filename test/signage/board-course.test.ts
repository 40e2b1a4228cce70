import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ServiceGroupId } from '../../shared/ids.ts';
import type { PublicCall } from '../../shared/views.ts';
import { layoutBoard } from '../../signage-display/board-layout.ts';
import { type Circumstances, dueAt, proceed, startCourse } from '../../signage-display/page/board-course.ts';
import { type Group, groupForm, partsOf } from '../../signage-display/page/group-form.ts';
import { placeRows, type Slots } from '../../signage-display/page/row-slots.ts';
import { nextTurnAt, takeTurn } from '../../signage-display/page/turns.ts';

const call = (number: string, status: PublicCall['status'] = 'called', calledAt = 0): PublicCall => ({
  number,
  counterLabel: '1',
  status,
  callNo: 1,
  calledAt,
});

describe('places in the list', () => {
  test('a number keeps its place; a new call takes a free one', () => {
    const before = placeRows([], [call('A003'), call('A002'), call('A001')], 4);
    expect(before).toEqual(['A003', 'A002', 'A001', null]);
    expect(placeRows(before, [call('A004'), call('A003'), call('A001')], 4)).toEqual(['A003', 'A004', 'A001', null]);
  });
  test('who is served gives way to who is called', () => {
    const before = placeRows([], [call('A002'), call('A001', 'serving')], 2);
    expect(placeRows(before, [call('A003'), call('A002'), call('A001', 'serving')], 2)).toEqual(['A002', 'A003']);
  });
  test('calls beyond the places open pages, those served do not', () => {
    const served = ['A008', 'A009'].map((number) => call(number, 'serving'));
    expect(placeRows([], [call('A003'), call('A002'), call('A001'), ...served], 2)).toHaveLength(4);
    expect(placeRows([], [call('A001'), ...served], 2)).toEqual(['A001', 'A008']);
  });
  test('whatever happens, every called number stands in exactly one place', () => {
    const day = fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 14 }), { maxLength: 30 });
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 4 }), (moments, rows) => {
        let slots: Slots = [];
        for (const numbers of moments) {
          const calls = numbers.map((n, i) => call(`A${n}`, i % 3 === 2 ? 'serving' : 'called'));
          slots = placeRows(slots, calls, rows);
          const placed = slots.filter((number) => number !== null);
          expect(new Set(placed).size).toBe(placed.length);
          for (const { number, status } of calls) if (status === 'called') expect(placed).toContain(number);
          for (const number of placed) expect(calls.some((one) => one.number === number)).toBe(true);
        }
      }),
    );
  });
});

describe('turns of pages', () => {
  test('every ten seconds, not until six after a call, but never later than twenty', () => {
    expect(nextTurnAt(0, Number.NEGATIVE_INFINITY)).toBe(10_000);
    expect(nextTurnAt(0, 9_000)).toBe(15_000);
    expect(nextTurnAt(0, 19_000)).toBe(20_000);
  });
  test('all pages of a language, then the next language from its first', () => {
    let turns = { language: 0, page: 0, count: 0, at: 0 };
    const seen = Array.from({ length: 5 }, (_, i) => {
      turns = takeTurn(turns, 2, 3, i);
      return `${turns.language}${turns.page}`;
    });
    expect(seen).toEqual(['01', '10', '11', '20', '21']);
  });
  test('a call just after a turn waits half a second; a turn due at a call waits for it', () => {
    const around: Circumstances = { calls: [], rowsPerPage: 2, languages: 1, pages: 3, isLive: true };
    const turned = proceed(startCourse(around, 0, 0), around, 10_000);
    expect(turned.turns.page).toBe(1);
    const called = { ...around, calls: [call('A001', 'called', 10_100)] };
    const waiting = proceed(turned, called, 10_100);
    expect(waiting.hero.shown).toBe(null);
    expect(dueAt(waiting)).toBe(10_500);
    const shown = proceed(waiting, called, 20_000);
    expect(shown.hero).toMatchObject({ shown: { number: 'A001' }, onset: 'first' });
    expect(shown.turns.page).toBe(1);
  });
});

describe('the board drops rows, never size', () => {
  const at = (inches: number, metres: number, width = 1920, height = 1080) =>
    layoutBoard(
      { widthPx: width, heightPx: height, diagonalInches: inches, farthestViewMetres: metres },
      {
        widest: { number: 'A000', counterLabel: '00' },
        headingsEm: 4.3,
        isFootNeeded: true,
        stripTexts: [],
        footTexts: [],
      },
    );
  test.each([
    [5, 4],
    [8, 2],
    [10, 1],
  ])('55 inches at %i m: the hero and %i rows', (metres, rows) => {
    expect(at(55, metres)).toMatchObject({ rows, servedMetres: null, groups: 'beside' });
  });
  test('upright at 8 m, groups stand below', () => {
    expect(at(55, 8, 1080, 1920)).toMatchObject({ groups: 'below', servedMetres: null });
    expect(at(55, 8, 1080, 1920).rows).toBeGreaterThanOrEqual(2);
  });
  test('a glass too small for its hall says for whom it is large enough', () => {
    const { servedMetres } = at(43, 15);
    expect(servedMetres).toBeGreaterThan(8);
    expect(servedMetres).toBeLessThan(15);
  });
});

describe('waiting groups', () => {
  const group = (letter: string, name: string): Group => ({
    groupId: ServiceGroupId.parse(letter),
    prefixes: [letter],
    name: { zhHans: name, zhHant: name, en: 'Business licences and registration' },
    waiting: 21,
    wait: { lowMinutes: 25, highMinutes: 35 },
  });
  const groups = ['A', 'T', 'L', 'F', 'R', 'X', 'U', 'H'].map((letter) => group(letter, '营业执照'));
  const room = (widthPx: number, lines: number) => ({
    groups: 'beside' as const,
    groupsRoom: { widthPx, lines },
    textPx: 100,
    hanPx: 80,
  });
  test.each([
    [2_000, 12, 'named'],
    [900, 4, 'ranges'],
    [600, 4, 'ranges'],
    [300, 4, 'counts'],
  ] as const)('in %i px and %i lines: %s, so that all come round soon', (widthPx, lines, form) => {
    expect(groupForm(groups, 'zhHans', room(widthPx, lines))).toBe(form);
  });
  test('where nobody serves it no minutes are promised', () => {
    const unserved = { ...group('A', '营业执照'), wait: null };
    expect(partsOf(unserved, 'named', 'zhHans')).toEqual(['A 营业执照', '21人', '窗口暂未开放']);
    expect(partsOf({ ...unserved, waiting: 0 }, 'counts', 'en')).toEqual(['A', '0']);
  });
});
