/** They choose a glyph of the character before them and count for nothing. */
const variationSelectors = /[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu;

/**
 * A name as it may be shown: 梁大能 -> 梁*能, 王伟 -> 王*, John Smith -> J***. Counted in code points, so that rare characters
 * (𠮷) are one. Han names keep first and last of three or more; any other keeps its first letter. Source: usage in public notices.
 */
export function maskName(name: string): string {
  const letters = [...name.replaceAll(variationSelectors, '').trim()];
  const [first, ...rest] = letters;
  if (first === undefined) return '';
  if (!/\p{Script=Han}/u.test(first)) return `${first}***`;
  const last = rest.at(-1);
  if (last === undefined) return '*';
  return rest.length === 1 ? `${first}*` : `${first}${'*'.repeat(rest.length - 1)}${last}`;
}

/** 13812345678 -> 138****5678: first three, last four; a number of seven digits or fewer shows nothing. */
export function maskPhone(phone: string): string {
  const digits = phone.replaceAll(/\D/g, '');
  return digits.length <= 7 ? '****' : `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}
