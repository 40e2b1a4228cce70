import { z } from 'zod';
import { type Endpoint, endpoints } from './api-endpoints.ts';

const ErrorBody = z.strictObject({ code: z.string(), message: z.string() });
const refusals = {
  400: 'not as described; the message names the field',
  401: 'no token, or one that is unknown, expired or revoked',
  403: 'the token lacks the scope',
  404: 'nothing by this address, link, code or id',
  409: 'the hall refuses; `code` says why',
  415: 'the body is not JSON',
  429: 'too many requests',
} as const;

const json = (schema: z.ZodType, io: 'input' | 'output') => ({
  'application/json': { schema: z.toJSONSchema(schema, { io }) },
});

/** OpenAPI 3.1 of everything under /api/v1, from the schemas that check it. */
export function openApi(version: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] = { ...paths[endpoint.path], [endpoint.method.toLowerCase()]: operation(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'ClearCall', version },
    servers: [{ url: '/api/v1' }],
    security: [{ token: [] }],
    paths,
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
  };
}

function operation({ method, summary, scope, changes, body, answer }: Endpoint) {
  const key = { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', format: 'uuid' } };
  const refused = Object.entries(refusals).map(([status, description]) => [
    status,
    { description, content: json(ErrorBody, 'output') },
  ]);
  return {
    summary,
    description: `Scope: ${scope}`,
    ...(changes && { parameters: [key] }),
    ...(method === 'POST' && { requestBody: { required: true, content: json(body, 'input') } }),
    responses: { 200: { description: 'done', content: json(answer, 'output') }, ...Object.fromEntries(refused) },
  };
}
