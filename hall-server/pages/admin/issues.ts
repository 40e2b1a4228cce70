import type { z } from 'zod';
import type { AdminTexts } from '../../../shared/texts/admin.ts';

type Issue = z.core.$ZodIssue;

/** A draft as its schema judges it: a value to save, or what is wrong where. */
export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** `within`: the path of the draft inside what the schema checks. */
export function parseWith<Value>(schema: z.ZodType<Value>, whole: unknown, within: number = 0): Parsed<Value> {
  const parsed = schema.safeParse(whole);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, issues: parsed.error.issues.map((issue) => ({ ...issue, path: issue.path.slice(within) })) };
}

/** What is wrong with one field, in the administrator's words. `format` says what the right form would be. */
export function issueWords(issue: Issue, texts: AdminTexts, format: string = texts.wrong.format): string {
  const { wrong } = texts;
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'int' ? wrong.whole : wrong.required;
    case 'too_small':
      if (issue.origin === 'string')
        return Number(issue.minimum) <= 1 ? wrong.required : wrong.tooShort(Number(issue.minimum));
      return issue.origin === 'array' ? wrong.chooseOne : wrong.atLeast(Number(issue.minimum));
    case 'too_big':
      if (issue.origin === 'string') return wrong.tooLong(Number(issue.maximum));
      return issue.origin === 'array' ? wrong.tooMany(Number(issue.maximum)) : wrong.atMost(Number(issue.maximum));
    case 'invalid_value':
    case 'invalid_union':
      return wrong.choose;
    default:
      return format;
  }
}
