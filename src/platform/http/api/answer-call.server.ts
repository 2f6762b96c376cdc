import { Readable } from 'node:stream';
import type { Context } from 'hono';
import type { Actor } from '#kernel/actor.ts';
import type { Locale } from '#kernel/language.ts';
import { done, invalid, type Outcome, type Refusal, refused } from '#kernel/refusal.ts';
import { execute, read } from '../../command.server.ts';
import { executeOnce, type OnceKey, onceKey } from './execute-once.server.ts';
import {
  type Answer,
  type ApiServices,
  type Call,
  isIdempotent,
  type Operation,
} from './operation.server.ts';
import { problem, refusalProblem } from './problem.server.ts';
import { queryOf, readJson, readParameters } from './read-request.server.ts';
import { holdsTag, revisionOfTag, revisionTag } from './revision-tag.ts';
import { withoutNulls } from './typed-json.ts';

const KEY = /^[\x21-\x7e]{1,200}$/;

/** What became of a write with a key, beside its outcome. */
type Once = { key: OnceKey | null; replayed: boolean; mismatch: boolean };

/** Reads the request, runs the operation, and makes the response of its outcome. */
export async function answerCall(
  c: Context,
  operation: Operation,
  by: { services: ApiServices; actor: Actor; locale: Locale },
): Promise<Response> {
  const { locale } = by;
  const params = readParameters(operation.params, c.req.param());
  if (!params.ok) return refusalProblem(params.refusal, locale);
  const query = readParameters(operation.query, queryOf(c));
  if (!query.ok) return refusalProblem(query.refusal, locale);
  const revision = operation.etag === 'guarded' ? revisionOfTag(c.req.header('if-match')) : 0;
  if (revision === null) return problem('precondition_required', locale);
  const sent = operation.body ? await readJson(c) : { ok: true as const, text: '', body: {} };
  if (!sent.ok) return problem(sent.code, locale);
  const givenKey = isIdempotent(operation) ? c.req.header('idempotency-key') : undefined;
  if (givenKey !== undefined && !KEY.test(givenKey)) {
    return refusalProblem(
      { code: 'invalid_input', fields: [{ path: 'Idempotency-Key', code: 'wrong_format' }] },
      locale,
    );
  }
  const request = {
    method: c.req.method,
    path: c.req.path,
    ifMatch: c.req.header('if-match') ?? '',
    body: sent.text,
  };
  const once: Once = {
    key: givenKey === undefined ? null : onceKey(givenKey, request),
    replayed: false,
    mismatch: false,
  };
  const outcome = await operation.handle({
    ...by,
    params: params.value,
    query: query.value,
    body: sent.body,
    content: operation.file ? contentOf(c) : null,
    idempotencyKey: givenKey ?? null,
    revision,
    ...readingAndWriting(operation, by, once),
  });
  if (once.mismatch) return problem('idempotency_mismatch', locale);
  if (!outcome.ok) return refusalProblem(outcome.refusal, locale);
  return success(c, operation, outcome.value, once.replayed);
}

/** The request's own bytes as they come in; nothing is gathered in memory. */
function contentOf(c: Context): Readable {
  const { body } = c.req.raw;
  return body ? Readable.fromWeb(body as never) : Readable.from([]);
}

function readingAndWriting(
  operation: Operation,
  { services, actor }: { services: ApiServices; actor: Actor },
  once: Once,
): Pick<Call<unknown, unknown>, 'read' | 'write'> {
  return {
    async read(permission, work) {
      const outcome = await read(services, actor, permission, work);
      return outcome.ok && outcome.value === null ? refused('not_found') : (outcome as never);
    },
    async write(command, rawInput, { under, answer }) {
      const input = withoutNulls(rawInput);
      if (!once.key) {
        const outcome = await execute(services, actor, command, input);
        return outcome.ok ? done(answer(outcome.value)) : refusedUnder(outcome.refusal, under);
      }
      const outcome = await executeOnce(services, actor, command, input, once.key, {
        status: operation.answer.status,
        toAnswer: answer,
      });
      if (!outcome.ok) return refusedUnder(outcome.refusal, under);
      if (outcome.value.kind === 'other_request') {
        once.mismatch = true;
        return invalid([]);
      }
      once.replayed = outcome.value.kind === 'replayed';
      return done(outcome.value.answer);
    },
  };
}

/** Errors name the fields as the client wrote them, not as the command's input nests them. */
function refusedUnder(refusal: Refusal, under: string | undefined): Outcome<Answer> {
  if (!under || !refusal.fields) return { ok: false, refusal };
  const fields = refusal.fields.map(({ path, code }) => ({
    path: path.startsWith(`${under}.`) ? path.slice(under.length + 1) : path,
    code,
  }));
  return { ok: false, refusal: { ...refusal, fields } };
}

function success(c: Context, operation: Operation, answer: Answer, replayed: boolean): Response {
  const json = JSON.stringify(withoutNulls(answer.body));
  const headers: Record<string, string> = {
    'Content-Type': 'application/json',
    'Cache-Control': operation.answer.personal ? 'no-store' : 'private, no-cache',
    ...(replayed ? { 'Idempotency-Replayed': 'true' } : {}),
    ...(answer.location ? { Location: `/api/v1${answer.location}` } : {}),
  };
  if (answer.revision !== undefined) {
    headers.ETag = revisionTag(answer.revision, json);
    if (holdsTag(c.req.header('if-none-match'), headers.ETag))
      return new Response(null, { status: 304, headers });
  }
  return new Response(json, { status: operation.answer.status, headers });
}
