import { z } from 'zod';
import { defineOperation, idParam, type Operation } from '#platform/http/api/operation.server.ts';
import { merge } from '../commands/merge-enterprises.server.ts';
import { undo } from '../commands/undo-merge.server.ts';
import { mergeInput } from '../input.ts';
import { registerPermissions } from '../permissions.ts';
import { id } from './body-shapes.ts';

const permission = registerPermissions['register.merge'];

/** Records that came in twice: led to one another, and back. */
export const mergeOperations: readonly Operation[] = [
  defineOperation({
    id: 'mergeEnterprise',
    method: 'post',
    path: '/enterprises/{enterpriseId}/merges',
    tag: 'Usaha',
    permission,
    params: z.object({ enterpriseId: idParam('Enterprise that stays') }),
    summary: 'Gabungkan data lain ke usaha ini',
    description:
      'Leads the record mergedId to this one: same enterprise, continued by the family (the later owner is the owner), or same_owner (only their owners are one). Nothing is deleted; the merged id keeps working and is answered with the record that stands for it. Done twice it answers the merge that stands.',
    body: {
      shape: mergeInput.omit({ survivorId: true }),
      example: { mergedId: '01970f2e-5a00-7000-8000-000000000002', kind: 'same' },
    },
    answer: {
      status: 201,
      shape: z.strictObject({
        mergeId: id,
        survivorId: id.meta({ description: 'Enterprise, or owner for same_owner, that now stands for both' }),
        isRepeated: z.boolean().meta({ description: 'They were one already' }),
      }),
    },
    handle: ({ write, params, body }) =>
      write(merge, { ...body, survivorId: params.enterpriseId }, { answer: (made) => ({ body: made }) }),
  }),
  defineOperation({
    id: 'undoMerge',
    method: 'post',
    path: '/merges/{mergeId}/undo',
    tag: 'Usaha',
    permission,
    params: z.object({ mergeId: idParam('Merge') }),
    summary: 'Batalkan penggabungan',
    description:
      'Takes a merge back, in any order of merges: each side has its own values again, with what was written to it since. Done twice is harmless.',
    body: { shape: z.object({}), example: {} },
    answer: {
      status: 200,
      shape: z.strictObject({ isRepeated: z.boolean().meta({ description: 'It was undone before' }) }),
    },
    handle: ({ write, params }) => write(undo, params, { answer: (made) => ({ body: made }) }),
  }),
];
