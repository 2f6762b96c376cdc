import fc from 'fast-check';
import { expect, test } from 'vitest';
import { execute } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices, TEST_NOW } from '#testing/fresh-services.ts';
import { recordVisits } from '../../plan-census/index.server.ts';
import { listRecordsForLists } from '../../register-enterprise/index.server.ts';
import { type ARound, aFrameRow, aRound, aSubmission } from '../factory.ts';
import { approveSubmission } from './approve-submission.server.ts';
import { sendBack, setAside } from './send-back.server.ts';
import { undoReview } from './undo-review.server.ts';

// Random histories of one row, its answers and its enterprise, against a plain model that knows no database.

type Step =
  | { do: 'answer'; verdict: string }
  | { do: 'edit' }
  | { do: 'approve'; which: number; choice: 'office' | 'field' }
  | { do: 'send_back' | 'set_aside' | 'undo'; which: number };

type Decided = { deed: 'approve' | 'send_back' | 'set_aside'; answersThen: number; undo?: Taken };
/** What an approval set, of which nothing may be lost when it is taken back. */
type Taken = {
  name: { set: string; before: string } | null;
  operation: { set: string; before: string } | null;
  replaced: [number, string][];
};
type Answer = {
  id: string;
  verdict: string;
  loaded: string;
  said: string;
  status: string;
  last: Decided | null;
};
type Model = { name: string; operation: string; answers: Answer[] };

const which = fc.nat(9);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('answer' as const), verdict: fc.constantFrom('produces', 'closed', 'moved') }),
  fc.record({ do: fc.constant('edit' as const) }),
  fc.record({
    do: fc.constant('approve' as const),
    which,
    choice: fc.constantFrom('office' as const, 'field' as const),
  }),
  fc.record({ do: fc.constantFrom('send_back' as const, 'set_aside' as const, 'undo' as const), which }),
);

/** What the register and the row must say then; false where the deed must be refused. */
function inModel(model: Model, step: Exclude<Step, { do: 'answer' | 'edit' }>, at: number): boolean {
  const answer = model.answers[at]!;
  if (step.do === 'undo') return undoInModel(model, answer);
  if (answer.status !== 'received') return false;
  const decided: Decided = { deed: step.do, answersThen: model.answers.length };
  if (step.do === 'approve') decided.undo = approveInModel(model, answer, at, step.choice);
  answer.status = { approve: 'approved', send_back: 'sent_back', set_aside: 'set_aside' }[step.do];
  answer.last = decided;
  return true;
}

function approveInModel(model: Model, answer: Answer, at: number, choice: 'office' | 'field'): Taken {
  const { name, operation } = model;
  const isSaid = answer.said !== answer.loaded && answer.said !== name;
  const isTaken = isSaid && (name === answer.loaded || choice === 'field');
  if (isTaken) model.name = answer.said;
  model.operation = answer.verdict;
  const replaced: [number, string][] = [];
  for (const [other, one] of model.answers.entries())
    if (other !== at && ['received', 'sent_back', 'approved'].includes(one.status)) {
      replaced.push([other, one.status]);
      one.status = 'replaced';
    }
  return {
    name: isTaken ? { set: answer.said, before: name } : null,
    operation: operation === answer.verdict ? null : { set: answer.verdict, before: operation },
    replaced,
  };
}

function undoInModel(model: Model, answer: Answer): boolean {
  const { last } = answer;
  if (
    !last ||
    answer.status !== { approve: 'approved', send_back: 'sent_back', set_aside: 'set_aside' }[last.deed]
  )
    return false;
  if (last.deed !== 'approve' && model.answers.length > last.answersThen) return false;
  for (const field of ['name', 'operation'] as const) {
    const taken = last.undo?.[field];
    if (taken && model[field] === taken.set) model[field] = taken.before;
  }
  for (const [other, status] of last.undo?.replaced ?? []) {
    const one = model.answers[other]!;
    if (one.status === 'replaced') one.status = status;
  }
  answer.status = 'received';
  answer.last = null;
  return true;
}

