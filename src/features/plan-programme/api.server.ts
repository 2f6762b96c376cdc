import { z } from 'zod';
import { done } from '#kernel/refusal.ts';
import { defineOperation, type Operation } from '#platform/http/api/operation.server.ts';
import { programmePermissions } from './permissions.ts';
import { budgetPage } from './queries/budget-pages.server.ts';
import { intakeLine, intakesInReach, namesOf } from './queries/own-reach.server.ts';
import { programmeList } from './queries/programme-list.server.ts';

const view = programmePermissions['programme.view'];
const rupiah = z.number().int().meta({ description: 'Rupiah' });
const day = z.iso.date();

/** What other systems may read of programmes. */
export const programmeApi: readonly Operation[] = [
  defineOperation({
    id: 'listProgrammes',
    method: 'get',
    path: '/programmes',
    tag: 'Pembinaan',
    permission: view,
    summary: 'Pelatihan & fasilitasi',
    description: 'All programmes of the office, ended ones last.',
    answer: {
      status: 200,
      shape: z.strictObject({
        programmes: z.array(
          z.strictObject({
            programmeId: z.string(),
            name: z.string(),
            kind: z.string(),
            topic: z.string(),
            status: z.enum(['active', 'ended']),
            partner: z.string().nullable(),
            intakes: z.number().int(),
          }),
        ),
      }),
    },
    async handle({ read }) {
      const found = await read(view, programmeList);
      return found.ok ? done({ body: { programmes: found.value.programmes ?? [] } }) : found;
    },
  }),
  defineOperation({
    id: 'listIntakes',
    method: 'get',
    path: '/intakes',
    tag: 'Pembinaan',
    permission: view,
    summary: 'Angkatan',
    description: 'All intakes of the office, those that begin last first.',
    answer: {
      status: 200,
      shape: z.strictObject({
        intakes: z.array(
          z.strictObject({
            intakeId: z.string(),
            programmeId: z.string(),
            programme: z.string(),
            name: z.string(),
            stage: z.number().int(),
            status: z.string(),
            startsOn: day,
            endsOn: day,
            place: z.string().nullable(),
            partner: z.string().nullable(),
            seats: z.number().int(),
            costPerSeat: rupiah,
          }),
        ),
      }),
    },
    async handle({ read }) {
      const found = await read(view, async (context) => {
        const names = await namesOf(context);
        return (await intakesInReach(context, names)).map((row) => intakeLine(row, names));
      });
      return found.ok ? done({ body: { intakes: found.value } }) : found;
    },
  }),
  defineOperation({
    id: 'listBudgetLines',
    method: 'get',
    path: '/budget-lines',
    tag: 'Pembinaan',
    permission: programmePermissions['budget.view'],
    query: z.object({
      year: z.coerce
        .number()
        .int()
        .min(2000)
        .max(2200)
        .optional()
        .meta({ description: 'Fiscal year; this year when left out', example: '2026' }),
    }),
    summary: 'Mata anggaran: pagu, terikat, realisasi, sisa',
    description:
      'Budget lines of a year with the ceiling in force, what is committed and what was spent; `over` is what is committed beyond the ceiling.',
    answer: {
      status: 200,
      shape: z.strictObject({
        year: z.number().int(),
        asOf: day,
        lines: z.array(
          z.strictObject({
            budgetLineId: z.string(),
            code: z.string(),
            name: z.string(),
            ceiling: rupiah,
            committed: rupiah,
            spent: rupiah,
            left: rupiah,
            over: rupiah,
            documentNumber: z.string().nullable(),
            effectiveOn: day.nullable(),
          }),
        ),
      }),
    },
    async handle({ read, query }) {
      const found = await read(programmePermissions['budget.view'], (context) =>
        budgetPage(context, query.year),
      );
      if (!found.ok) return found;
      const { year, asOf, lines } = found.value;
      return done({
        body: {
          year,
          asOf,
          lines: lines.map(
            ({ budgetLineId, code, name, ceiling, committed, spent, left, over, inForce }) => ({
              budgetLineId,
              code,
              name,
              ceiling,
              committed,
              spent,
              left,
              over,
              documentNumber: inForce?.documentNumber ?? null,
              effectiveOn: inForce?.effectiveOn ?? null,
            }),
          ),
        },
      });
    },
  }),
];
