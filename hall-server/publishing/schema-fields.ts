import { languages } from '../../shared/languages.ts';
import type { ApiPageTexts } from '../../shared/texts/api-page.ts';
import type { FieldSchema } from './api-document.ts';

/** One field of what is sent or answered, as a line of the page. */
export interface FieldLine {
  /** 'groups[].services[].wait' */
  readonly path: string;
  /** 'string', 'integer ≥ 0', in the words of JSON. */
  readonly type: string;
  readonly limits: readonly string[];
  readonly meaning: string;
}

/** All fields of a schema, each after the one that it is in. */
export function fieldLines(schema: FieldSchema, texts: ApiPageTexts, within = ''): readonly FieldLine[] {
  return Object.entries(membersOf(schema)).flatMap(([name, { field, always }]) => {
    const { inner, nullable } = bare(field);
    const list = inner.type === 'array' && inner.items !== undefined ? bare(inner.items).inner : null;
    const path = `${within}${name}${list === null ? '' : '[]'}`;
    const one = list ?? inner;
    const most = list === null || inner.maxItems === undefined ? [] : [`[] ≤ ${inner.maxItems}`];
    const limits = [
      ...most,
      ...limitsOf(one, texts),
      ...(nullable ? [texts.orNull] : []),
      ...(always ? [] : [texts.optional]),
    ];
    const line = { path, type: typeOf(one), limits, meaning: field.description ?? '' };
    return [line, ...(isLocalized(one) ? [] : fieldLines(one, texts, `${path}.`))];
  });
}

/** Of a choice of objects, all that one of them may have. */
function membersOf({ properties = {}, required = [], anyOf, oneOf }: FieldSchema) {
  const choices = oneOf ?? anyOf ?? [{ properties, required }];
  const members: Record<string, { field: FieldSchema; always: boolean }> = {};
  for (const choice of choices) {
    for (const [name, field] of Object.entries(choice.properties ?? {})) {
      const always = choices.every((other) => other.required?.includes(name));
      const known = members[name]?.field;
      members[name] = { field: known === undefined ? field : either(known, field), always };
    }
  }
  return members;
}

/** A field that tells the choices apart: all its values. */
function either(one: FieldSchema, other: FieldSchema): FieldSchema {
  const { const: _, ...rest } = one;
  return { ...rest, enum: [...valuesOf(one), ...valuesOf(other)] };
}

const valuesOf = (field: FieldSchema) => field.enum ?? (field.const === undefined ? [] : [field.const]);

function bare(field: FieldSchema): { inner: FieldSchema; nullable: boolean } {
  if (Array.isArray(field.type)) {
    const [type = 'null'] = field.type.filter((one) => one !== 'null');
    return { inner: { ...field, type }, nullable: field.type.includes('null') };
  }
  const others = field.anyOf?.filter((one) => one.type !== 'null');
  const [only] = others ?? [];
  const isNull = others !== undefined && others.length < (field.anyOf?.length ?? 0);
  return isNull && others.length === 1 && only !== undefined
    ? { inner: only, nullable: true }
    : { inner: field, nullable: false };
}

function typeOf({ type, anyOf, oneOf }: FieldSchema): string {
  if (typeof type === 'string') return type;
  return (
    [anyOf, oneOf]
      .flat()
      .find((one) => typeof one?.type === 'string')
      ?.type?.toString() ?? 'object'
  );
}

function isLocalized({ properties }: FieldSchema): boolean {
  return properties !== undefined && languages.every((language) => language in properties);
}

/** A date's own pattern says nothing that its format does not. */
function limitsOf(field: FieldSchema, texts: ApiPageTexts): readonly string[] {
  if (isLocalized(field)) return [texts.localized];
  const { minLength, maxLength, minimum, maximum, pattern, format, anyOf } = field;
  const values = [...valuesOf(field), ...(anyOf ?? []).flatMap(valuesOf)];
  return [
    ...(minLength !== undefined && maxLength !== undefined ? [texts.characters(minLength, maxLength)] : []),
    ...(minimum !== undefined ? [`≥ ${minimum}`] : []),
    ...(maximum !== undefined ? [`≤ ${maximum}`] : []),
    ...(format === 'date' ? ['`YYYY-MM-DD`'] : format === undefined ? [] : [`\`${format}\``]),
    ...(pattern !== undefined && format === undefined ? [`\`${pattern}\``] : []),
    ...(values.length > 0 ? [values.map((value) => `\`${value}\``).join(' / ')] : []),
  ];
}
