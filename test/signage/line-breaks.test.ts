import { expect, test } from 'vitest';
import { breaksIn, linesOf, unbroken } from '../../signage-display/line-breaks.ts';

const sizes = { textPx: 100, hanPx: 100 };

test.each([
  ['请立即离开，听从工作人员指引', 'phrases', ['请立即离开，', '听从工作人员指引']],
  ['走最近的出口，', 'words', ['走', '最近的', '出口，']],
  ['听从工作人员指引（演示）', 'words', ['听从', '工作', '人员', '指引', '（演示）']],
  ['连接中断，10:42 起未更新', 'words', ['连接', '中断，', '10:42 ', '起', '未', '更新']],
  ["25–35分 don't break", 'words', ['25–35分 ', "don't ", 'break']],
] as const)('%s by %s', (text, breaks, parts) => {
  expect(unbroken(text, breaks)).toEqual(parts);
  expect(unbroken(text, breaks).join('')).toBe(text);
});

test('a phrase that is too wide breaks between words, a word that is too wide does not', () => {
  expect(breaksIn('听从工作人员指引', 800, sizes)).toBe('phrases');
  expect(breaksIn('听从工作人员指引', 700, sizes)).toBe('words');
  expect(linesOf('听从工作人员指引', 700, sizes, 'words')).toBe(2);
  expect(linesOf('听从工作人员指引', 100, sizes, 'words')).toBeNull();
  expect(linesOf('Business', 300, sizes, 'words')).toBeNull();
});
