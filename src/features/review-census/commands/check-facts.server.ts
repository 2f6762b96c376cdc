import type { CommandContext } from '#platform/command.server.ts';
import type { Answers } from '#questionnaire/engine/answers.ts';
import type { Form } from '#questionnaire/form.ts';
import { listRowVillages } from '../../plan-census/index.server.ts';
import {
  countSamePhone,
  listPhotosOf,
  listRuns,
  listTriedDays,
  officeTime,
  type SubmissionRow,
} from '../../survey-field/index.server.ts';
import type { CheckedSubmission, Surroundings } from '../rules/quality-checks.ts';
import { defaultQualityLimits } from '../rules/quality-limits.ts';
import { sameAnswerRun } from '../rules/same-answer-run.ts';
import { checkedSales, comparedAnswers, questionsAsked, sectorOf } from '../rules/submission-facts.ts';
import type { RoundSurroundings } from './check-surroundings.server.ts';
import { proofOf } from './proof-of.server.ts';

/** Latest submissions of one enumerator that are compared with each other. */
const RUN = 12;

export type Facts = { submission: CheckedSubmission; around: Surroundings };

/** What the quick checks look at, for some submissions of one round: a few questions, however many they are. */
export async function factsOf(
  context: CommandContext,
  round: RoundSurroundings,
  submissions: readonly SubmissionRow[],
): Promise<(submissionId: string) => Facts> {
  const { trx, officeCode } = context;
  const ids = submissions.map(({ submissionId }) => submissionId);
  const rowIds = submissions.flatMap(({ rowId }) => rowId ?? []);
  const phones = await countSamePhone(trx, officeCode, ids);
  const runs = await listRuns(trx, officeCode, ids, RUN);
  const photos = Map.groupBy(await listPhotosOf(trx, officeCode, ids), ({ submissionId }) => submissionId);
  const villages = await listRowVillages(trx, officeCode, rowIds);
  const tried = await listTriedDays(
    trx,
    officeCode,
    submissions.flatMap(({ verdict, rowId }) => (verdict === 'not_found' ? (rowId ?? []) : [])),
  );
  const facts = new Map<string, Facts>();
  for (const one of submissions) {
    const { submissionId, rowId } = one;
    const answers = one.answers as Answers;
    const form = await round.formOf(one);
    const own = photos.get(submissionId) ?? [];
    const villageCode = villages.get(rowId ?? '') ?? one.villageCode;
    const compared: Promise<ReturnType<typeof comparedAnswers>>[] = (runs.get(submissionId) ?? []).map(
      async (member) => comparedAnswers(await round.formOf(member), member.answers as Answers),
    );
    facts.set(submissionId, {
      submission: {
        ...timesOf(one, form, answers),
        submissionId,
        subjectId: one.enterpriseId ?? submissionId,
        metresFromVillage: round.metresFromVillage({ ...one, villageCode }),
        accuracyMetres: one.accuracyM,
        photos: own.flatMap(({ likeness }) => likeness ?? []),
        sales: checkedSales(form, answers, 0),
        ...(await proofOf(context, one, { photos: own, triedOn: tried.get(rowId ?? '') ?? [] })),
      },
      around: {
        photos: round.photos,
        enterprisesWithPhone: phones.get(submissionId) ?? 0,
        sameAnswerRun: sameAnswerRun(await Promise.all(compared), defaultQualityLimits),
        salesSpread: round.salesOf(sectorOf(answers)),
      },
    });
  }
  return (submissionId) => facts.get(submissionId)!;
}

function timesOf(
  { startedAt, finishedAt, receivedAt, clockOffS, activeS }: SubmissionRow,
  form: Form,
  answers: Answers,
) {
  const finished = officeTime(finishedAt, clockOffS);
  return {
    startedAt: officeTime(startedAt, clockOffS),
    finishedAt: finished,
    receivedAt: receivedAt.getTime(),
    clockOffSeconds: clockOffS,
    activeSeconds: activeS ?? 0,
    questionsAsked: activeS === null ? 0 : questionsAsked(form, answers, finished),
  };
}
