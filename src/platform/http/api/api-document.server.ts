import type { OpenAPIHono } from '@hono/zod-openapi';
import { z } from 'zod';
import { messagesFor } from '#kernel/language.ts';
import { docsMessages, docsRules } from './docs-messages.ts';
import { isIdempotent, type Operation } from './operation.server.ts';
import { problemShape } from './problem.server.ts';
import { type ProblemStatus, statusTitles } from './problem-messages.ts';

type Registry = OpenAPIHono['openAPIRegistry'];
export type ApiDocument = ReturnType<OpenAPIHono['getOpenAPI31Document']>;
type Documented = Pick<OpenAPIHono, 'openAPIRegistry' | 'getOpenAPI31Document'>;

/** The problems that this operation may answer with, beside its answer. */
function problemStatuses({ params, query, body, file, etag, permission }: Operation): ProblemStatus[] {
  const statuses = new Set<ProblemStatus>([401, 429, 500]);
  if (permission) statuses.add(403);
  if (params) statuses.add(404);
  if (params || query || body) statuses.add(422);
  if (body) for (const status of [400, 404, 409, 413, 415] as const) statuses.add(status);
  if (file) for (const status of [409, 413] as const) statuses.add(status);
  if (etag === 'guarded') statuses.add(412).add(428);
  return [...statuses].sort((a, b) => a - b);
}

function headersOf(operation: Operation): Record<string, z.ZodType> {
  return {
    ...(operation.etag === 'tagged'
      ? {
          'If-None-Match': z
            .string()
            .optional()
            .meta({ description: 'ETag on hand; 304 when nothing has changed' }),
        }
      : {}),
    ...(operation.etag === 'guarded'
      ? {
          'If-Match': z
            .string()
            .meta({ description: 'ETag of the reading that is being changed', example: '"3"' }),
        }
      : {}),
    ...(isIdempotent(operation)
      ? {
          'Idempotency-Key': z
            .string()
            .max(200)
            .optional()
            .meta({ description: 'Your own key for this write; the same key does it only once' }),
        }
      : {}),
  };
}

/** Adds an operation to the document. Made of the same declaration as its handler, so the two cannot part. */
export function documentOperation(registry: Registry, operation: Operation): void {
  const { params, query, body, answer, permission, etag } = operation;
  const headers = headersOf(operation);
  const titles = messagesFor(statusTitles, 'en');
  const tag =
    etag === 'tagged'
      ? { headers: { ETag: { description: 'Tag of this reading', schema: { type: 'string' as const } } } }
      : {};
  registry.registerPath({
    method: operation.method,
    path: operation.path,
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    description: operation.description,
    security: [{ token: [] }],
    'x-roles': permission?.roles ?? [],
    request: {
      ...(params ? { params: params as z.ZodObject } : {}),
      ...(query ? { query: query as z.ZodObject } : {}),
      ...(Object.keys(headers).length > 0 ? { headers: z.object(headers) } : {}),
      ...(operation.file
        ? {
            body: {
              required: true,
              description: operation.file.description,
              content: { 'application/octet-stream': { schema: z.string().meta({ format: 'binary' }) } },
            },
          }
        : {}),
      ...(body
        ? {
            body: {
              required: true,
              content: { 'application/json': { schema: body.shape, example: body.example } },
            },
          }
        : {}),
    },
    responses: {
      [answer.status]: {
        description: answer.status === 201 ? 'Created' : 'OK',
        ...tag,
        content: { 'application/json': { schema: answer.shape } },
      },
      ...(etag === 'tagged' ? { 304: { description: 'Not modified' } } : {}),
      ...Object.fromEntries(
        problemStatuses(operation).map((status) => [
          status,
          { description: titles[status], content: { 'application/problem+json': { schema: problemShape } } },
        ]),
      ),
    },
  });
}

/** The OpenAPI 3.1 document of all operations added so far. */
export function apiDocument(api: Documented): ApiDocument {
  api.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'A token with one role in one scope, made by the office administrator',
  });
  const texts = messagesFor(docsMessages, 'id');
  return api.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: texts.title,
      version: '1',
      description: `${texts.intro}\n\n${docsRules.id.map((rule) => `- ${rule}`).join('\n')}`,
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: '/api/v1' }],
    externalDocs: { url: '/api/v1/docs' },
  });
}
