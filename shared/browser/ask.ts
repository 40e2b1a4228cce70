import type { HttpRefusalCode } from '../http.ts';

export type Asked<Answer> =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly code: HttpRefusalCode | 'unreachable' };

/**
 * A question to the hall over HTTP: GET without a body, POST with one. Never throws.
 * `signal`: how long to wait, where the answer takes long; ten seconds without it.
 */
export async function ask<Answer>(path: string, body?: object, signal?: AbortSignal): Promise<Asked<Answer>> {
  try {
    const response = await fetch(path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
      cache: 'no-store',
      signal: signal ?? AbortSignal.timeout(10_000),
    });
    const said = await response.json();
    return response.ok ? { ok: true, answer: said } : { ok: false, code: said.code ?? 'internal' };
  } catch {
    return { ok: false, code: 'unreachable' };
  }
}