function rowInModel({ answers }: Model): string {
  const has = (status: string) => answers.some((answer) => answer.status === status);
  if (has('sent_back')) return 'sent_back';
  if (has('approved')) return has('received') ? 'contested' : 'approved';
  return has('received') ? 'submitted' : 'assigned';
}

test('whatever is answered, edited, decided and taken back: nothing is lost, nothing is invented', async () => {
  const services = await freshServices();
  // Each thing happens at a moment of its own.
  let moment = TEST_NOW.getTime();
  services.clock = () => new Date(moment++);
  const office = await anOffice(services);
  const officer = anActor(office);
  const round: ARound = await aRound(services, officer);
  let names = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (history) => {
      const row = await aFrameRow(services, officer, round, { status: 'assigned' });
      const within = <Value>(work: Parameters<typeof withOffice<Value>>[2]) =>
        withOffice(services.db, office, work);
      const register = async () => {
        const records = await within((trx) => listRecordsForLists(trx, office, [row.enterpriseId], false));
        const { name, operation } = records.get(row.enterpriseId)!.enterprise;
        return { name: name ?? '', operation: operation ?? '' };
      };
      const model: Model = { ...(await register()), answers: [] };
      /** A new answer takes the place of what was sent back, as where deliveries come in. */
      const hearAnswer = async (verdict: string) => {
        const [loaded, said] = [model.name, `Nama ${++names}`];
        const stale = model.answers.filter(({ status }) => status === 'sent_back');
        const id = await aSubmission(services, officer, round, row, {
          verdict,
          preloaded: { business_name: loaded },
          answers: { business_name: said },
          baseRevision: 1,
        });
        await within(async (trx) => {
          for (const { id: submissionId } of stale)
            await trx
              .updateTable('submissions')
              .set({ status: 'replaced' })
              .where('submissionId', '=', submissionId)
              .execute();
          await recordVisits(trx, office, [{ rowId: row.rowId, verdict, visitedOn: '2026-05-06' }] as never);
        });
        for (const one of stale) one.status = 'replaced';
        model.answers.push({ id, verdict, loaded, said, status: 'received', last: null });
      };
      const editInOffice = async () => {
        model.name = `Kantor ${++names}`;
        await within((trx) =>
          trx
            .updateTable('enterprises')
            .set((eb) => ({ name: model.name, revision: eb('revision', '+', 1) }))
            .where('enterpriseId', '=', row.enterpriseId)
            .execute(),
        );
      };
      const commands = { send_back: sendBack, set_aside: setAside };
      for (const one of history) {
        if (one.do === 'answer') await hearAnswer(one.verdict);
        else if (one.do === 'edit') await editInOffice();
        else if (model.answers.length > 0) {
          const at = one.which % model.answers.length;
          const { id: submissionId } = model.answers[at]!;
          const isPossible = inModel(model, one, at);
          const outcome =
            one.do === 'approve'
              ? await execute(services, officer, approveSubmission, {
                  submissionId,
                  choices: { name: one.choice },
                })
              : one.do === 'undo'
                ? await execute(services, officer, undoReview, { submissionId })
                : await execute(services, officer, commands[one.do], { submissionId, note: 'Catatan' });
          expect(outcome.ok, `${one.do} ${JSON.stringify(outcome)}`).toBe(isPossible);
        }
        expect(await register()).toEqual({ name: model.name, operation: model.operation });
        const { status } = await within((trx) =>
          trx
            .selectFrom('censusRows')
            .select('status')
            .where('rowId', '=', row.rowId)
            .executeTakeFirstOrThrow(),
        );
        expect(status).toBe(rowInModel(model));
        const statuses = await within((trx) =>
          trx
            .selectFrom('submissions')
            .select(['submissionId', 'status'])
            .where('rowId', '=', row.rowId)
            .execute(),
        );
        expect(Object.fromEntries(statuses.map((of) => [of.submissionId, of.status]))).toEqual(
          Object.fromEntries(model.answers.map((of) => [of.id, of.status])),
        );
      }
    }),
    { numRuns: 60, seed: 20260506 },
  );
}, 120_000);
