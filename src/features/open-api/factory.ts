import type { Role } from '#kernel/actor.ts';
import { execute } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { anActor } from '#testing/an-office.ts';
import { createToken } from '../run-office/index.server.ts';
import { makeApi } from './index.server.ts';

type ApiAnswer = { status: number; headers: Headers; body: Record<string, unknown>; text: string };
export type ApiClient = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<ApiAnswer>;

/** A program with a token of an office, one role in one scope (the whole office unless told), calling the API. */
export async function anApiClient(
  services: Services,
  officeCode: string,
  role: Role = 'officer',
  scope = `office:${officeCode}`,
): Promise<ApiClient> {
  const made = await execute(services, anActor(officeCode, 'data_officer'), createToken, {
    name: 'Sistem uji',
    role,
    scope,
    lastDay: null,
  });
  if (!made.ok) throw new Error(JSON.stringify(made.refusal));
  const api = makeApi(services);
  return async (method, path, body, headers = {}) => {
    const response = await api.request(path, {
      method,
      headers: {
        Authorization: `Bearer ${made.value.token}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
    };
  };
}
