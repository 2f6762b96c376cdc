import { z } from 'zod';
import { done, refused } from '#kernel/refusal.ts';
import { defineOperation, idParam, type Operation } from '#platform/http/api/operation.server.ts';
import { selectionPermissions } from './permissions.ts';
import { participantsPage } from './queries/participants-page.server.ts';
import { seatStatuses } from './rules/seat-state.ts';

const view = selectionPermissions['seat.view'];
const instant = z.iso.datetime().nullable();

/** What other systems may read of seats. */
export const selectionApi: readonly Operation[] = [
  defineOperation({
    id: 'listParticipants',
    method: 'get',
    path: '/intakes/{intakeId}/participants',
    tag: 'Pembinaan',
    permission: view,
    params: z.object({ intakeId: idParam('Intake (angkatan)') }),
    summary: 'Peserta suatu angkatan',
    description:
      'Everybody who was ever offered a seat. A seat is held while `offered` or `confirmed`; `source` says how they came to it.',
    answer: {
      status: 200,
      shape: z.strictObject({
        seats: z.number().int(),
        participants: z.array(
          z.strictObject({
            participantId: z.string(),
            enterpriseId: z.string(),
            name: z.string(),
            village: z.string().nullable(),
            status: z.enum(seatStatuses),
            source: z.enum(['selection', 'waiting_list', 'override', 'appeal', 'direct']),
            answerBy: instant,
            answeredAt: instant,
          }),
        ),
      }),
    },
    async handle({ read, params }) {
      const found = await read(view, (context) => participantsPage(context, params.intakeId));
      if (!found.ok) return found;
      if (!found.value) return refused('not_found');
      const { seats, held, gone } = found.value;
      return done({
        body: {
          seats,
          participants: [...held, ...gone].map(
            ({ participantId, enterpriseId, name, village, status, source, answerBy, answeredAt }) => ({
              participantId,
              enterpriseId,
              name,
              village,
              status,
              source,
              answerBy: answerBy?.toISOString() ?? null,
              answeredAt: answeredAt?.toISOString() ?? null,
            }),
          ),
        },
      });
    },
  }),
];
