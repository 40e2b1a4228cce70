import { languageNames, languages } from '../../../shared/languages.ts';
import type { AdminTexts } from '../../../shared/texts/admin.ts';
import { type Draft, type Path, valueAt } from './draft.ts';

import { levelsFrom, levelsInWords } from './level-words.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface FieldBase {
  readonly path: Path;
  readonly label: string;
  readonly hint?: string;
  /** What to say when the form of the value is wrong. */
  readonly wrong?: string;
  /** Heading above the first field of a section. */
  readonly section?: string;
  /** Shown as a column of the table. */
  readonly column?: true;
}

/** One thing an administrator may set: how it is asked, shown in tables and named in the list of changes. */
export type Field = FieldBase &
  (
    | { readonly as: 'words'; readonly nullable?: true }
    | { readonly as: 'line'; readonly nullable?: true; readonly secret?: true }
    | { readonly as: 'number'; readonly unit: string; readonly none?: string }
    | { readonly as: 'choice'; readonly choices: readonly Choice[]; readonly none?: string }
    | { readonly as: 'choices'; readonly choices: readonly Choice[] }
    | { readonly as: 'levels'; readonly choices: readonly Choice[] }
    | {
        readonly as: 'switch';
        readonly on: string;
        readonly off: string;
        /** Not yes or no but something with fields of its own, or null: switched on, it starts like this. */
        readonly start?: Draft;
      }
  );

const labelOf = (choices: readonly Choice[], value: unknown) =>
  choices.find((choice) => choice.value === value)?.label ?? String(value);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** One line of "about to change". */
export interface Change {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** A field's value as a person reads it. */
export function showValue(field: Field, value: unknown, texts: AdminTexts): string {
  const nothing = value === null || value === undefined || value === '';
  switch (field.as) {
    case 'words':
      if (nothing) return texts.empty;
      return languages.map((language) => String((value as Record<string, unknown>)?.[language] ?? '')).join(' / ');
    case 'line':
      return nothing ? texts.empty : field.secret ? '••••••••' : String(value);
    case 'number':
      return nothing ? (field.none ?? texts.empty) : `${value} ${field.unit}`;
    case 'choice':
      return nothing ? (field.none ?? texts.empty) : labelOf(field.choices, value);
    case 'choices':
      return listOf(value)
        .map((one) => labelOf(field.choices, one))
        .join('、');
    case 'levels':
      return levelsInWords(levelsFrom(value), (queue) => labelOf(field.choices, queue), texts);
    case 'switch':
      return isOn(field, value) ? field.on : field.off;
  }
}

export function isOn(field: Extract<Field, { as: 'switch' }>, value: unknown): boolean {
  return field.start === undefined ? value === true : value !== null && value !== undefined;
}

/** What is switched off has no fields to fill in. */
export function fieldsSwitchedOn(fields: readonly Field[], draft: Draft): readonly Field[] {
  return fields.filter(({ path }) => path.length === 1 || valueAt(draft, path.slice(0, -1)) !== null);
}

/** Names in three languages are three values when it comes to saying what changed. */
export function singleFields(fields: readonly Field[]): readonly Field[] {
  return fields.flatMap((field): readonly Field[] =>
    field.as !== 'words'
      ? [field]
      : languages.map((language) => ({
          as: 'line',
          path: [...field.path, language],
          label: `${field.label} ${languageNames[language]}`,
        })),
  );
}
