import { z } from 'zod';
import { done, invalid } from '#kernel/refusal.ts';
import { idShape } from '#kernel/shape.ts';
import { readCursor, writeCursor } from '#platform/http/api/cursor.ts';
import { anyOf, defineOperation, idParam, type Operation } from '#platform/http/api/operation.server.ts';
import { decidePair } from './commands/decide-pair.server.ts';
import { pairPermissions } from './permissions.ts';
import { pairPage, pairPageShape } from './queries/pair-page.server.ts';
import { decisions } from './rules/decisions.ts';
import { pairStatuses } from './rules/pair-state.ts';

const tag = 'Mungkin ganda';
const view = pairPermissions['pair.view'];
const notProposed = pairStatuses.filter((status) => status !== 'proposed');

/** Pairs that may be one enterprise, and what is said of them. */
export const pairApi: readonly Operation[] = [
  defineOperation({
    id: 'listCandidatePairs',
    method: 'get',
    path: '/candidate-pairs',
    tag,
    permission: view,
    query: z.object({
      status: anyOf(z.enum(notProposed), 'Where the pair stands; open and asked when left out'),
      enterprise: idShape.optional().meta({ description: 'Pairs of this enterprise only' }),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: z.string().max(500).optional().meta({ description: 'nextCursor of the page before' }),
    }),
    summary: 'Pasangan usaha yang mungkin ganda',
    description:
      'Two records of the register that may be one, with what speaks for and against it. Numbers are masked. Both records are shown as they are by themselves, also once they are merged.',
    answer: { status: 200, shape: pairPageShape },
    async handle({ read, query }) {
      const { status, enterprise, limit, cursor } = query;
      const question = { status, enterprise };
      const from = cursor === undefined ? null : readCursor(cursor, question);
      if (cursor !== undefined && (from === null || !('after' in from)))
        return invalid([{ path: 'cursor', code: 'wrong_format' }]);
      const after = from !== null && 'after' in from ? from.after : null;
      const found = await read(view, (context) =>
        pairPage(context, { status, enterpriseId: enterprise, after, limit }),
      );
      if (!found.ok) return found;
      const { pairs, next } = found.value;
      return done({ body: { pairs, nextCursor: next && writeCursor({ after: next }, question) } });
    },
  }),
  defineOperation({
    id: 'decideCandidatePair',
    method: 'post',
    path: '/candidate-pairs/{pairId}/decision',
    tag,
    permission: pairPermissions['pair.decide'],
    params: z.object({ pairId: idParam('Candidate pair') }),
    summary: 'Putuskan satu pasangan',
    description:
      'same and family_continues merge both enterprises, same_owner merges their owners, unsure asks the village. Merges can be undone in the app. Refused with already_done and details.by where somebody else has decided.',
    body: {
      shape: z.object({
        decision: z.enum(decisions),
        survivor: z
          .enum(['left', 'right'])
          .optional()
          .meta({ description: 'Whose values stand; by rule when left out' }),
        note: z.string().max(500).optional(),
      }),
      example: { decision: 'different' },
    },
    answer: {
      status: 200,
      shape: z.strictObject({
        pairId: z.string(),
        decision: z.enum(decisions),
        mergeId: z.string().optional().meta({ description: 'Where records or owners were merged' }),
      }),
    },
    handle: ({ write, params, body }) =>
      write(decidePair, { ...body, pairId: params.pairId }, { answer: (value) => ({ body: value }) }),
  }),
];
