import type { CommandContext } from '#platform/command.server.ts';
import type { Answers } from '#questionnaire/engine/answers.ts';
import {
  listSubmissions,
  type SubmissionRow,
  updateSubmissionStatus,
} from '../../survey-field/index.server.ts';
import { listRechecks, updateRecheckDone } from '../recheck-store.server.ts';
import { compareVisits } from '../rules/compare-visits.ts';

/**
 * Compares second looks that came in with the first visits. Where both found the same there is nothing to decide; what
 * differs waits for a supervisor.
 */
export async function settleSecondLooks(
  { trx, officeCode, now }: CommandContext,
  submissions: readonly SubmissionRow[],
): Promise<void> {
  const seconds = submissions.filter(({ recheckOf, isFinished }) => recheckOf !== null && isFinished);
  const firstIds = seconds.flatMap(({ recheckOf }) => recheckOf ?? []);
  const rechecks = await listRechecks(trx, officeCode, firstIds);
  const firsts = new Map(
    (await listSubmissions(trx, officeCode, firstIds)).map((first) => [first.submissionId, first]),
  );
  for (const second of seconds) {
    const first = firsts.get(second.recheckOf ?? '');
    const recheck = first && rechecks.get(first.submissionId);
    if (!first || !recheck || recheck.doneAt !== null) continue;
    const { outcome, differences } = compareVisits(
      { verdict: first.verdict, answers: first.answers as Answers },
      { verdict: second.verdict, answers: second.answers as Answers },
    );
    await updateRecheckDone(trx, officeCode, first.submissionId, {
      secondSubmissionId: second.submissionId,
      outcome,
      differences: JSON.stringify(differences),
      doneAt: now,
    });
    if (outcome !== 'differs')
      await updateSubmissionStatus(trx, officeCode, [second.submissionId], 'set_aside');
  }
}
