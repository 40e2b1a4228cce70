import { expect, test } from 'vitest';
import { piecesOf } from '../../signage-display/page/name-pieces.ts';

const sizes = { textPx: 100, hanPx: 80 };
const name = 'Jianghai District Administrative Service Centre';

test.each([
  [3_000, 1, [name]],
  [1_800, 2, [name]],
  [1_300, 2, ['Jianghai District', 'Administrative Service Centre']],
  [900, 1, ['Jianghai District', 'Administrative', 'Service Centre']],
] as const)('in %i px and %i lines: pieces that belong together', (widthPx, lines, pieces) => {
  expect(piecesOf(name, { widthPx, lines }, sizes)).toEqual(pieces);
});

test('what cannot be parted stays whole', () => {
  expect(piecesOf('江海区行政服务中心', { widthPx: 300, lines: 1 }, sizes)).toEqual(['江海区行政服务中心']);
  expect(piecesOf('Supercalifragilistic Hall', { widthPx: 300, lines: 1 }, sizes)).toEqual([
    'Supercalifragilistic Hall',
  ]);
});
