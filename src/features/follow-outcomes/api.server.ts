import { z } from 'zod';
import { done, refused } from '#kernel/refusal.ts';
import { defineOperation, idParam, type Operation } from '#platform/http/api/operation.server.ts';
import { outcomePermissions } from './permissions.ts';
import { everyoneAsked } from './queries/intake-outcomes.server.ts';
import { buyerAnswers, runningAnswers, yesNo } from './rules/outcome-questions.ts';
import { salesBandKeys } from './rules/sales-bands.ts';

const day = z.iso.date();
const view = outcomePermissions['outcome.view'];

/** What other systems may read of outcomes. */
export const outcomeApi: readonly Operation[] = [
  defineOperation({
    id: 'listOutcomes',
    method: 'get',
    path: '/intakes/{intakeId}/outcomes',
    tag: 'Pembinaan',
    permission: view,
    summary: 'Kabar peserta 3, 6, dan 12 bulan setelah angkatan selesai',
    description:
      'Everybody who was or will be asked, one line for each wave. `silent` and `waiting` have no answers and belong into every denominator; what was not said is null, never no.',
    params: z.object({ intakeId: idParam('Intake') }),
    answer: {
      status: 200,
      shape: z.strictObject({
        intakeId: z.string(),
        outcomes: z.array(
          z.strictObject({
            askId: z.string(),
            enterpriseId: z.string(),
            name: z.string(),
            months: z.number().int(),
            dueOn: day,
            closesOn: day,
            standing: z.enum(['planned', 'waiting', 'silent', 'disputed', 'told', 'confirmed']),
            toldBy: z.enum(['owner', 'companion', 'officer']).nullable(),
            answeredOn: day.nullable(),
            salesComparedWithBefore: z.enum(['up', 'same', 'down']).nullable(),
            answers: z
              .strictObject({
                running: z.enum(runningAnswers),
                salesBand: z.enum(salesBandKeys).nullable(),
                newProduct: z.enum(yesNo).nullable(),
                productName: z.string().nullable(),
                newBuyer: z.enum(buyerAnswers).nullable(),
                hasExported: z.enum(yesNo).nullable(),
                helped: z.string().nullable(),
                mayPublish: z.enum(['yes']).nullable(),
              })
              .nullable(),
          }),
        ),
      }),
    },
    async handle({ read, params }) {
      const found = await read(view, (context) => everyoneAsked(context, params.intakeId));
      if (!found.ok) return found;
      if (!found.value) return refused('not_found');
      return done({
        body: {
          intakeId: params.intakeId,
          outcomes: found.value.people.map(
            ({ askId, enterpriseId, name, months, dueOn, closesOn, ...told }) => ({
              askId,
              enterpriseId,
              name,
              months,
              dueOn,
              closesOn,
              standing: told.standing,
              toldBy: told.via,
              answeredOn: told.answeredOn,
              salesComparedWithBefore: told.salesChange,
              answers: told.answers,
            }),
          ),
        },
      });
    },
  }),
];
