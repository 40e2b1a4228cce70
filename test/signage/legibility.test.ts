import { describe, expect, test } from 'vitest';
import {
  arcminutes,
  callEm,
  callRows,
  emWidth,
  farthestMetresByWidth,
  fitCalls,
  fontPx,
  type Glass,
  inkMm,
  inkRatio,
  minutesOf,
  mmPerPx,
  widestCall,
} from '../../signage-display/legibility.ts';

const glass = (
  diagonalInches: number,
  farthestViewMetres: number,
  size: readonly [number, number] = [1920, 1080],
): Glass => ({
  widthPx: size[0],
  heightPx: size[1],
  diagonalInches,
  farthestViewMetres,
});
const portrait = [1080, 1920] as const;
const metres = [5, 8, 10, 12, 15] as const;

// Font px at 42 minutes / rows by height, on 1920x1080; * two lines a call, ! refused.
const table = {
  43: ['167/5', '267/3', '334/2', '400/2*', '500/1!'],
  55: ['131/6', '209/4', '261/3', '313/2', '391/2*'],
  65: ['111/7', '177/4', '221/3', '265/3', '331/2'],
  86: ['84/10', '134/6', '167/5', '200/4', '250/3'],
} as const;

describe('the table of sizes by screen and distance', () => {
  for (const [inches, cells] of Object.entries(table)) {
    test(`${inches} inches`, () => {
      const found = metres.map((distance) => {
        const one = glass(Number(inches), distance);
        const fit = fitCalls(one);
        const mark = fit.status === 'unmeetable' ? '!' : fit.linesPerCall === 2 ? '*' : '';
        return `${fontPx(arcminutes.call, one)}/${callRows(one)}${mark}`;
      });
      expect(found).toEqual(cells);
    });
  }
});

test.each([
  [43, 0.496],
  [55, 0.634],
  [65, 0.749],
  [86, 0.992],
])('%i inches: %f mm to the pixel', (inches, mm) => {
  expect(mmPerPx(glass(inches, 5))).toBeCloseTo(mm, 3);
});

test('42 minutes are 12.22 mm for each metre, and the angle of that ink is 42 minutes', () => {
  expect(inkMm(42, 1)).toBeCloseTo(12.22, 2);
  const far = glass(55, 10);
  const px = fontPx(arcminutes.call, far);
  expect(minutesOf(px * inkRatio.figures, far)).toBeGreaterThanOrEqual(42);
  expect(minutesOf((px - 1) * inkRatio.figures, far)).toBeLessThan(42);
});

test('W9999 → 99 is 5.06 em wide, and on an upright 55-inch panel reaches 7.7 m', () => {
  expect(callEm(widestCall)).toBeCloseTo(5.06, 2);
  expect(farthestMetresByWidth(glass(55, 8, portrait), 5.06)).toBeCloseTo(7.7, 1);
});

test('widths are never underestimated: Han 1 em, digits 0.59, W wider than A', () => {
  expect(emWidth('营业执照')).toBe(4);
  expect(emWidth('012')).toBeCloseTo(1.77);
  expect(emWidth('W')).toBeGreaterThan(emWidth('A'));
});

test('what cannot be met says how far it reaches, and there it is met', () => {
  const tooFar = fitCalls(glass(43, 15));
  if (tooFar.status !== 'unmeetable') throw new Error('43 inches at 15 m should be refused');
  expect(tooFar.servedMetres).toBeGreaterThan(10);
  expect(tooFar.servedMetres).toBeLessThan(15);
  expect(fitCalls(glass(43, tooFar.servedMetres)).status).toBe('met');
  expect(fitCalls(glass(43, tooFar.servedMetres + 0.2)).status).toBe('unmeetable');
});
