import { z } from 'zod';
import { done } from '#kernel/refusal.ts';
import { defineOperation, idParam, type Operation } from '#platform/http/api/operation.server.ts';
import { recordMarks } from './commands/mark-attendance.server.ts';
import { runPermissions } from './permissions.ts';
import { attendanceOfIntake } from './queries/attendance-of-intake.server.ts';
import { attendanceStates } from './rules/attendance-state.ts';

export { makeAttendanceApi } from './api/attendance-api.server.ts';

const view = runPermissions['intake.view_run'];
const instant = z.iso.datetime({ offset: true });
const state = z.enum(attendanceStates);
const params = z.object({ intakeId: idParam('Intake') });

/** What other systems may read and write of sessions and attendance. */
export const runApi: readonly Operation[] = [
  defineOperation({
    id: 'listSessions',
    method: 'get',
    path: '/intakes/{intakeId}/sessions',
    tag: 'Pembinaan',
    permission: view,
    summary: 'Jadwal satu angkatan',
    description: 'Sessions in the order of time, cancelled ones among them.',
    params,
    answer: {
      status: 200,
      shape: z.strictObject({
        sessions: z.array(
          z.strictObject({
            sessionId: z.string(),
            startsAt: instant,
            endsAt: instant,
            place: z.string().nullable(),
            topic: z.string().nullable(),
            trainer: z.string().nullable(),
            cancelled: z.boolean(),
          }),
        ),
      }),
    },
    async handle({ read, params: { intakeId } }) {
      const found = await read(view, (context) => attendanceOfIntake(context, intakeId));
      if (!found.ok) return found;
      const sessions = (found.value?.sessions ?? []).map(
        ({ sessionId, startsAt, endsAt, place, topic, trainer, cancelledAt }) => ({
          sessionId,
          startsAt: startsAt.toISOString(),
          endsAt: endsAt.toISOString(),
          place,
          topic,
          trainer,
          cancelled: cancelledAt !== null,
        }),
      );
      return done({ body: { sessions } });
    },
  }),
  defineOperation({
    id: 'listAttendance',
    method: 'get',
    path: '/intakes/{intakeId}/attendance',
    tag: 'Pembinaan',
    permission: view,
    summary: 'Kehadiran peserta satu angkatan',
    description: 'Of each participant and session the mark that counts: the one said last.',
    params,
    answer: {
      status: 200,
      shape: z.strictObject({
        participants: z.array(
          z.strictObject({
            participantId: z.string(),
            enterpriseId: z.string(),
            enterprise: z.string(),
            seated: z.boolean(),
            marks: z.array(
              z.strictObject({
                markId: z.string(),
                sessionId: z.string(),
                state,
                reason: z.string().nullable(),
                markedAt: instant,
              }),
            ),
          }),
        ),
      }),
    },
    async handle({ read, params: { intakeId } }) {
      const found = await read(view, (context) => attendanceOfIntake(context, intakeId));
      if (!found.ok) return found;
      const { people = [], counting = [] } = found.value ?? {};
      const participants = people.map(({ participantId, enterpriseId, enterprise, isSeated }) => ({
        participantId,
        enterpriseId,
        enterprise,
        seated: isSeated,
        marks: counting
          .filter((mark) => mark.participantId === participantId)
          .map(({ markId, sessionId, state: said, reason, markedAt }) => ({
            markId,
            sessionId,
            state: said,
            reason,
            markedAt: markedAt.toISOString(),
          })),
      }));
      return done({ body: { participants } });
    },
  }),
  defineOperation({
    id: 'recordAttendance',
    method: 'post',
    path: '/intakes/{intakeId}/attendance',
    tag: 'Pembinaan',
    permission: runPermissions['intake.attend'],
    summary: 'Catat kehadiran',
    description:
      'Marks with ids made by the sender: sent again they are kept once. A later `markedAt` counts over an earlier one, in whatever order they come. Each mark answers for itself.',
    params,
    body: {
      shape: z.object({
        marks: z
          .array(
            z.object({
              markId: z.string(),
              sessionId: z.string(),
              participantId: z.string(),
              state,
              reason: z.string().nullable().optional(),
              markedAt: instant,
            }),
          )
          .min(1),
      }),
      example: {
        marks: [
          {
            markId: '01970f2e-5a00-7000-8000-000000000009',
            sessionId: '01970f2e-5a00-7000-8000-000000000002',
            participantId: '01970f2e-5a00-7000-8000-000000000003',
            state: 'excused',
            reason: 'Sakit',
            markedAt: '2026-06-03T08:05:00+07:00',
          },
        ],
      },
    },
    answer: {
      status: 200,
      shape: z.strictObject({
        kept: z.array(z.string()),
        refused: z.array(
          z.strictObject({
            markId: z.string(),
            code: z.enum(['no_session', 'no_participant', 'too_early']),
          }),
        ),
      }),
    },
    handle: ({ write, params: { intakeId }, body }) =>
      write(recordMarks, { ...body, intakeId }, { answer: (value) => ({ body: value }) }),
  }),
];
