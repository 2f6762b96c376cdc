import { z } from 'zod';
import { done, refused } from '#kernel/refusal.ts';
import { defineOperation, idParam, type Operation } from '#platform/http/api/operation.server.ts';
import { eligibilityPermissions } from './permissions.ts';
import { conditionsPage } from './queries/conditions-page.server.ts';
import { ownConditions } from './queries/own-conditions.server.ts';
import { standings } from './rules/pack-answers.ts';

const day = z.iso.date();
const standing = z.enum(standings).meta({
  description:
    'one_step: exactly one line is not met. unknown: nothing speaks against it, something was not asked.',
});
const count = z.number().int();

/** What other systems may read of conditions. */
export const eligibilityApi: readonly Operation[] = [
  defineOperation({
    id: 'getEligibility',
    method: 'get',
    path: '/enterprises/{enterpriseId}/eligibility',
    tag: 'Syarat',
    permission: eligibilityPermissions['eligibility.view_one'],
    summary: 'Syarat tiap program bagi satu usaha',
    description:
      'Each condition of each programme that goes on, with what the register says and what would change it.',
    params: z.object({ enterpriseId: idParam('Enterprise') }),
    answer: {
      status: 200,
      shape: z.strictObject({
        enterpriseId: z.string(),
        day,
        programmes: z.array(
          z.strictObject({
            programmeId: z.string(),
            programme: z.string(),
            version: count,
            standing,
            lines: z.array(
              z.strictObject({
                key: z.string(),
                label: z.string(),
                answer: z.enum(['yes', 'no', 'unknown']),
                evidence: z.array(z.string()),
                change: z.string().nullable(),
              }),
            ),
          }),
        ),
      }),
    },
    async handle({ read, params }) {
      const found = await read(eligibilityPermissions['eligibility.view_one'], (context) =>
        ownConditions(context, params.enterpriseId, 'id'),
      );
      if (!found.ok) return found;
      if (!found.value) return refused('not_found');
      const { enterpriseId, day: on, programmes } = found.value;
      return done({
        body: {
          enterpriseId,
          day: on,
          programmes: programmes.map((one) => ({
            ...one,
            standing: standings[one.standing],
            lines: one.lines.map(({ key, label, answer, reasons, change }) => ({
              key,
              label,
              answer,
              evidence: reasons.map(({ evidence }) => evidence),
              change,
            })),
          })),
        },
      });
    },
  }),
  defineOperation({
    id: 'getProgrammeEligibility',
    method: 'get',
    path: '/programmes/{programmeId}/eligibility',
    tag: 'Syarat',
    permission: eligibilityPermissions['eligibility.view'],
    summary: 'Berapa usaha yang memenuhi syarat satu program',
    description:
      'Counts over the whole register by the version of conditions that is shown; null before the first count.',
    params: z.object({ programmeId: idParam('Programme') }),
    answer: {
      status: 200,
      shape: z.strictObject({
        programmeId: z.string(),
        programme: z.string(),
        version: count.nullable(),
        countedOn: day.nullable(),
        total: count,
        standings: z.strictObject({ eligible: count, one_step: count, not_eligible: count, unknown: count }),
        lines: z.array(
          z.strictObject({
            key: z.string(),
            label: z.string(),
            yes: count,
            no: count,
            unknown: count,
            onlyThis: count,
            onlyUnknown: count,
          }),
        ),
      }),
    },
    async handle({ read, params }) {
      const found = await read(eligibilityPermissions['eligibility.view'], (context) =>
        conditionsPage(context, params.programmeId, 'id'),
      );
      if (!found.ok) return found;
      if (!found.value) return refused('not_found');
      const { programmeId, programme, holding } = found.value;
      const counted = holding?.counted ?? null;
      const [eligible, oneStep, notEligible, unknown] = counted?.standings ?? [0, 0, 0, 0];
      return done({
        body: {
          programmeId,
          programme,
          version: holding?.version ?? null,
          countedOn: counted?.on ?? null,
          total: counted?.total ?? 0,
          standings: { eligible, one_step: oneStep, not_eligible: notEligible, unknown },
          lines: (holding?.lines ?? []).map(({ asked: _asked, ...line }) => line),
        },
      });
    },
  }),
];
