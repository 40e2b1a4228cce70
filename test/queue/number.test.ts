import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeNumber, parseNumber, spokenNumber } from '../../shared/number.ts';

test('T11 three digits at least: after A999 comes A1000', () => {
  expect([1, 12, 999, 1000, 99_999].map((sequence) => makeNumber('A', sequence))).toEqual([
    'A001',
    'A012',
    'A999',
    'A1000',
    'A99999',
  ]);
});

describe('a number as people type it', () => {
  test.each([
    ['A012', 'A012'],
    ['a012', 'A012'],
    ['A12', 'A012'],
    ['a1', 'A001'],
    ['A00012', 'A012'],
    ['  A012 ', 'A012'],
    ['A 0 1 2', 'A012'],
    ['Ａ０１２', 'A012'],
    ['ａ　１２', 'A012'],
    ['A1000', 'A1000'],
    ['A01000', 'A1000'],
  ])('%j is %s', (typed, number) => expect(parseNumber(typed)).toBe(number));

  test.each(['', ' ', 'A', '012', 'A000', 'AA12', 'A-12', 'A12B', 'A100000', '甲012', 'A一二', "A1'; --"])(
    '%j is none of ours',
    (typed) => expect(parseNumber(typed)).toBeNull(),
  );

  test('whatever is printed can be typed back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...'ACDEFGHJKLMNPRTUVWXY'),
        fc.integer({ min: 1, max: 99_999 }),
        (prefix, sequence) => {
          const number = makeNumber(prefix, sequence);
          expect(parseNumber(number.toLowerCase())).toBe(number);
        },
      ),
    );
  });

  test('any text at all is a number of ours or none, never an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const number = parseNumber(typed);
        if (number !== null) expect(number).toMatch(/^[A-Z](\d{3}|[1-9]\d{3,4})$/);
      }),
    );
  });
});

test('letter and digits are said one by one', () => {
  expect(spokenNumber('A012', 'zhHans')).toEqual(['A', '零', '一', '二']);
  expect(spokenNumber('A012', 'zhHant')).toEqual(['A', '零', '一', '二']);
  expect(spokenNumber('A1009', 'en')).toEqual(['A', 'one', 'zero', 'zero', 'nine']);
});
