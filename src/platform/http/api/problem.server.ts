import { z } from 'zod';
import { type FieldCode, fieldMessage } from '#kernel/field-code.ts';
import { type Locale, messagesFor } from '#kernel/language.ts';
import type { Refusal, RefusalCode } from '#kernel/refusal.ts';
import { refusalMessage } from '#kernel/refusal-messages.ts';
import {
  type ApiProblemCode,
  apiProblemMessages,
  type ProblemStatus,
  statusTitles,
} from './problem-messages.ts';

export type ProblemCode = RefusalCode | ApiProblemCode;

/** The one place where a reason becomes an HTTP status. */
export const statusOfProblem: Readonly<Record<ProblemCode, ProblemStatus>> = {
  token_missing: 401,
  token_invalid: 401,
  not_signed_in: 401,
  second_factor_needed: 403,
  forbidden: 403,
  consent_missing: 403,
  no_such_address: 404,
  not_found: 404,
  wrong_office: 404,
  method_not_allowed: 405,
  duplicate: 409,
  already_done: 409,
  wrong_state: 409,
  in_use: 409,
  locked: 409,
  expired: 409,
  quota_full: 409,
  budget_exceeded: 409,
  conflict_stale: 412,
  body_too_large: 413,
  file_too_large: 413,
  unsupported_media_type: 415,
  malformed_json: 400,
  invalid_input: 422,
  evidence_missing: 422,
  file_unreadable: 422,
  idempotency_mismatch: 422,
  precondition_required: 428,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
};

/** RFC 9457. `errors` names the fields to mend; `details` what else is known, such as the record that exists already. */
export const problemShape = z
  .strictObject({
    type: z.string().meta({ description: 'Address of the explanation', format: 'uri-reference' }),
    title: z.string(),
    status: z.int(),
    detail: z.string().meta({ description: 'In the language of Accept-Language (id or en)' }),
    code: z.enum(Object.keys(statusOfProblem) as [ProblemCode, ...ProblemCode[]]),
    errors: z.array(z.strictObject({ path: z.string(), code: z.string(), message: z.string() })).optional(),
    details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  })
  .meta({ id: 'Problem', description: 'Problem details, RFC 9457 (application/problem+json)' });

export function problemDetail(code: ProblemCode, locale: Locale, refusal?: Refusal): string {
  const own: Partial<Record<string, string>> = messagesFor(apiProblemMessages, locale);
  return own[code] ?? refusalMessage(refusal ?? { code: code as RefusalCode }, locale);
}

/** A problem for something that the API itself declines. */
export function problem(
  code: ApiProblemCode,
  locale: Locale,
  headers: Record<string, string> = {},
): Response {
  return problemResponse({ code }, locale, headers);
}

/** A refusal of a command as a problem. A record of another office is simply not there. */
export function refusalProblem(refusal: Refusal, locale: Locale): Response {
  if (refusal.code === 'wrong_office') return refusalProblem({ code: 'not_found' }, locale);
  const seconds = refusal.details?.seconds;
  return problemResponse(refusal, locale, seconds === undefined ? {} : { 'Retry-After': String(seconds) });
}

type Reason = { code: ProblemCode; fields?: Refusal['fields']; details?: Refusal['details'] };

function problemResponse(
  { code, fields, details }: Reason,
  locale: Locale,
  headers: Record<string, string>,
): Response {
  const status = statusOfProblem[code];
  // The name of a database constraint is nobody's business outside.
  const { constraint: _constraint, ...told } = details ?? {};
  const body: z.input<typeof problemShape> = {
    type: `/api/v1/docs#${code}`,
    title: messagesFor(statusTitles, locale)[status],
    status,
    detail: problemDetail(code, locale, { code: code as RefusalCode, details: told }),
    code,
    ...(fields
      ? {
          errors: fields.map((field) => ({
            ...field,
            message: fieldMessage(field.code as FieldCode, locale),
          })),
        }
      : {}),
    ...(Object.keys(told).length > 0 ? { details: told } : {}),
  };
  return Response.json(body, {
    status,
    headers: {
      ...headers,
      'Content-Type': 'application/problem+json',
      'Content-Language': locale,
      'Cache-Control': 'no-store',
    },
  });
}
