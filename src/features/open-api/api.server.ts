import type { Hono } from 'hono';
import { z } from 'zod';
import { done } from '#kernel/refusal.ts';
import { makeApiApp } from '#platform/http/api/api-app.server.ts';
import { type ApiServices, defineOperation, type Operation } from '#platform/http/api/operation.server.ts';
import { outcomeApi } from '../follow-outcomes/index.server.ts';
import { importApi } from '../import-list/index.server.ts';
import { eligibilityApi } from '../judge-eligibility/index.server.ts';
import { programmeApi } from '../plan-programme/index.server.ts';
import { registerApi } from '../register-enterprise/index.server.ts';
import { pairApi } from '../resolve-duplicates/index.server.ts';
import { runApi } from '../run-intake/index.server.ts';
import { actorOfToken } from '../run-office/index.server.ts';
import { selectionApi } from '../select-participants/index.server.ts';
import { applicationApi } from '../take-applications/index.server.ts';

const me = defineOperation({
  id: 'getMe',
  method: 'get',
  path: '/me',
  tag: 'Token',
  permission: null,
  summary: 'Token ini: namanya, kantornya, perannya, wilayahnya',
  description: 'Who this token acts as. Good for trying a token out.',
  answer: {
    status: 200,
    shape: z.strictObject({
      tokenId: z.string(),
      name: z.string(),
      officeCode: z.string(),
      grants: z.array(
        z.strictObject({ role: z.string(), scope: z.strictObject({ kind: z.string(), code: z.string() }) }),
      ),
    }),
  },
  async handle({ actor }) {
    return done({
      body: { tokenId: actor.id, name: actor.name, officeCode: actor.officeCode, grants: actor.grants },
    });
  },
});

/** Every operation of every slice, in the order of the docs page. A slice with an API of its own is added here. */
const operations: readonly Operation[] = [
  me,
  ...registerApi,
  ...pairApi,
  ...importApi,
  ...programmeApi,
  ...outcomeApi,
  ...eligibilityApi,
  ...runApi,
  ...applicationApi,
  ...selectionApi,
];

/** The API as it is mounted at /api/v1. */
export function makeApi(services: ApiServices): Hono {
  return makeApiApp({ services, authenticate: actorOfToken, operations });
}
