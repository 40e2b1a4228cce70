import { expect, test } from 'vitest';
import { maskName, maskPhone } from '../shared/mask-name.ts';

test.each([
  ['梁大能', '梁*能'],
  ['王伟', '王*'],
  ['能', '*'],
  ['欧阳娜娜', '欧**娜'],
  ['买买提·艾力', '买****力'],
  ['𠮷田', '𠮷*'],
  ['𠮷田\u{E0100}', '𠮷*'],
  ['阿Q', '阿*'],
  ['Li', 'L***'],
  ['John Smith', 'J***'],
  [' 王伟 ', '王*'],
  ['', ''],
  ['  ', ''],
])('%s is shown as %s', (name, shown) => {
  expect(maskName(name)).toBe(shown);
});

test.each([
  ['13812345678', '138****5678'],
  ['+86 138-1234-5678', '861****5678'],
  ['3883456', '****'],
])('phone %s is shown as %s', (phone, shown) => {
  expect(maskPhone(phone)).toBe(shown);
});
