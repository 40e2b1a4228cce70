import { z } from 'zod';
import { type ApiField, apiFields } from '../../shared/api-fields.ts';
import { webhookEvents } from '../../shared/interfaces.ts';
import { type Language, languages } from '../../shared/languages.ts';
import { adminInterfacesTexts } from '../../shared/texts/admin-interfaces.ts';
import { apiFieldTexts } from '../../shared/texts/api-fields.ts';
import { apiDoorCodes, apiPageTexts } from '../../shared/texts/api-page.ts';
import { rejectionTexts } from '../../shared/texts/rejections.ts';
import type { ApiDocument, ApiOperation, FieldSchema } from '../publishing/api-document.ts';
import { type Endpoint, endpoints } from './api-endpoints.ts';
import { apiExamples, eventExample } from './api-examples.ts';
import { type ApiCode, apiStatusOf } from './api-refused.ts';
import { ErrorBody, EventSent } from './api-shapes.ts';

export type ApiDocuments = Readonly<Record<Language, ApiDocument>>;

/** The same in each language: made once, they do not change while the server runs. */
export function openApis(version: string): ApiDocuments {
  return { zhHans: openApi(version, 'zhHans'), zhHant: openApi(version, 'zhHant'), en: openApi(version, 'en') };
}

/** OpenAPI 3.1 of everything under /api/v1 and of the events sent out, from the schemas that check it, with words in one language. */
export function openApi(version: string, language: Language): ApiDocument {
  const paths: Record<string, Record<string, ApiOperation>> = {};
  for (const endpoint of endpoints) {
    const operation = operationOf(endpoint, language);
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method.toLowerCase()]: operation };
  }
  const { title, lead } = apiPageTexts[language];
  return {
    openapi: '3.1.0',
    info: { title: `ClearCall: ${title}`, description: lead, version },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }],
    paths,
    webhooks: { event: { post: eventOf(language) } },
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    'x-codes': allCodes().map((code) => ({ code, status: apiStatusOf(code), meaning: meaningOf(code, language) })),
  };
}

const Value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
/** What zod may write of the schemas here; anything else would be left unexplained. */
const Field: z.ZodType<FieldSchema> = z.lazy(() =>
  z
    .looseObject({
      ...{
        type: z.union([z.string(), z.array(z.string())]),
        description: z.string(),
        pattern: z.string(),
        format: z.string(),
        const: Value,
      },
      ...{ properties: z.record(z.string(), Field), items: Field, anyOf: z.array(Field), oneOf: z.array(Field) },
      ...{ required: z.array(z.string()), enum: z.array(Value) },
      ...{
        minLength: z.number(),
        maxLength: z.number(),
        minimum: z.number(),
        maximum: z.number(),
        maxItems: z.number(),
      },
    })
    .partial(),
);

const json = (schema: z.ZodType, io: 'input' | 'output', language: Language, example?: object) => ({
  'application/json': {
    schema: explained(Field.parse(z.toJSONSchema(schema, { io })), language),
    ...(example !== undefined && { example }),
  },
});

function operationOf({ method, path, scope, refuses, changes, body, answer }: Endpoint, language: Language) {
  const example = apiExamples[path];
  const codes: readonly ApiCode[] = [...apiDoorCodes.filter((code) => may(code, { method, changes })), ...refuses];
  const statuses = [...new Set(codes.map(apiStatusOf))].toSorted();
  const responses = statuses.map((status) => {
    const described = codes.filter((code) => apiStatusOf(code) === status);
    return [status, { description: described.join(', '), content: json(ErrorBody, 'output', language) }] as const;
  });
  return {
    summary: adminInterfacesTexts[language].endpointNames[path],
    description: `Scope: ${scope}`,
    'x-scope': scope,
    'x-codes': refuses,
    ...(changes && { parameters: [headerOf('Idempotency-Key', 'uuid')] }),
    ...(method === 'POST' && {
      requestBody: { required: true, content: json(body, 'input', language, example.body) },
    }),
    responses: {
      200: { description: 'OK', content: json(answer, 'output', language, example.answer) },
      ...Object.fromEntries(responses),
    },
  } satisfies ApiOperation;
}

/** Which of the door's reasons an operation can meet. */
function may(code: ApiCode, { method, changes }: Pick<Endpoint, 'method' | 'changes'>): boolean {
  if (code === 'notFound') return false;
  if (code === 'commandIdReused' || code === 'storageFailing') return changes;
  return method === 'POST' || !['malformed', 'tooLarge', 'unsupportedMediaType'].includes(code);
}

function eventOf(language: Language): ApiOperation {
  const names = ['Idempotency-Key', 'Clearcall-Time', 'Clearcall-Signature'];
  return {
    summary: apiPageTexts[language].events,
    'x-events': webhookEvents.map((event) => ({ event, meaning: adminInterfacesTexts[language].eventNames[event] })),
    parameters: names.map((name) => headerOf(name)),
    requestBody: { required: true, content: json(EventSent, 'output', language, eventExample) },
    responses: { 200: { description: '2xx' } },
  };
}

const headerOf = (name: string, format?: string) => ({
  ...{ name, in: 'header', required: true },
  schema: { type: 'string', ...(format !== undefined && { format }) },
});

/** Those of the door, then those of the law that some operation may meet. */
function allCodes(): readonly ApiCode[] {
  return [...new Set<ApiCode>([...apiDoorCodes, ...endpoints.flatMap(({ refuses }) => refuses)])];
}

function meaningOf(code: ApiCode, language: Language): string {
  const { door } = apiPageTexts[language];
  return code in door
    ? door[code as keyof typeof door]
    : rejectionTexts[language][code as keyof typeof rejectionTexts.en]({});
}

/** Every field with what it means; a limit that is only how far a number goes is no limit. */
function explained(schema: FieldSchema, language: Language): FieldSchema {
  const { properties, items, anyOf, oneOf, maximum, minimum, $schema: _, ...rest } = schema;
  return {
    ...rest,
    ...(maximum !== undefined && maximum !== Number.MAX_SAFE_INTEGER && { maximum }),
    ...(minimum !== undefined && minimum !== Number.MIN_SAFE_INTEGER && { minimum }),
    ...(items !== undefined && { items: explained(items, language) }),
    ...(anyOf !== undefined && { anyOf: anyOf.map((one) => explained(one, language)) }),
    ...(oneOf !== undefined && { oneOf: oneOf.map((one) => explained(one, language)) }),
    ...(properties !== undefined && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, field]) => {
          const known = (languages as readonly string[]).includes(name) ? null : fieldNamed(field.description ?? name);
          const description = known === null ? {} : { description: apiFieldTexts[language][known] };
          return [name, { ...explained(field, language), ...description }];
        }),
      ),
    }),
  };
}

/** @throws Error for a field that nobody has explained */
function fieldNamed(name: string): ApiField {
  const found = apiFields.find((one) => one === name);
  if (found === undefined) throw new Error(`no words for the field ${name} in shared/texts/api-fields.ts`);
  return found;
}
