import { isOfWholeOffice } from '#kernel/actor.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { listPairs } from '../pair-store.server.ts';
import { listOpenQuestions, listVillageNames } from '../question-store.server.ts';
import type { QuestionView } from '../rules/pair-view.ts';
import { pairViews } from './pair-views.server.ts';

/** What the kelurahan are asked, those of one together, oldest first; `villageCode`: of one only, '' of no known one. */
export async function villageQuestions(
  context: QueryContext,
  villageCode: string | null = null,
): Promise<QuestionView[]> {
  const { trx, officeCode } = context;
  if (!isOfWholeOffice(context)) return [];
  const open = (await listOpenQuestions(trx, officeCode)).filter(
    (question) => villageCode === null || (question.villageCode ?? '') === villageCode,
  );
  const names = await listVillageNames(trx, [...new Set(open.flatMap((one) => one.villageCode ?? []))]);
  const nameOf = new Map(names.map(({ areaCode, name }) => [areaCode, name]));
  const pairs = await listPairs(
    trx,
    officeCode,
    open.map(({ pairId }) => pairId),
  );
  const views = new Map((await pairViews(context, pairs)).map((view) => [view.pairId, view]));
  const questions = open.flatMap((question) => {
    const view = views.get(question.pairId);
    if (!view) return [];
    const { left, right } = view;
    return {
      questionId: question.questionId,
      pairId: question.pairId,
      kind: question.kind as QuestionView['kind'],
      villageCode: question.villageCode,
      village: question.villageCode === null ? null : (nameOf.get(question.villageCode) ?? null),
      left,
      right,
      askedAt: question.askedAt.toISOString(),
      askedBy: question.askedBy,
    };
  });
  // Those of no known village stand last.
  return questions.sort((a, b) => (a.village ?? '\uffff').localeCompare(b.village ?? '\uffff', 'id'));
}
