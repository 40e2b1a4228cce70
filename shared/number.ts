import type { Language } from './languages.ts';

/** 'A', 12 -> 'A012'; after 'A999' comes 'A1000' (domain rule: three digits at least). */
export function makeNumber(prefix: string, sequence: number): string {
  return `${prefix}${String(sequence).padStart(3, '0')}`;
}

/**
 * What a visitor or clerk typed, as a number of ours: ' a12' -> 'A012'.
 * Full-width characters count as typed plain. `null` when it cannot be one.
 */
export function parseNumber(typed: string): string | null {
  const plain = typed.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
  const parts = /^([A-Z])0*([1-9]\d{0,4})$/.exec(plain);
  if (parts === null) return null;
  const [, prefix = '', digits = ''] = parts;
  return makeNumber(prefix, Number(digits));
}

const spokenDigits = {
  zhHans: ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'],
  zhHant: ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
} as const satisfies Record<Language, readonly string[]>;

/** 'A012' -> ['A', '零', '一', '二']: letter and digits are said one by one. */
export function spokenNumber(number: string, language: Language): readonly string[] {
  return [...number].map((sign) => (/\d/.test(sign) ? (spokenDigits[language][Number(sign)] ?? sign) : sign));
}
