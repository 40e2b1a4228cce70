import type { Language } from '../../shared/languages.ts';
import { type ApiPageTexts, apiPageTexts } from '../../shared/texts/api-page.ts';
import type { ApiDocument, ApiOperation, FieldSchema } from './api-document.ts';
import { type Html, html } from './html.ts';
import { masthead, type PublicPage } from './page.ts';
import { fieldLines } from './schema-fields.ts';

/** The HTTP API for whoever writes a program: everything that its document lists, with an example of each. */
export function apiPage(document: ApiDocument, hallName: string, language: Language): PublicPage {
  const texts = apiPageTexts[language];
  const base = document.servers[0]?.url ?? '';
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  const body = html`
    ${masthead(hallName, language)}
    <main class="api">
      <h1>${texts.title}</h1>
      <p class="api-lead">${texts.lead}</p>
      <dl class="api-facts">
        <div><dt>${texts.base}</dt><dd><code>${base}</code></dd></div>
        <div><dt>${texts.machine}</dt><dd><a href="${base}/openapi.json?lang=${language}">openapi.json</a></dd></div>
      </dl>
      <nav class="api-contents" aria-label="${texts.contents}">
        <a href="#start">${texts.start}</a>
        ${operations.map(({ path, operation }) => html`<a href="#${idOf(path)}">${operation.summary}</a>`)}
        <a href="#errors">${texts.errors}</a>
        <a href="#events">${texts.events}</a>
      </nav>
      <section id="start">
        <h2>${texts.start}</h2>
        <ol class="api-steps">${texts.steps.map((step) => html`<li>${said(step)}</li>`)}</ol>
        ${code(`HALL=https://hall.example.gov.cn\nTOKEN=cc_…\n${curl('GET', `${base}/state`, null, false)}`)}
        <h3>${texts.manners}</h3>
        <ul class="api-steps">${texts.rules.map((rule) => html`<li>${said(rule)}</li>`)}</ul>
      </section>
      <section>
        <h2>${texts.operations}</h2>
        ${operations.map((one) => operationSection(one, base, texts))}
      </section>
      <section id="errors">
        <h2>${texts.errors}</h2>
        <p>${said(texts.errorsHelp)}</p>
        ${codesTable(document, texts)}
      </section>
      ${eventsSection(document.webhooks.event.post, texts)}
    </main>`;
  return { title: `${texts.title} · ${hallName}`, body };
}

interface Listed {
  readonly method: string;
  readonly path: string;
  readonly operation: ApiOperation;
}

const idOf = (path: string) => path.slice(1).replaceAll('/', '-');

function operationSection({ method, path, operation }: Listed, base: string, texts: ApiPageTexts): Html {
  const sent = operation.requestBody?.content['application/json'];
  const answered = operation.responses[200]?.content?.['application/json'];
  const codes = operation['x-codes'] ?? [];
  const changes = (operation.parameters ?? []).length > 0;
  return html`
    <article class="api-operation" id="${idOf(path)}">
      <h3>${operation.summary}</h3>
      <p class="api-address"><strong>${method}</strong> <code>${base}${path}</code></p>
      <p class="api-small">${texts.scope} <code>${operation['x-scope'] ?? ''}</code>${changes ? html` · <code>Idempotency-Key</code>` : null}</p>
      <h4>${texts.sends}</h4>
      ${sent === undefined ? html`<p class="api-small">${texts.sendsNothing}</p>` : fields(sent.schema, texts)}
      <h4>${texts.answers}</h4>
      ${answered === undefined ? null : fields(answered.schema, texts)}
      ${
        codes.length === 0
          ? null
          : html`<h4>${texts.refused}</h4>
              <p class="api-codes">${codes.map((one) => html`<a href="#code-${one}"><code>${one}</code></a> `)}</p>`
      }
      <h4>${texts.example}</h4>
      ${code(curl(method, `${base}${path}`, sent?.example ?? null, changes))}
      ${answered?.example === undefined ? null : code(pretty(answered.example))}
    </article>`;
}

function fields(schema: FieldSchema, texts: ApiPageTexts): Html {
  return html`
    <dl class="api-fields">
      ${fieldLines(schema, texts).map(
        ({ path, type, limits, meaning }) => html`
          <div>
            <dt><code>${path}</code></dt>
            <dd>
              ${said(meaning)}
              <span class="api-type"><code>${type}</code>${limits.map((limit) => html` · ${said(limit)}`)}</span>
            </dd>
          </div>`,
      )}
    </dl>`;
}

function codesTable({ 'x-codes': codes }: ApiDocument, texts: ApiPageTexts): Html {
  return html`
    <table class="api-table">
      <thead><tr><th scope="col">${texts.code}</th><th scope="col">${texts.status}</th><th scope="col">${texts.meaning}</th></tr></thead>
      <tbody>
        ${codes.map(
          ({ code: name, status, meaning }) => html`
            <tr id="code-${name}"><th scope="row"><code>${name}</code></th><td>${status}</td><td>${said(meaning)}</td></tr>`,
        )}
      </tbody>
    </table>`;
}

const check = `import { createHmac, timingSafeEqual } from 'node:crypto';

const expected = Buffer.from(\`sha256=\${createHmac('sha256', secret).update(\`\${time}.\${body}\`).digest('hex')}\`);
const came = Buffer.from(signature);
const right = came.length === expected.length && timingSafeEqual(came, expected)
  && Math.abs(Date.now() - Number(time)) < 5 * 60_000;`;

function eventsSection(operation: ApiOperation, texts: ApiPageTexts): Html {
  const sent = operation.requestBody?.content['application/json'];
  return html`
    <section id="events">
      <h2>${texts.events}</h2>
      <ul class="api-steps">${texts.eventRules.map((rule) => html`<li>${said(rule)}</li>`)}</ul>
      <h3>${texts.eventNames}</h3>
      <dl class="api-fields">
        ${(operation['x-events'] ?? []).map(({ event, meaning }) => html`<div><dt><code>${event}</code></dt><dd>${meaning}</dd></div>`)}
      </dl>
      <h3>${texts.message}</h3>
      ${sent === undefined ? null : fields(sent.schema, texts)}
      ${sent?.example === undefined ? null : code(pretty(sent.example))}
      <h3>${texts.signature}</h3>
      <p>${said(texts.signatureHelp)}</p>
      ${code(check)}
    </section>`;
}

/** Words with what is typed as it stands set apart. */
function said(words: string): readonly Html[] {
  return words.split('`').map((part, n) => (n % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
}

const code = (text: string) => html`<pre class="api-code"><code>${text}</code></pre>`;

function curl(method: string, address: string, body: object | null, changes: boolean): string {
  return [
    `curl ${method === 'GET' ? '' : `-X ${method} `}"$HALL${address}"`,
    `  -H "Authorization: Bearer $TOKEN"`,
    ...(changes ? [`  -H "Idempotency-Key: $(uuidgen)"`] : []),
    ...(body === null ? [] : [`  -H "Content-Type: application/json"`, `  -d '${JSON.stringify(body)}'`]),
  ].join(' \\\n');
}

/** Set out by lines, but what is short on one. */
function pretty(value: unknown, indent = ''): string {
  const short = JSON.stringify(value, null, 1).replaceAll(/\s*\n\s*/g, ' ');
  if (typeof value !== 'object' || value === null || short.length + indent.length <= 72) return short;
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((one: unknown) => `${deeper}${pretty(one, deeper)}`).join(',\n')}\n${indent}]`;
  }
  const lines = Object.entries(value).map(([name, one]) => `${deeper}"${name}": ${pretty(one, deeper)}`);
  return `{\n${lines.join(',\n')}\n${indent}}`;
}
