import { type PhoneRefusalCode, phoneRefusals } from './phone-refusals.ts';

const statusOf: Record<PhoneRefusalCode, number> = {
  not_signed_in: 401,
  forbidden: 403,
  wrong_site: 403,
  phone_revoked: 409,
  revoked: 401,
  unknown_token: 401,
  not_understood: 400,
  too_large: 413,
  too_many: 429,
  not_found: 404,
  disk_full: 507,
  busy: 503,
};

/** What a phone is answered when it cannot be served: a code for the program, a sentence for the person. */
export function refusePhone(code: PhoneRefusalCode, headers: Record<string, string> = {}): Response {
  const deliverFirst = code === 'revoked' || code === 'unknown_token' ? { deliverFirst: true } : {};
  return Response.json(
    { code, ...deliverFirst, message: phoneRefusals[code] },
    { status: statusOf[code], headers: { 'Cache-Control': 'no-store', ...headers } },
  );
}

export const answerPhone = (body: unknown): Response =>
  Response.json(body, { headers: { 'Cache-Control': 'no-store' } });
