import { aListedFrame, anEnumerator, aRunningRound } from '#features/plan-census/factory.ts';
import { assignOpenRows } from '#features/plan-census/index.server.ts';
import type { Staff } from '#features/sign-in/factory.ts';
import { addDays, plainDateInWib } from '#kernel/calendar.ts';
import { execute, inOneTransaction } from '#platform/command.server.ts';
import { type FormItem, isQuestion } from '#questionnaire/form.ts';
import { coreQuestionnaire } from '#questionnaire/forms/core-questionnaire.ts';
import { furtherBlockNames, withFurtherBlocks } from '#questionnaire/forms/further-blocks.ts';
import type { BenchHouse } from './bench-house.ts';

const ROWS = 60;
const form = {
  ...withFurtherBlocks(coreQuestionnaire, furtherBlockNames),
  id: 'bench_whole',
  title: 'Semua blok',
};

/** What is read aloud is no question. */
const countQuestions = (items: readonly FormItem[]): number =>
  items.reduce((sum, item) => {
    if (isQuestion(item)) return item.kind === 'note' ? sum : sum + 1;
    return sum + ('items' in item ? countQuestions(item.items) : 0);
  }, 0);
export const questionsInWholeForm = countQuestions(form.items);

/** An enumerator with a day's list, in a round that asks the core questions and all further blocks. */
export async function anEnumeratorWithTheWholeForm({
  services,
  actor,
  office,
}: BenchHouse): Promise<Staff & { name: string }> {
  const rows = Array.from({ length: ROWS }, (_, at) => ['02/05', `Pemilik ${at + 1}`] as const);
  const { sourceListId } = await aListedFrame(services, actor, rows, {
    name: 'Daftar HP',
    villageCode: '33.75.04.1004',
  });
  await inOneTransaction(services, actor, ({ trx, now }) =>
    trx
      .insertInto('questionnaires')
      .values({
        officeCode: office,
        formId: form.id,
        version: form.version,
        title: form.title,
        form: JSON.stringify(form),
        origin: 'built_in',
        createdAt: now,
      })
      .execute(),
  );
  const today = plainDateInWib(Date.now());
  const roundId = await aRunningRound(services, actor, {
    sourceListIds: [sourceListId],
    startsOn: addDays(today, -1),
    endsOn: addDays(today, 30),
    formId: form.id,
    formVersion: String(form.version),
  });
  const name = 'Pendata HP';
  const enumerator = await anEnumerator(services, actor, roundId, name);
  const handed = await execute(services, actor, assignOpenRows, { roundId, userIds: [enumerator.userId] });
  if (!handed.ok) throw new Error(handed.refusal.code);
  return { ...enumerator, name };
}
