import { html } from 'hono/html';
import { type Locale, messagesFor } from '#kernel/language.ts';
import type { ApiDocument } from './api-document.server.ts';
import { docsMessages, docsRules } from './docs-messages.ts';
import { type ProblemCode, problemDetail, statusOfProblem } from './problem.server.ts';

type Html = ReturnType<typeof html>;
type Schema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  description?: string;
  default?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
};
type Documented = {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  'x-roles': string[];
  parameters?: { name: string; in: string; required: boolean; description?: string; schema: Schema }[];
  requestBody?: { content: { 'application/json': { schema: Schema; example: unknown } } };
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>;
};
type Listed = { method: string; path: string; operation: Documented };

const STYLE = `:root{color-scheme:light dark;font:1rem/1.55 system-ui,sans-serif}
body{max-width:60rem;margin:0 auto;padding:1.5rem;overflow-wrap:anywhere}
section{border-top:1px solid #8886;margin-top:1.5rem}
code,pre{font:.9rem/1.5 ui-monospace,monospace}pre{white-space:pre-wrap;padding:.75rem;border:1px solid #8886;border-radius:.5rem}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.3rem .75rem .3rem 0;border-bottom:1px solid #8883}
.method{text-transform:uppercase}summary{cursor:pointer;padding:.35rem 0}`;

/** The docs page, made of the OpenAPI document alone: plain HTML, no script, nothing from elsewhere. */
export function docsPage(
  document: ApiDocument,
  { locale, nonce }: { locale: Locale; nonce: string | undefined },
): Html {
  const t = messagesFor(docsMessages, locale);
  const listed: Listed[] = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Record<string, Documented>).map(([method, operation]) => ({
      method,
      path,
      operation,
    })),
  );
  const other = locale === 'id' ? 'en' : 'id';
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<title>${t.title}</title>
<style${nonce ? html` nonce="${nonce}"` : ''}>${STYLE}</style>
</head>
<body>
<main>
<h1>${t.title}</h1>
<p><a href="?bahasa=${other}" lang="${other}" hreflang="${other}">${t.otherLanguage}</a> · <a href="/api/v1/openapi.json">${t.machine}</a></p>
<p>${t.intro}</p>
<h2>${t.rulesTitle}</h2>
<ul>${docsRules[locale].map((rule) => html`<li>${rule}</li>`)}</ul>
<h2>${t.operations}</h2>
<ul>${listed.map(({ method, path, operation }) => html`<li><a href="#${operation.operationId}"><code><span class="method">${method}</span> ${path}</code></a> ${operation.summary}</li>`)}</ul>
${listed.map((one) => operationSection(document, one, locale))}
<section>
<h2>${t.problems}</h2>
<table><thead><tr><th scope="col">${t.code}</th><th scope="col">${t.status}</th><th scope="col">${t.meaning}</th></tr></thead>
<tbody>${(Object.keys(statusOfProblem) as ProblemCode[]).map((code) => html`<tr id="${code}"><td><code>${code}</code></td><td>${statusOfProblem[code]}</td><td>${problemDetail(code, locale)}</td></tr>`)}</tbody></table>
</section>
</main>
</body>
</html>`;
}

function operationSection(document: ApiDocument, { method, path, operation }: Listed, locale: Locale): Html {
  const t = messagesFor(docsMessages, locale);
  const { parameters = [], requestBody, responses } = operation;
  const roles = operation['x-roles'];
  const body = requestBody?.content['application/json'];
  const [status, success] = Object.entries(responses)[0] ?? [];
  const answer = success?.content?.['application/json']?.schema;
  const problems = Object.entries(responses).filter(
    ([, response]) => response.content?.['application/problem+json'],
  );
  return html`<section id="${operation.operationId}">
<h2>${operation.summary}</h2>
<p><code><span class="method">${method}</span> /api/v1${path}</code></p>
<p lang="en">${operation.description}</p>
<p>${t.roles}: ${roles.length > 0 ? roles.map((role, at) => html`${at > 0 ? ', ' : ''}<code>${role}</code>`) : t.everyToken}</p>
${
  parameters.length > 0
    ? html`<h3>${t.parameters}</h3>
<ul>${parameters.map((one) => html`<li><code>${one.name}</code> (${one.in}${one.required ? `, ${t.required}` : ''}) <code>${typeOf(document, one.schema)}</code> ${one.description ?? ''}</li>`)}</ul>`
    : ''
}
${body ? html`<h3>${t.body}</h3>${properties(document, body.schema, t.required)}` : ''}
<h3>${t.answer} ${status}</h3>
${answer ? html`<details><summary>${typeOf(document, answer)}</summary>${properties(document, answer, t.required)}</details>` : ''}
<p>${problems.map(([code, response], at) => html`${at > 0 ? ' · ' : ''}${code} ${response.description}`)}</p>
<h3>${t.example}</h3>
<pre><code>${curl(method, path, parameters, body?.example)}</code></pre>
</section>`;
}

function resolve(document: ApiDocument, schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1);
  return name ? ((document.components?.schemas?.[name] as Schema | undefined) ?? {}) : schema;
}

function typeOf(document: ApiDocument, schema: Schema): string {
  const { type, format, enum: values, items, anyOf, oneOf } = resolve(document, schema);
  if (values) return values.map((value) => JSON.stringify(value)).join(' | ');
  if (items) return `${typeOf(document, items)}[]`;
  const either = anyOf ?? oneOf;
  if (either) return either.map((one) => typeOf(document, one)).join(' | ');
  const name = schema.$ref?.split('/').at(-1) ?? [type ?? 'any'].flat().join(' | ');
  return format ? `${name} (${format})` : name;
}

/** The fields of an object as nested lists. */
function properties(document: ApiDocument, schema: Schema, requiredWord: string): Html | '' {
  const resolved = resolve(document, schema);
  const object = resolved.items ? resolve(document, resolved.items) : resolved;
  if (!object.properties) return '';
  return html`<ul>${Object.entries(object.properties).map(
    ([name, one]) =>
      html`<li><code>${name}</code> <code>${typeOf(document, one)}</code>${object.required?.includes(name) ? html` <em>${requiredWord}</em>` : ''} ${one.description ?? ''}${properties(document, one, requiredWord)}</li>`,
  )}</ul>`;
}

function curl(
  method: string,
  path: string,
  parameters: NonNullable<Documented['parameters']>,
  example: unknown,
): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, '01970f2e-5a00-7000-8000-000000000001');
  const lines = [
    `curl${method === 'get' ? '' : ` -X ${method.toUpperCase()}`} https://gawangan.example.go.id/api/v1${filled}`,
    '-H "Authorization: Bearer $TOKEN"',
  ];
  if (parameters.some((one) => one.name === 'If-Match')) lines.push(`-H 'If-Match: "3"'`);
  if (parameters.some((one) => one.name === 'Idempotency-Key'))
    lines.push('-H "Idempotency-Key: $(uuidgen)"');
  if (example !== undefined)
    lines.push("-H 'Content-Type: application/json'", `-d '${JSON.stringify(example, null, 2)}'`);
  return lines.join(' \\\n  ');
}
