import { z } from 'zod';
import { done } from '#kernel/refusal.ts';
import { defineOperation, idParam, type Operation } from '#platform/http/api/operation.server.ts';
import { apply } from './commands/apply.server.ts';
import { applyInput } from './input.ts';
import { applicationPermissions } from './permissions.ts';
import { applicantLines } from './queries/applicants.server.ts';
import { intakeHead } from './queries/intake-head.server.ts';

const view = applicationPermissions['application.view'];
const params = z.object({ intakeId: idParam('Intake (angkatan)') });

/** What other systems may read and bring in of applications. */
export const applicationApi: readonly Operation[] = [
  defineOperation({
    id: 'listApplications',
    method: 'get',
    path: '/intakes/{intakeId}/applications',
    tag: 'Pembinaan',
    permission: view,
    params,
    summary: 'Pendaftar suatu angkatan',
    description:
      'All applications in the order of arrival. `standing`: 0 meets all conditions, 1 lacks one, 2 does not meet them, 3 not known, null where there are no conditions. `joined`: a later application of the same enterprise, answered as the earlier one.',
    answer: {
      status: 200,
      shape: z.strictObject({
        applications: z.array(
          z.strictObject({
            applicationId: z.string(),
            number: z.number().int(),
            enterpriseId: z.string(),
            name: z.string(),
            village: z.string().nullable(),
            via: z.enum(['owner', 'officer', 'invitation']),
            proposedBy: z.string().nullable(),
            status: z.enum(['received', 'withdrawn', 'joined']),
            standing: z.number().int().nullable(),
            lacking: z.array(z.string()),
            unknown: z.array(z.string()),
            receivedAt: z.iso.datetime(),
          }),
        ),
      }),
    },
    async handle({ read, params: { intakeId }, locale }) {
      const found = await read(view, async (context) => {
        const intake = await intakeHead(context, intakeId);
        return intake && applicantLines(context, intake, locale);
      });
      if (!found.ok) return found;
      return done({
        body: {
          applications: found.value.lines.map((line) => ({
            applicationId: line.applicationId,
            number: line.number,
            enterpriseId: line.enterpriseId,
            name: line.name,
            village: line.village,
            via: line.via,
            proposedBy: line.proposedBy,
            status: line.status,
            standing: line.standing,
            lacking: line.lacking,
            unknown: line.unknown,
            receivedAt: line.receivedAt.toISOString(),
          })),
        },
      });
    },
  }),
  defineOperation({
    id: 'apply',
    method: 'post',
    path: '/intakes/{intakeId}/applications',
    tag: 'Pembinaan',
    permission: applicationPermissions['application.take'],
    params,
    summary: 'Daftarkan usaha',
    description:
      'Applies for an enterprise. Missing papers never block. `isNew` is false where an earlier application of the same enterprise stands; its id is answered then. `wrong_state` outside the days of application.',
    body: {
      shape: applyInput.omit({ intakeId: true, via: true }),
      example: {
        applicationId: '01970f2e-5a00-7000-8000-000000000003',
        enterpriseId: '01970f2e-5a00-7000-8000-000000000001',
        proposedBy: 'Lurah Jenggot',
      },
    },
    answer: {
      status: 201,
      shape: z.strictObject({ applicationId: z.string(), enterpriseId: z.string(), isNew: z.boolean() }),
    },
    handle: ({ write, params: { intakeId }, body }) =>
      write(apply, { ...body, intakeId, via: 'officer' }, { answer: (received) => ({ body: received }) }),
  }),
];
